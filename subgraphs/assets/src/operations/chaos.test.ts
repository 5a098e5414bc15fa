import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAssets } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { liveThrough } from '../../testing/lives/live-through.ts';
import type { Seen } from '../../testing/lives/live-through.ts';
import { life } from '../../testing/lives/steps.ts';

// A small share here; the full run is `npm run chaos:assets -- --seed S --runs N`. Each run has a seed of its own, from S on.
const RUNS = Number(process.env['CHAOS_RUNS'] ?? 8);
const REPORT = process.env['CHAOS_REPORT'];
const TOLD_EVERY = 25;
const SEED = Number(process.env['CHAOS_SEED'] ?? 20_261_121);
/** Room for two of a person's four files, and not for all. */
const QUOTA_BYTES = 200;

let running: RunningAssets;
beforeAll(async () => {
  running = await startAssets({ storageBytes: QUOTA_BYTES, isWorking: false });
});
afterAll(() => running.stop());

const seen: Seen = { acts: {}, troubles: {}, meanwhile: {} };
const broken: string[] = [];

/** A run with one seed; what broke is told with the seed that brings it back. */
async function runSeed(seed: number): Promise<void> {
  const lives = fc.asyncProperty(life, (steps) => liveThrough(steps, { running, seen }));
  const { failed, errorInstance } = await fc.check(lives, { numRuns: 1, seed, unbiased: true, endOnFailure: true });
  if (failed) broken.push(`seed ${seed}: ${errorInstance instanceof Error ? errorInstance.message : 'failed'}`);
}

describe('whatever dies, and whoever acts, between any two steps', () => {
  it('no READY file is lost, no quota passed, nothing left behind', async () => {
    const startedAt = Date.now();
    for (let run = 1; run <= RUNS; run++) {
      await runSeed(SEED + run - 1);
      if (REPORT === undefined) continue;
      // Written as it goes, so that a run that is ended tells what it saw.
      const tookMs = Date.now() - startedAt;
      writeFileSync(REPORT, JSON.stringify({ ...seen, broken, runs: run, firstSeed: SEED, tookMs }));
      if (run % TOLD_EVERY === 0) process.stdout.write(`${run} of ${RUNS} runs, ${broken.length} broken\n`);
    }
    expect(broken).toEqual([]);
  }, 7_200_000);
});
