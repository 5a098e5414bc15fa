import { describe, expect, it } from 'vitest';
import { figuresByDay, usageByKind } from './usage.ts';

const days = [
  { day: '2026-11-19', kind: 'image.upscale', jobs: 1, credits: 4, seconds: 2 },
  { day: '2026-11-21', kind: 'image.upscale', jobs: 2, credits: 8, seconds: 3 },
  { day: '2026-11-21', kind: 'image.text-to-image', jobs: 5, credits: 10, seconds: 9.5 },
  { day: '2026-11-21', kind: 'speech.read', jobs: 1, credits: 1, seconds: 60 },
];
const span = { days: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'] };

describe('usage on the credits page', () => {
  it('has a figure for every day, in the measure that was chosen', () => {
    const read = (measure: 'credits' | 'jobs' | 'seconds') =>
      figuresByDay(days, { measure, span }).map(({ value }) => value);

    expect(read('credits')).toEqual([0, 4, 0, 19]);
    expect(read('jobs')).toEqual([0, 1, 0, 8]);
    expect(read('seconds')).toEqual([0, 2, 0, 72.5]);
  });

  it('is summed by what people call the kinds, the dearest first', () => {
    expect(usageByKind(days)).toEqual([
      { word: 'usedForUpscaling', jobs: 3, credits: 12, seconds: 5 },
      { word: 'usedForPictures', jobs: 5, credits: 10, seconds: 9.5 },
      { word: 'usedForSpeech', jobs: 1, credits: 1, seconds: 60 },
    ]);
    expect(usageByKind([{ day: '2026-11-21', kind: 'dream', jobs: 1, credits: 0, seconds: 1 }])[0]?.word).toBe(
      'usedForOthers',
    );
  });
});
