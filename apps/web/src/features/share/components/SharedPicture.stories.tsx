import { PlainButton } from '@modu/ui';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { drawnPicture } from '../../../lib/pictures/testing/drawn-picture.ts';
import { SharedPicture } from './SharedPicture.tsx';
import '../share.css';

const url = drawnPicture({ width: 768, height: 512 });

const meta = {
  title: 'Studio/SharedPicture',
  component: SharedPicture,
  parameters: {
    guide: {
      do: ['Show a stranger the picture, and nothing of the studio but its name.'],
      dont: ['Say nothing that its owner did not share: words and the file only where they let one.'],
    },
  },
  args: {
    image: {
      __typename: 'SharedImage',
      title: 'Evening',
      prompt: 'A hill under an evening sun',
      url,
      downloadUrl: url,
      thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
      width: 768,
      height: 512,
      expiresAt: null,
      viewsLeft: null,
      visit: 'visit',
    },
    action: <PlainButton size="large">Download</PlainButton>,
  },
} satisfies Meta<typeof SharedPicture>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {};

export const PictureAlone: Story = {
  args: { image: { ...meta.args.image, title: null, prompt: null, downloadUrl: null }, action: undefined },
};

export const FewViewsLeft: Story = { args: { image: { ...meta.args.image, viewsLeft: 2 } } };
