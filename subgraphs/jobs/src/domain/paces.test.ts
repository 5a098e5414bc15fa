import { describe, expect, it } from 'vitest';
import { expectedRunMs, learnPaces } from './paces.ts';
import type { PastRun } from './paces.ts';

const MINUTE_MS = 60_000;
/** Runs of an estimated second, one a minute. */
const runsOf = (...runs: readonly (readonly [loads: string | null, tookMs: number])[]): PastRun[] =>
  runs.map(([loads, tookMs], n) => ({
    ...{ loads, estimatedMs: 1_000, startedAtMs: n * MINUTE_MS, endedAtMs: n * MINUTE_MS + tookMs },
  }));

describe('what past runs teach', () => {
  it('is nothing when there were none: estimates hold', () => {
    expect(learnPaces([], 1).of('flux')).toEqual({ factor: 1, loadMs: 0 });
  });

  it('is told apart by model: one is quick, another slow', () => {
    const paces = learnPaces(runsOf(['a', 500], ['a', 500], ['b', 3_000], ['b', 3_000]), 1);
    expect([paces.of('a').factor, paces.of('b').factor]).toEqual([0.5, 3]);
    expect(paces.differ).toBe(true);
  });

  it('tells the load of a model from its work, whatever the worker had before', () => {
    const paces = learnPaces(
      runsOf(['a', 900], ['b', 7_000], ['b', 2_000], ['a', 6_000], ['a', 1_000], ['b', 7_400]),
      1,
    );
    expect(paces.of('b')).toEqual({ factor: 2, loadMs: 5_200 });
    expect(paces.of('a')).toEqual({ factor: 1, loadMs: 5_000 });
  });

  it('takes a model to be at hand that one of several slots has', () => {
    const runs = runsOf(['a', 1_000], ['b', 1_000], ['a', 1_000], ['b', 1_000]);
    expect(learnPaces(runs, 2).of('a').loadMs).toBe(0);
    expect(learnPaces(runs, 2).atHand(4 * MINUTE_MS)).toEqual(['b', 'a']);
  });

  it('expects a model to be loaded again that nobody asked for in a while', () => {
    const paces = learnPaces(runsOf(['b', 1_000], ['a', 5_000], ['a', 1_000], ['b', 1_000], ['a', 5_000]), 1);
    const run = { loads: 'a', costMs: 2_000 };
    expect(expectedRunMs(paces, { ...run, startedAtMs: 5 * MINUTE_MS })).toBe(2_000);
    expect(expectedRunMs(paces, { ...run, startedAtMs: 30 * MINUTE_MS })).toBe(6_000);
  });

  it('is bounded: one run in a broken hour does not promise days', () => {
    const paces = learnPaces(runsOf(['a', 90_000_000]), 1);
    expect(paces.of('a').factor).toBe(20);
  });

  it('needs no model where none is needed', () => {
    const paces = learnPaces(runsOf([null, 1_000], [null, 4_000], [null, 1_000]), 1);
    expect(paces).toMatchObject({ differ: false });
    expect(paces.of(null)).toEqual({ factor: 1, loadMs: 0 });
  });
});
