import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTurns } from './choose-turns.ts';
import { afterTurn, chooseLine, decayed, dueAt, HALF_LIFE_MS, OVERDUE_EVERY, PATIENCE_MS, TIER_MAX } from './policy.ts';
import type { Line } from './policy.ts';

const NOW = 1_000_000_000;
const tasks = (count: number, costMs = 1_000) => Array.from({ length: count }, (_, n) => ({ id: `t${n}`, costMs }));
const lineOf = (ownerId: string, parts: Partial<Line> = {}): Line => ({
  ownerId,
  ...{ tier: 0, slots: 1_000, running: 0, runningMs: 0, usedMs: 0, waitsSinceMs: NOW, waiting: tasks(3) },
  ...parts,
});
const chosen = (lines: readonly Line[], turn = 0) => chooseLine(lines, { nowMs: NOW, turn })?.ownerId;

describe('whose turn it is', () => {
  it('is that of the higher tier, though others have used less', () => {
    const busy = lineOf('pro', { tier: 2, usedMs: 90_000 });
    expect(chosen([lineOf('free'), busy, lineOf('starter', { tier: 1 })])).toBe('pro');
  });

  it('within a tier, is that of whoever has the least engine time running and used, not the fewest jobs', () => {
    const long = lineOf('one long job', { running: 1, runningMs: 60_000 });
    const short = lineOf('five short jobs', { running: 5, runningMs: 5_000, usedMs: 4_000 });
    expect(chosen([long, short])).toBe('five short jobs');
  });

  it('is nobody’s who has no slot free or nothing waiting', () => {
    expect(chosen([lineOf('full', { slots: 2, running: 2 }), lineOf('idle', { waiting: [] })])).toBeUndefined();
  });

  it('every fourth time is that of whoever is overdue longest', () => {
    const late = lineOf('late', { waitsSinceMs: NOW - (PATIENCE_MS[0] ?? 0) - 1 });
    const lines = [lineOf('enterprise', { tier: TIER_MAX }), late];
    const turns = Array.from({ length: OVERDUE_EVERY * 2 }, (_, turn) => chosen(lines, turn));
    expect(turns.flatMap((owner, turn) => (owner === 'late' ? [turn] : []))).toEqual([3, 7]);
  });

  it('forgets what was used by half in its half-life', () => {
    expect(decayed(1_000, HALF_LIFE_MS)).toBeCloseTo(500);
    expect(decayed(1_000, -5)).toBe(1_000);
  });
});

const anyLine = fc.record({
  tier: fc.integer({ min: 0, max: TIER_MAX }),
  usedMs: fc.integer({ min: 0, max: 1_000_000 }),
  agoMs: fc.integer({ min: 0, max: 900_000 }),
  costMs: fc.integer({ min: 1, max: 600_000 }),
});
const anyCrowd = fc.array(anyLine, { minLength: 1, maxLength: 25 });
type Crowd = readonly { tier: number; usedMs: number; agoMs: number; costMs: number }[];

const toLines = (crowd: Crowd) =>
  crowd.map(({ tier, usedMs, agoMs, costMs }, n) =>
    lineOf(`p${n}`, { tier, usedMs, waitsSinceMs: NOW - agoMs, waiting: tasks(400, costMs) }),
  );

describe('the bound on waiting', () => {
  it('holds whatever the others do: everyone’s turn comes 4 × (1 + those due before) turns after they are overdue', () => {
    fc.assert(
      fc.property(anyCrowd, fc.nat(3), fc.integer({ min: 1, max: 20_000 }), anyCrowd, (crowd, phase, stepMs, late) => {
        let lines = toLines(crowd);
        const newcomers = toLines(late).map((line, n) => ({ ...line, ownerId: `late${n}`, waitsSinceMs: NOW }));
        const pending = new Map(lines.map((line) => [line.ownerId, { dueAt: dueAt(line), left: -1 }]));
        for (let turn = phase, nowMs = NOW; turn < phase + 300 && pending.size > 0; turn += 1, nowMs += stepMs) {
          // Someone new comes at every turn, as demanding as can be: they have used nothing.
          const newcomer = newcomers[turn % newcomers.length];
          if (newcomer) lines = [...lines, { ...newcomer, ownerId: `late${turn}`, waitsSinceMs: nowMs }];
          for (const wait of pending.values()) {
            if (wait.dueAt > nowMs) continue;
            const before = lines.filter((line) => dueAt(line) <= wait.dueAt).length - 1;
            wait.left = wait.left < 0 ? OVERDUE_EVERY * (1 + before) : wait.left - 1;
            expect(wait.left).toBeGreaterThan(0);
          }
          const line = chooseLine(lines, { nowMs, turn });
          if (!line) throw new Error('Somebody always may run.');
          pending.delete(line.ownerId);
          lines = lines.map((each) => (each === line ? afterTurn(line, nowMs) : each));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is not bought with slots: nobody ever runs more than they may', () => {
    fc.assert(
      fc.property(anyCrowd, fc.integer({ min: 1, max: 60 }), fc.nat(100), (crowd, free, turn) => {
        const lines = toLines(crowd).map((line, n) => ({ ...line, slots: (n % 3) + 1 }));
        const counts = Map.groupBy(chooseTurns(lines, { nowMs: NOW, turn, free }), ({ ownerId }) => ownerId);
        for (const { ownerId, slots } of lines) expect(counts.get(ownerId)?.length ?? 0).toBeLessThanOrEqual(slots);
      }),
    );
  });

  it('leaves no slot empty while someone may run', () => {
    fc.assert(
      fc.property(anyCrowd, fc.integer({ min: 1, max: 60 }), (crowd, free) => {
        const lines = toLines(crowd).map((line) => ({ ...line, slots: 2 }));
        const possible = Math.min(free, lines.length * 2);
        expect(chooseTurns(lines, { nowMs: NOW, turn: 0, free })).toHaveLength(possible);
      }),
    );
  });
});
