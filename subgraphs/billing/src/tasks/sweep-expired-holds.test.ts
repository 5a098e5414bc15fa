import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestStore } from '../../testing/index.ts';
import { holdCredits } from '../operations/hold-credits.ts';
import { readAccounts } from '../operations/read-accounts.ts';
import type { BillingStore } from '../store/database.ts';
import { startHoldSweep } from './sweep-expired-holds.ts';

const service = { kind: 'service', service: 'jobs', locale: 'en' } as const;
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let now = new Date('2026-11-20T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase('billing-sweep');
  store = await openTestStore(database.url, () => now);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('the sweep of expired holds', () => {
  it('gives back by itself what nobody renewed, and goes on after a round that failed', async () => {
    const logged: string[] = [];
    const logger = createLogger({ destination: { write: (line: string) => void logged.push(line) } });
    const userId = createId();
    await holdCredits(store.ledger, service, { jobId: createId(), userId, amount: 40, expiresInSeconds: 20 });
    let failures = 1;
    const flaky = {
      ...store.ledger,
      now: () => {
        if (failures-- > 0) throw new Error('the clock stood still');
        return now;
      },
    };

    const sweep = startHoldSweep(flaky, { logger, intervalMs: 10 });
    now = new Date(now.getTime() + 20_000);
    await vi.waitFor(async () => {
      const [account] = await readAccounts(store.ledger, service, [userId]);
      expect(account).toMatchObject({ available: 100, held: 0 });
    });
    await sweep.stop();

    expect(logged.join()).toContain('the clock stood still');
    expect(logged.join()).toContain('"freedCredits":40');
  });
});
