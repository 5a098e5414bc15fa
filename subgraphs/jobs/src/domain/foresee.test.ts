import type { Line } from '@modu/tasks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foresee } from './foresee.ts';
import type { QueueNow } from './foresee.ts';
import { learnPaces } from './paces.ts';
import type { PastRun } from './paces.ts';

const lineOf = (ownerId: string, costs: readonly number[], parts: Partial<Line> = {}): Line => ({
  ...{ ownerId, tier: 0, slots: 2, running: 0, runningMs: 0, usedMs: 0, waitsSinceMs: 0 },
  waiting: costs.map((costMs, n) => ({ id: `${ownerId}${n}`, costMs })),
  ...parts,
});
const queueOf = (parts: Partial<QueueNow>): QueueNow => ({
  ...{ lines: [], turn: 0, nowMs: 1_000, running: [], slots: 1, coldStartMs: 30_000 },
  ...{ paces: learnPaces([], 1), needs: new Map<string, string>() },
  ...parts,
});

/** One slot: runs take as estimated, 4 s longer when flux had to be loaded and 8 s when sdxl had. */
const TAUGHT: readonly PastRun[] = [
  ['flux', 5_000],
  ['flux', 1_000],
  ['sdxl', 9_000],
  ['sdxl', 1_000],
  ['flux', 5_000],
  ['flux', 1_000],
].map(([loads, tookMs], n) => {
  const startedAtMs = n * 20_000;
  return { loads: String(loads), estimatedMs: 1_000, startedAtMs, endedAtMs: startedAtMs + Number(tookMs) };
});
const LAST_ENDED_MS = 101_000;

describe('the forecast of a wait', () => {
  it('lets jobs follow each other as the engines become free', () => {
    const running = [{ ownerId: 'bo', costMs: 5_000, elapsedMs: 2_000, loads: null }];
    const forecast = foresee(queueOf({ lines: [lineOf('ada', [1_000, 1_000])], running }));

    expect(forecast.get('ada0')).toEqual({ position: 1, startsInMs: 3_000, endsInMs: 4_000 });
    expect(forecast.get('ada1')).toEqual({ position: 2, startsInMs: 4_000, endsInMs: 5_000 });
  });

  it('knows what a person may run at once, and that others pass them meanwhile', () => {
    const lines = [lineOf('ada', [1_000, 1_000], { slots: 1, tier: 2 }), lineOf('bo', [1_000])];
    const forecast = foresee(queueOf({ lines, slots: 4 }));

    expect(forecast.get('bo0')).toMatchObject({ position: 2, startsInMs: 0 });
    expect(forecast.get('ada1')).toMatchObject({ position: 3, startsInMs: 1_000 });
  });

  it('frees a person’s slots that work of another kind fills, which takes none of these', () => {
    const running = [{ ownerId: 'ada', costMs: 5_000, elapsedMs: 0, loads: null, isElsewhere: true }];
    const lines = [lineOf('ada', [1_000], { slots: 1, running: 1, runningMs: 5_000 }), lineOf('bo', [1_000])];
    const forecast = foresee(queueOf({ lines, running }));

    expect(forecast.get('bo0')).toMatchObject({ position: 1, startsInMs: 0 });
    expect(forecast.get('ada0')).toMatchObject({ position: 2, startsInMs: 5_000 });
  });

  it('promises nothing behind a line of which only the first are known', () => {
    const lines = [lineOf('many', [1_000, 1_000], { tier: 2 }), lineOf('bo', [1_000])];
    const forecast = foresee(queueOf({ lines, firstMax: 2 }));

    expect([...forecast.keys()]).toEqual(['many0', 'many1']);
  });

  it('counts what the last runs taught, and the start of the first worker', () => {
    const lines = [lineOf('ada', [1_000])];
    const paces = learnPaces([{ loads: null, estimatedMs: 100, startedAtMs: 0, endedAtMs: 300 }], 1);
    expect(foresee(queueOf({ lines, paces })).get('ada0')?.endsInMs).toBe(3_000);
    expect(foresee(queueOf({ lines, slots: 0 })).get('ada0')?.startsInMs).toBe(30_000);
  });

  it('counts the load of a model that no idle worker has, and once only', () => {
    const needs = new Map([...['ada0', 'ada2', 'ada3'].map((id) => [id, 'flux'] as const), ['ada1', 'sdxl'] as const]);
    const lines = [lineOf('ada', [1_000, 1_000, 1_000, 1_000])];
    const forecast = foresee(queueOf({ lines, needs, paces: learnPaces(TAUGHT, 1), nowMs: LAST_ENDED_MS + 1_000 }));

    const took = ['ada0', 'ada1', 'ada2', 'ada3'].map((id) => {
      const { startsInMs = 0, endsInMs = 0 } = forecast.get(id) ?? {};
      return endsInMs - startsInMs;
    });
    expect(took, 'flux is loaded, then sdxl, then flux again').toEqual([1_000, 9_000, 5_000, 1_000]);
  });

  it('places everyone who waits once, in the order of their starts', () => {
    const anyLine = fc.record({
      tier: fc.nat(4),
      slots: fc.integer({ min: 1, max: 4 }),
      costs: fc.array(fc.nat(9_000)),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (people, slots) => {
        const lines = people.map(({ costs, ...parts }, n) => lineOf(`p${n}-`, costs, parts));
        const forecasts = [...foresee(queueOf({ lines, slots })).values()];

        expect(forecasts).toHaveLength(people.reduce((sum, { costs }) => sum + costs.length, 0));
        expect(forecasts.map(({ position }) => position)).toEqual(forecasts.map((_, n) => n + 1));
        const starts = forecasts.map(({ startsInMs }) => startsInMs);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
