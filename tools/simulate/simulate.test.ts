import { describe, expect, it } from 'vitest';
import { jainIndex, waitsByTier } from './report.ts';
import { runQueue } from './run-queue.ts';
import { crowd, flood, starvation } from './scenarios.ts';

const SEED = 7;

describe('the queue, simulated', () => {
  it('keeps everyone else’s waits short while one person floods it', () => {
    const { served, due } = runQueue(flood({ seed: SEED, jobs: 2_000 }));
    const waits = new Map(waitsByTier(served).map((row) => [row.who, row]));

    expect(waits.get('enterprise')?.p95Ms).toBeLessThan(5_000);
    expect(waits.get('pro')?.p95Ms).toBeLessThan(10_000);
    expect(waits.get('free')?.worstMs).toBeLessThan(600_000);
    expect(due.late).toBe(0);
  });

  it('shares engine time, not jobs, between people of a tier', () => {
    const { engineMs } = runQueue(crowd({ seed: SEED }));
    expect(jainIndex([...engineMs.values()])).toBeGreaterThan(0.95);
  });

  it('starves nobody, even when the highest tier alone wants more than there is', () => {
    const { served, due } = runQueue(starvation({ seed: SEED }));
    const lower = served.filter(({ tier }) => tier < 4);
    expect(lower).toHaveLength(120);
    expect(due.turns).toBeGreaterThan(0);
    expect(due.late).toBe(0);
  });
});
