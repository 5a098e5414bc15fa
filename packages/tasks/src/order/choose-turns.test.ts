import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTurns, mayHaveSeveral } from './choose-turns.ts';
import type { Line } from './policy.ts';

const NOW_MS = 1_000_000;
const anyLine = fc.record({
  tier: fc.nat(4),
  slots: fc.integer({ min: 1, max: 5 }),
  running: fc.nat(3),
  usedMs: fc.nat(3_000),
  waitedMs: fc.nat(200_000),
  costs: fc.array(fc.nat(900), { minLength: 1, maxLength: 6 }),
});
const anyMoment = fc.record({ turn: fc.nat(7), free: fc.integer({ min: 1, max: 12 }) });

const toLine = (
  {
    costs,
    running,
    waitedMs,
    ...parts
  }: { costs: number[]; running: number; waitedMs: number } & Pick<Line, 'tier' | 'slots' | 'usedMs'>,
  n: number,
): Line => ({
  ...{ ...parts, running, ownerId: `p${n}`, runningMs: running * 100, waitsSinceMs: NOW_MS - waitedMs },
  waiting: costs.map((costMs, k) => ({ id: `p${n}-${k}`, costMs })),
});
const headOf = (line: Line): Line => ({ ...line, waiting: line.waiting.slice(0, 1) });

describe('the turns of a moment', () => {
  it('go to people of whom the first task of everyone told, and the rest of these few decides', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 25 }), anyMoment, (people, { turn, free }) => {
        const lines = people.map(toLine);
        const moment = { nowMs: NOW_MS, turn, free };
        const heads = lines.map(headOf);

        const several = mayHaveSeveral(heads, moment);
        const read = several ? lines.filter(({ ownerId }) => several.has(ownerId)) : heads;

        expect(chooseTurns(read, moment)).toEqual(chooseTurns(lines, moment));
      }),
      { numRuns: 2_000 },
    );
  });
});
