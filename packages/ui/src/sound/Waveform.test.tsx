import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Waveform } from './Waveform.tsx';

const waveOf = (peaks: readonly number[], onSeek = vi.fn()) => (
  <Waveform
    label="Reading of the first page"
    peaks={peaks}
    lengthMs={40_000}
    atMs={10_000}
    onSeek={onSeek}
    words={(atMs) => `${atMs / 1000} of 40 seconds`}
  />
);

describe('a wave', () => {
  it('says what it is and where one is, and goes where one asks', () => {
    const onSeek = vi.fn();
    render(waveOf([0, 0.5, 1], onSeek));
    const slider = screen.getByRole('slider', { name: 'Reading of the first page' });
    expect(slider.getAttribute('aria-valuetext')).toBe('10 of 40 seconds');
    fireEvent.change(slider, { target: { value: '20000' } });
    expect(onSeek).toHaveBeenCalledWith(20_000);
  });

  it('draws silence as a dot and what is too loud within its height', () => {
    const { container } = render(waveOf([0, 7]));
    const heights = [...container.querySelectorAll('svg > rect')].map((bar) => Number(bar.getAttribute('height')));
    expect(heights[0]).toBeGreaterThan(0);
    expect(heights[1]).toBe(48);
  });

  it('is there for a recording without a wave', () => {
    render(waveOf([]));
    expect(screen.getByRole('slider')).toBeTruthy();
  });
});
