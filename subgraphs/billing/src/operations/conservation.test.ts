import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/index.ts';
import { auditLedger } from '../../testing/ledger-audit.ts';
import { ledgerRounds, takeStep } from '../../testing/ledger-steps.ts';
import type { BillingStore } from '../store/database.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let now = new Date('2026-11-20T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase('billing-conservation');
  store = await openTestStore(database.url, () => now);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

const audit = (userId: string) => auditLedger(store.ledger.pool, userId);

async function expectConserved(userId: string): Promise<void> {
  const seen = await audit(userId);
  expect(seen).toMatchObject({ entriesSum: 0, brokenChain: 0 });
  expect(seen.available + seen.held).toBe(seen.granted - seen.spent);
  expect([seen.available, seen.held]).toEqual([seen.availableByEntries, seen.heldByEntries]);
  expect(seen.held).toBe(seen.openHolds);
  expect(seen.spent).toBe(seen.settled);
  expect(Math.min(seen.available, seen.held)).toBeGreaterThanOrEqual(0);
}

/** `FC_RUNS` and `FC_SEED` in the environment lengthen a run or bring one back; failures print their seed. */
const runs = {
  numRuns: Number(process.env['FC_RUNS'] ?? 300),
  ...(process.env['FC_SEED'] ? { seed: Number(process.env['FC_SEED']) } : {}),
};

describe('credits', () => {
  it('are neither made nor lost, whatever happens at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerRounds, async (rounds) => {
        const userId = createId();
        await takeStep(store.ledger, userId, { step: 'grant', key: 0, amount: 1 });
        for (const { steps, secondsAfter } of rounds) {
          await Promise.all(steps.map((step) => takeStep(store.ledger, userId, step)));
          await expectConserved(userId);
          now = new Date(now.getTime() + secondsAfter * 1_000);
        }
      }),
      runs,
    );
  }, 300_000);

  it('do not move when a step comes again', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerRounds, async (rounds) => {
        const userId = createId();
        await takeStep(store.ledger, userId, { step: 'grant', key: 0, amount: 1 });
        for (const { steps, secondsAfter } of rounds) {
          for (const step of steps) {
            const first = await takeStep(store.ledger, userId, step);
            const afterFirst = await audit(userId);
            const again = await takeStep(store.ledger, userId, step);

            expect(await audit(userId)).toEqual(afterFirst);
            if (step.step !== 'sweep') expect(again).toEqual(first);
          }
          now = new Date(now.getTime() + secondsAfter * 1_000);
        }
        await expectConserved(userId);
      }),
      runs,
    );
  }, 300_000);
});
