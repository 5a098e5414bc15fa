import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fireEvent, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { Waveform } from './Waveform.tsx';

const WORDS = {
  en: { label: 'Reading of the first page', time: (seconds: number) => `${seconds} of 40 seconds` },
  ko: { label: '첫 쪽 낭독', time: (seconds: number) => `40초 중 ${seconds}초` },
};
const PEAKS = Array.from({ length: 120 }, (_, index) => Math.abs(Math.sin(index / 5) * Math.cos(index / 17)));

const meta = {
  title: 'Design system/Waveform',
  component: Waveform,
  parameters: {
    guide: {
      do: [
        'Say the time in words: it is what those hear who see no wave.',
        'Keep the words of what is spoken beside it.',
      ],
      dont: ['Not as a progress bar: a wave is of something that can be heard.'],
    },
  },
  args: { label: '', peaks: [], lengthMs: 40_000, atMs: 0, onSeek: () => undefined, words: String },
} satisfies Meta<typeof Waveform>;

export default meta;

export const Recording: StoryObj<typeof meta> = {
  render: function Recording(_, context) {
    const words = inLanguage(context, WORDS);
    const [atMs, setAt] = useState(12_000);
    return (
      <Waveform
        label={words.label}
        peaks={PEAKS}
        lengthMs={40_000}
        atMs={atMs}
        onSeek={setAt}
        words={(time) => words.time(Math.round(time / 1000))}
      />
    );
  },
  play: async ({ canvasElement, globals }) => {
    const words = inLanguage({ globals }, WORDS);
    const slider = within(canvasElement).getByRole('slider', { name: words.label });
    slider.focus();
    await fireEvent.change(slider, { target: { value: '40000' } });
    await expect(slider).toHaveAttribute('aria-valuetext', words.time(40));
  },
};
