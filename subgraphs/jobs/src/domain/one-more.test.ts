import type { Line } from '@modu/tasks';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { playOn } from './foresee.ts';
import type { QueueNow } from './foresee.ts';
import { foreseeOneMore } from './one-more.ts';
import { learnPaces } from './paces.ts';

const NOW_MS = 1_000_000;
const second = fc.integer({ min: 1, max: 10 }).map((seconds) => seconds * 1_000);

const anyLine = fc.record({
  tier: fc.nat(4),
  slots: fc.integer({ min: 1, max: 4 }),
  usedMs: second,
  costs: fc.array(second, { minLength: 1, maxLength: 4 }),
});
const anyQueue = fc.record({
  slots: fc.integer({ min: 1, max: 4 }),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 30 }),
  runningMs: fc.array(second, { maxLength: 4 }),
});

/** A queue in which nobody is overdue. */
function toQueue({ slots, lines, runningMs }: Parameters<Parameters<typeof anyQueue.map>[0]>[0]): QueueNow {
  return {
    ...{ turn: 0, nowMs: NOW_MS, slots, coldStartMs: 0, paces: learnPaces([], slots), needs: new Map() },
    running: runningMs.slice(0, slots).map((costMs) => ({ ownerId: 'other', costMs, elapsedMs: 0, loads: null })),
    lines: lines.map(({ costs, ...line }, n) => ({
      ...{ ...line, ownerId: `o${n}`, running: 0, runningMs: 0, waitsSinceMs: NOW_MS + 10_000_000 },
      waiting: costs.map((costMs, m) => ({ id: `o${n}-${m}`, costMs })),
    })),
  };
}

/** What playing everything anew with the task would say. */
function playedAnew(queue: QueueNow, line: Line) {
  const longer = { ...line, waiting: [...line.waiting, { id: 'next', costMs: 2_000 }] };
  return playOn({ ...queue, lines: queue.lines.map((one) => (one === line ? longer : one)) }).forecasts.get('next');
}

it('one more task of somebody is foretold from the queue as it was played once', () => {
  fc.assert(
    fc.property(anyQueue, fc.nat(), (drawn, n) => {
      const queue = toQueue(drawn);
      const line = queue.lines[n % queue.lines.length]!;

      const told = foreseeOneMore(queue, playOn(queue), { line, tookMs: 2_000 })!;
      const anew = playedAnew(queue, line)!;

      // Among equals either may be first.
      expect(Math.abs(told.position - anew.position)).toBeLessThanOrEqual(8);
      expect(told.startsInMs).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('whoever has used least of a tier comes before the others, and behind what waits of their own', () => {
  const queue = toQueue({
    ...{ slots: 1, runningMs: [1_000] },
    lines: [
      { tier: 1, slots: 2, usedMs: 0, costs: [2_000] },
      { tier: 1, slots: 2, usedMs: 60_000, costs: [3_000, 3_000] },
      { tier: 0, slots: 2, usedMs: 0, costs: [1_000] },
    ],
  });
  const next = (n: number) => foreseeOneMore(queue, playOn(queue), { line: queue.lines[n]!, tookMs: 500 });

  expect(next(0)).toEqual({ position: 2, startsInMs: 3_000, endsInMs: 3_500 });
  expect(next(1)).toEqual({ position: 4, startsInMs: 9_000, endsInMs: 9_500 });
  expect(next(2)).toEqual({ position: 5, startsInMs: 10_000, endsInMs: 10_500 });
});
