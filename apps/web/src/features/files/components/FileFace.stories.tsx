import type { Meta, StoryObj } from '@storybook/react-vite';
import { drawnPicture } from '../../../lib/pictures/testing/drawn-picture.ts';
import { FileFace } from './FileFace.tsx';
import type { FileFaceProps } from './FileFace.tsx';
import '../files.css';

const NO_PREVIEW = { thumbhash: null, width: null, height: null, durationMs: null, waveform: null, url: null };
type Preview = FileFaceProps['file']['preview'];
const fileOf = (contentType: string, preview: Partial<Preview> = {}): FileFaceProps['file'] => ({
  ...{ id: contentType, contentType },
  preview: { state: 'NONE', ...NO_PREVIEW, ...preview } as Preview,
});

const meta = {
  title: 'Studio/FileFace',
  component: FileFace,
  parameters: {
    guide: {
      do: ['A picture as it is, a sound as its wave, anything else as the sign of its kind.'],
      dont: ['It says nothing by itself: the name stands beside it.'],
    },
  },
  args: { file: fileOf('application/zip') },
} satisfies Meta<typeof FileFace>;

export default meta;
type Story = StoryObj<typeof meta>;

export const APicture: Story = {
  args: {
    file: fileOf('image/png', {
      ...{ state: 'READY', url: drawnPicture(), thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI', width: 512, height: 512 },
    }),
  },
};
export const ASound: Story = {
  args: { file: fileOf('audio/wav', { state: 'READY', waveform: [0.2, 1, 0.4, 0.7, 0.3, 0.9, 0.5, 0.8, 0.2] }) },
};
export const APaper: Story = { args: { file: fileOf('application/pdf') } };
export const AnyOther: Story = {};
