import { createLogger } from '@modu/logger';
import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineTask } from './index.ts';
import { keepLeases } from './keep-leases.ts';
import { createLease } from './lease.ts';

const logger = createLogger({ level: 'silent' });
const task = defineTask({ name: 'test.kept', schema: z.object({}) });
const pool = { query: vi.fn() } as unknown as Pool;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A run, and the beats of its worker; the database answers as it is told to. */
function beating(answer: () => Promise<unknown>) {
  const boss = new PgBoss('postgres://nobody');
  vi.spyOn(boss, 'touch').mockImplementation(answer as never);
  const lease = createLease({ id: 'run', retryCount: 0 }, 3_600);
  const beat = () => keepLeases({ boss, pool, task, leases: [lease], leaseSeconds: 10, logger });
  return { lease, beat };
}

describe('a run whose database says nothing at all', () => {
  it('is aborted before others may take its task', async () => {
    const { lease, beat } = beating(() => new Promise(() => undefined));
    for (let second = 3; second <= 6; second += 3) {
      await vi.advanceTimersByTimeAsync(3_000);
      void beat();
      expect(lease.signal.aborted).toBe(false);
    }

    await vi.advanceTimersByTimeAsync(3_000);
    void beat();

    expect(lease.signal.reason).toMatchObject({ code: 'LEASE_LOST' });
  });

  it('has its lease from when it was asked for, not from when a late answer came', async () => {
    const { lease, beat } = beating(() => new Promise((resolve) => setTimeout(resolve, 7_000, { settled: ['run'] })));
    void beat();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(lease.silentMs()).toBe(9_000);

    void beat();

    expect(lease.signal.reason).toMatchObject({ code: 'LEASE_LOST' });
  });

  it('goes on when it answers', async () => {
    const { lease, beat } = beating(() => Promise.resolve({ settled: ['run'] }));
    for (let second = 3; second <= 60; second += 3) {
      await vi.advanceTimersByTimeAsync(3_000);
      await beat();
    }

    expect(lease.signal.aborted).toBe(false);
    lease.end();
  });
});
