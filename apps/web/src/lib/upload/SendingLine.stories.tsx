import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { SendingLine } from './SendingLine.tsx';

const meta = {
  title: 'Studio/SendingLine',
  component: SendingLine,
  parameters: {
    guide: {
      do: ['For one file that is sent to be read or written down; it can be stopped at any time.'],
      dont: ['Not for files that are kept: those have the list of uploads.'],
    },
  },
  args: { label: 'Uploading the recording', sentShare: 0.4, onCancel: fn() },
} satisfies Meta<typeof SendingLine>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Sending: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.onCancel).toHaveBeenCalledOnce();
  },
};
