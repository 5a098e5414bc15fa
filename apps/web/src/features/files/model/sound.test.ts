import { describe, expect, it } from 'vitest';
import { fewerPeaks, soundOf } from './sound.ts';

const preview = { state: 'READY', thumbhash: null, width: null, height: null, url: null } as const;

describe('the sound of a file', () => {
  it('is its wave and its length', () => {
    const file = { id: 'a', filename: 'rain.wav', preview: { ...preview, waveform: [0.1, 1], durationMs: 2_000 } };
    expect(soundOf(file)).toEqual({ id: 'a', name: 'rain.wav', peaks: [0.1, 1], lengthMs: 2_000 });
  });

  it('is not there before its wave is', () => {
    expect(
      soundOf({ id: 'a', filename: 'a.wav', preview: { ...preview, waveform: null, durationMs: null } }),
    ).toBeNull();
    expect(soundOf({ id: 'a', filename: 'a.wav', preview: { ...preview, waveform: [], durationMs: 9 } })).toBeNull();
  });
});

describe('a wave with fewer bars', () => {
  it('keeps the loudest of each stretch', () => {
    expect(fewerPeaks([0, 0.5, 0.2, 0.9, 0.1, 0], 3)).toEqual([0.5, 0.9, 0.1]);
  });

  it('is itself where there is room', () => {
    expect(fewerPeaks([0.3, 0.4], 24)).toEqual([0.3, 0.4]);
  });
});
