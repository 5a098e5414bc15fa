import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ChapterList } from './ChapterList.tsx';
import { Player } from './Player.tsx';
import '../speech.css';

const playback = {
  audioRef: { current: null },
  source: 'data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=',
  isPlaying: false,
  isBroken: false,
  atMs: 0,
  speed: 1,
  toggle: fn(),
  seek: fn(),
  setSpeed: fn(),
  tryAgain: fn(),
};

const meta = {
  title: 'Studio/Player',
  component: Player,
  parameters: {
    guide: {
      do: ['Put the words that are said beside it: it is the captions of a sound.'],
      dont: ['Never begins by itself.'],
    },
  },
  args: { label: 'Evening', lengthMs: 83_000, playback },
} satisfies Meta<typeof Player>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  play: async ({ canvasElement }) => {
    const [play, , on] = within(canvasElement).getAllByRole('button');
    if (play) await userEvent.click(play);
    if (on) await userEvent.click(on);
    await expect(playback.toggle).toHaveBeenCalledOnce();
    await expect(playback.seek).toHaveBeenCalledWith(10_000);
  },
};

export const Playing: Story = { args: { playback: { ...playback, isPlaying: true, atMs: 41_000, speed: 1.25 } } };

export const Unplayable: Story = { args: { playback: { ...playback, isBroken: true } } };

const CHAPTERS = ['빛과 그림자', '까닭'].map((title, index) => ({
  number: index + 1,
  title,
  durationMs: 41_000 + index * 1_000,
  asset: { id: `asset-${index}` },
}));

export const Chapters: Story = {
  render: () => <ChapterList chapters={CHAPTERS} number={1} language="ko" onChoose={() => undefined} />,
};
