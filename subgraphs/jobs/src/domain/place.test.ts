import { describe, expect, it } from 'vitest';
import { farBack } from './place.ts';

const lineOf = (count: number) => ({
  ...{ ownerId: 'ada', tier: 0, slots: 2, running: 0, runningMs: 0, usedMs: 0, waitsSinceMs: 0 },
  waiting: Array.from({ length: count }, (_, n) => ({ id: `ada${n}`, costMs: 1_000 })),
});
const jobOf = (id: string, attempt = 0) => ({ id, attempt });

describe('the place of a job whose turn is not foretold', () => {
  it('is behind all turns that are', () => {
    expect(farBack(jobOf('ada4'), { line: lineOf(9), firstMax: 300, turns: 1_000 })).toEqual({ positionMin: 1_001 });
  });

  it('is behind those before it in its own line, where fewer turns than these are foretold', () => {
    expect(farBack(jobOf('ada8'), { line: lineOf(9), firstMax: 300, turns: 5 })).toEqual({ positionMin: 9 });
    expect(farBack(jobOf('later'), { line: lineOf(9), firstMax: 9, turns: 5 })).toEqual({ positionMin: 10 });
  });

  it('is not told while it waits for another try, or stands in no line yet', () => {
    expect(farBack(jobOf('tried', 1), { line: lineOf(9), firstMax: 9, turns: 5 })).toBeUndefined();
    expect(farBack(jobOf('new'), { line: lineOf(8), firstMax: 9, turns: 5 })).toBeUndefined();
  });
});
