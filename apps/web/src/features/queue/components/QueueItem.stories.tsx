import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { jobOf } from '../testing/job-of.ts';
import { QueueItem } from './QueueItem.tsx';
import './queue-drawer.css';

const meta = {
  title: 'Studio/QueueItem',
  component: QueueItem,
  parameters: {
    guide: {
      do: ['The same in the drawer whatever a job makes.'],
      dont: ['Not for many jobs at a glance: that is the tray.'],
    },
  },
  args: {
    job: jobOf(),
    caption: 'A lighthouse in the rain',
    words: '3rd in line, about 20 s',
    onShow: fn(),
    onCancel: fn(),
    onRetry: fn(),
    isBusy: false,
  },
  decorators: [
    (Story) => (
      <ul style={{ maxWidth: 360 }}>
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof QueueItem>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Waiting: Story = {
  play: async ({ canvasElement, args }) => {
    const [, stop] = within(canvasElement).getAllByRole('button');
    if (stop) await userEvent.click(stop);
    await expect(args.onCancel).toHaveBeenCalledOnce();
  },
};

export const Running: Story = {
  args: {
    job: jobOf({ status: 'RUNNING', progress: 0.4, step: 8, stepsTotal: 20 }),
    words: 'Step 8 of 20, about 3 s left',
  },
};

export const Failed: Story = {
  args: { job: jobOf({ status: 'FAILED', creditsFinal: true }), words: 'The engine did not answer.' },
};

export const Canceled: Story = { args: { job: jobOf({ status: 'CANCELED', creditsFinal: false }), words: 'Canceled' } };
