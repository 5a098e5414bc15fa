import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { cutChunks } from '../model/chunks.ts';
import { createHeights } from '../model/heights.ts';
import { Scrubber } from './Scrubber.tsx';
import '../wall.css';

const CHUNK_PIXELS = 200;
const DAYS = ['2026-11-02', '2026-10-01', '2026-06-11', '2025-12-24', '2025-03-01', '2024-08-15'];
const CHUNKS = cutChunks({ days: DAYS, counts: DAYS.map(() => 50) });

const meta = {
  title: 'Studio/Scrubber',
  component: Scrubber,
  parameters: {
    guide: {
      do: ['Years stand where their pictures begin; the month that is gone to is said beside the line.'],
      dont: ['Not for a wall of one month: there is nowhere to go.'],
    },
  },
  args: {
    label: 'Jump through time',
    chunks: CHUNKS,
    wall: {
      heights: createHeights(CHUNKS.map(() => CHUNK_PIXELS)),
      moveTo: fn(),
      scrolled: { current: { offset: 0, scrollTop: 0 } },
      range: { first: 0, last: 1 },
    },
  },
  decorators: [
    (Story) => (
      <div style={{ position: 'relative', height: 360 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Scrubber>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Where the last month is in view. */
const AT_THE_END = {
  ...meta.args.wall,
  scrolled: { current: { offset: (DAYS.length - 1) * CHUNK_PIXELS, scrollTop: (DAYS.length - 1) * CHUNK_PIXELS } },
  range: { first: DAYS.length - 1, last: DAYS.length - 1 },
};

/** A wall of which no more was counted: behind its last month it goes on. */
export const Earlier: Story = {
  args: { wall: AT_THE_END, beyond: { day: '2024-08-15', isLater: false, onGo: fn() } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const slider = canvas.getByRole('slider');
    slider.focus();
    await waitFor(() => expect(slider).toHaveAttribute('aria-valuenow', String(DAYS.length - 1)));
    // On from the last month: the button says where it leads before it does.
    await userEvent.keyboard('{ArrowDown}');
    const button = canvas.getByRole('button', { name: /2024/u });
    await expect(button).toHaveFocus();
    await expect(args.beyond?.onGo).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect(args.beyond?.onGo).toHaveBeenCalledOnce();
  },
};

/** The same of a wall that begins with the oldest. */
export const Later: Story = { args: { beyond: { day: '2026-11-02', isLater: true, onGo: fn() } } };

export const ByKeys: Story = {
  play: async ({ canvasElement, args }) => {
    within(canvasElement).getByRole('slider').focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(args.wall.moveTo).toHaveBeenCalledWith(CHUNK_PIXELS);
  },
};
