import { describe, expect, it } from 'vitest';
import { aWave } from '../../testing/index.ts';
import { makeWavePreview } from './wave-preview.ts';

describe('the preview of a recording', () => {
  it('tells its length, and the loudest moment of each stretch', () => {
    const quiet = Array.from({ length: 8_000 }, () => 0);
    const loud = Array.from({ length: 8_000 }, (_, i) => Math.sin(i / 5) / 2);
    const { facts } = makeWavePreview(aWave([...quiet, ...loud]));

    expect(facts.durationMs).toBe(2_000);
    expect(facts.waveform).toHaveLength(200);
    expect(facts.waveform?.slice(0, 100).every((peak) => peak === 0)).toBe(true);
    expect(facts.waveform?.slice(100).every((peak) => peak > 0.4 && peak <= 0.5)).toBe(true);
  });

  it('takes no more stretches than there are samples, and bytes that are missing for silence', () => {
    expect(makeWavePreview(aWave([1, -1, 0.5])).facts.waveform).toEqual([1, 1, 0.5]);
    expect(makeWavePreview(aWave([]).slice()).facts).toEqual({ durationMs: 0, waveform: [] });
    expect(makeWavePreview(aWave([1, 1, 1, 1]).slice(0, 48)).facts.waveform).toHaveLength(2);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['letters', new TextEncoder().encode('RIFF....WAVEfmt ')],
    ['a cut format', aWave([1]).slice(0, 24)],
  ])('refuses %s', (_, bytes) => {
    expect(() => makeWavePreview(bytes)).toThrow(RangeError);
  });
});
