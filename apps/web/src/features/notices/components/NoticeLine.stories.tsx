import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { jobOf } from '../../queue/testing/job-of.ts';
import { NoticeLine } from './NoticeLine.tsx';

const endedAt = '2026-11-21T12:03:00.000Z';
const done = jobOf({ id: 'done', status: 'COMPLETED', finishedAt: endedAt });
const failed = jobOf({ id: 'failed', status: 'FAILED', finishedAt: endedAt });
const LONG =
  'A very long caption that has no end, written by somebody who wanted a harbour, a ferry, rain and a hundred lamps at once';

const meta = {
  title: 'Studio/NoticeLine',
  component: NoticeLine,
  parameters: {
    guide: {
      do: ['Say how it ended in words; the picture or the sign is beside them.'],
      dont: ['Not for what the person stopped themselves: that is no news to them.'],
    },
  },
  args: {
    notice: { job: done, endedAt, isNew: true },
    caption: 'A lighthouse in the rain',
    words: 'Done',
    onShow: fn(),
  },
  decorators: [
    (Story) => (
      <ul style={{ maxWidth: 360 }}>
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof NoticeLine>;

export default meta;
type Story = StoryObj<typeof meta>;

export const New: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.onShow).toHaveBeenCalledOnce();
  },
};

export const Seen: Story = { args: { notice: { job: done, endedAt, isNew: false } } };

export const Failed: Story = {
  args: { notice: { job: failed, endedAt, isNew: true }, words: 'The engine did not answer. Your credits are back.' },
};

export const LongCaption: Story = { args: { caption: LONG } };
