import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { jobOf } from '../testing/job-of.ts';
import { TrayItem } from './TrayItem.tsx';
import './tray.css';

const LONG =
  'A very long caption that has no end, written by somebody who wanted a harbour, a ferry, rain and a hundred lamps at once';

const meta = {
  title: 'Studio/TrayItem',
  component: TrayItem,
  parameters: {
    guide: {
      do: ['One line for each job that runs: what it is, where it stands, the way to stop it.'],
      dont: ['Not for what has ended well: that is told of by the bell and stands in the drawer.'],
    },
  },
  args: {
    job: jobOf({ position: 3, etaMs: 20_000 }),
    caption: 'A lighthouse in the rain',
    words: '3rd in line, about 20 s',
    onShow: fn(),
    onCancel: fn(),
    onDismiss: fn(),
    isCanceling: false,
  },
  decorators: [
    (Story) => (
      <ul className="tray__list" style={{ maxWidth: 320 }}>
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof TrayItem>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Waiting: Story = {
  play: async ({ canvasElement, args }) => {
    const [show, stop] = within(canvasElement).getAllByRole('button');
    if (show) await userEvent.click(show);
    if (stop) await userEvent.click(stop);
    await expect(args.onShow).toHaveBeenCalledWith(expect.objectContaining({ id: 'job-1' }));
    await expect(args.onCancel).toHaveBeenCalledWith('job-1');
  },
};

export const Running: Story = {
  args: {
    job: jobOf({ status: 'RUNNING', progress: 0.4, step: 8, stepsTotal: 20 }),
    words: 'Step 8 of 20, about 3 s left',
  },
};

export const Reading: Story = {
  args: { job: jobOf({ kind: 'document.read', status: 'RUNNING', progress: 0.7 }), words: 'Page 7 of 10' },
};

export const Stopping: Story = { args: { job: jobOf({ status: 'RUNNING', progress: 0.4 }), isCanceling: true } };

export const Failed: Story = {
  args: { job: jobOf({ status: 'FAILED', creditsFinal: true }), words: 'The engine did not answer.' },
  play: async ({ canvasElement, args }) => {
    const [, dismiss] = within(canvasElement).getAllByRole('button');
    if (dismiss) await userEvent.click(dismiss);
    await expect(args.onDismiss).toHaveBeenCalledWith('job-1');
  },
};

export const LongCaption: Story = { args: { caption: LONG } };
