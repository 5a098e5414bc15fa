import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../../testing/index.ts';
import type { BillingStore } from '../store/database.ts';
import { holdCredits } from './hold-credits.ts';
import { listCreditDays } from './list-credit-days.ts';
import { settleHold } from './settle-hold.ts';

const jobs: Viewer = { kind: 'service', service: 'jobs', locale: 'en' };
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let now: Date;
let userId: string;

beforeAll(async () => {
  database = await testDatabase('billing-credit-days');
  store = await openTestStore(database.url, () => now);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

beforeEach(() => {
  userId = createId();
});

async function spend(amount: number, at: string): Promise<void> {
  now = new Date(at);
  const jobId = createId();
  await holdCredits(store.ledger, jobs, { jobId, userId, amount, expiresInSeconds: 20 });
  await settleHold(store.ledger, jobs, { jobId, amount });
}

const daysOf = async (from: string, to: string, timeZone?: string) => {
  const viewer: Viewer = { kind: 'user', userId, role: 'MEMBER', locale: 'en' };
  const zone = timeZone === undefined ? {} : { timeZone };
  const days = await listCreditDays(store.history, viewer, { userId, from, to, ...zone });
  return Array.isArray(days) ? days.map(({ day, spent }) => [day, spent]) : days;
};

it('credits spent at eight in the morning in Seoul are of that day there, of the one before in UTC', async () => {
  await spend(3, '2026-11-20T23:00:00Z');
  await spend(4, '2026-11-21T14:59:59Z');
  const span = ['2026-11-20T15:00:00Z', '2026-11-22T15:00:00Z'] as const;

  expect(await daysOf(...span, 'Asia/Seoul')).toEqual([['2026-11-21', 7]]);
  expect(await daysOf(...span)).toEqual([
    ['2026-11-20', 3],
    ['2026-11-21', 4],
  ]);
});

it('a Sunday of 23 hours in New York has what was spent in its last one', async () => {
  await spend(1, '2026-03-08T05:30:00Z');
  await spend(2, '2026-03-09T03:30:00Z');
  await spend(4, '2026-03-09T04:30:00Z');

  expect(await daysOf('2026-03-07T05:00:00Z', '2026-03-10T04:00:00Z', 'America/New_York')).toEqual([
    ['2026-03-08', 3],
    ['2026-03-09', 4],
  ]);
});

it('a zone that is none is refused', async () => {
  expect(await daysOf('2026-03-07T05:00:00Z', '2026-03-10T04:00:00Z', 'Mars/Olympus')).toMatchObject({
    ...{ code: 'INVALID_INPUT', reason: 'days.timeZone', path: ['timeZone'] },
  });
});
