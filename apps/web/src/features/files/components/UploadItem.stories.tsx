import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { UploadState } from '../../../lib/upload/index.ts';
import { UploadItem } from './UploadItem.tsx';
import '../files.css';

const uploadOf = (state: UploadState, name = 'harbour at dusk.tif') => ({
  ...{ id: 'upload-1', name, sizeBytes: 40_000_000 },
  state,
});

const meta = {
  title: 'Studio/UploadItem',
  component: UploadItem,
  parameters: {
    guide: {
      do: ['Say where an upload stands in words beside its line, and offer the one thing that moves it on.'],
      dont: ['Nothing starts again from nothing: what is sent stays sent.'],
    },
  },
  args: {
    upload: uploadOf({ kind: 'sending', sentBytes: 24_000_000 }),
    words: '24 MB of 40 MB',
    deeds: { pause: fn(), resume: fn(), chooseAgain: fn(), cancel: fn(), retry: fn(), dismiss: fn() },
  },
  decorators: [
    (Story) => (
      <ul className="files__uploads">
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof UploadItem>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Sending: Story = {
  play: async ({ canvasElement, args }) => {
    const [pause] = within(canvasElement).getAllByRole('button');
    if (pause) await userEvent.click(pause);
    await expect(args.deeds.pause).toHaveBeenCalledWith('upload-1');
  },
};
export const Paused: Story = {
  args: { upload: uploadOf({ kind: 'paused', sentBytes: 24_000_000 }), words: '24 MB of 40 MB' },
};
export const Stored: Story = { args: { upload: uploadOf({ kind: 'done', assetId: 'a' }), words: '40 MB' } };
export const FailedByOurFault: Story = {
  args: {
    upload: uploadOf({ kind: 'failed', problem: { kind: 'unknown', traceId: '7f3a9c21' } }),
    words: 'That did not work, and it is our fault.',
  },
};
export const LongName: Story = {
  args: {
    upload: uploadOf(
      { kind: 'interrupted', sentBytes: 8_000_000 },
      'a long name of a scan of the harbour, its ships and who came with them, 1876 to 1945, sheet 14 of 32.tif',
    ),
    words: '8 MB of 40 MB',
  },
};
