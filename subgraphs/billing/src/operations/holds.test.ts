import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/index.ts';
import type { BillingStore } from '../store/database.ts';
import { grantCredits } from './grant-credits.ts';
import { holdCredits } from './hold-credits.ts';
import { listReceipts } from './list-receipts.ts';
import { readAccounts } from './read-accounts.ts';
import { releaseHold } from './release-hold.ts';
import { renewHolds } from './renew-holds.ts';
import { settleHold } from './settle-hold.ts';
import { sweepExpired } from './sweep-expired.ts';

const jobs: Viewer = { kind: 'service', service: 'jobs', locale: 'en' };
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let now = new Date('2026-11-20T09:00:00Z');
let userId: string;
let jobId: string;

beforeAll(async () => {
  database = await testDatabase('billing-holds');
  store = await openTestStore(database.url, () => now);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

beforeEach(() => {
  userId = createId();
  jobId = createId();
});

const wait = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000));
const hold = (amount: number, job = jobId, expiresInSeconds = 20) =>
  holdCredits(store.ledger, jobs, { jobId: job, userId, amount, expiresInSeconds });
const settle = (amount: number) => settleHold(store.ledger, jobs, { jobId, amount });
const release = (note?: string) => releaseHold(store.ledger, jobs, { jobId, ...(note ? { note } : {}) });
const balance = async () => {
  const [account] = await readAccounts(store.ledger, jobs, [userId]);
  return { available: account?.available, held: account?.held };
};
const receipt = async () => {
  const [entries] = await listReceipts(store.history, jobs, [jobId]);
  return entries?.map(({ kind, amount, note }) => [kind, amount, note]);
};

describe('a job that runs to its end', () => {
  it('holds its price, spends what it cost and gives back the rest', async () => {
    expect(await hold(10)).toMatchObject({ jobId, userId, amount: 10, settledAmount: 0, status: 'OPEN' });
    expect(await balance()).toEqual({ available: 90, held: 10 });

    expect(await settle(7)).toMatchObject({ status: 'SETTLED', settledAmount: 7 });
    expect(await balance()).toEqual({ available: 93, held: 0 });
    expect(await receipt()).toEqual([
      ['HOLD', -10, null],
      ['SETTLE', 0, null],
      ['RELEASE', 3, 'rest'],
    ]);
  });

  it('is charged once, however often each step comes again', async () => {
    for (let time = 0; time < 3; time++) await hold(10);
    for (let time = 0; time < 3; time++) await settle(10);
    expect(await hold(10)).toMatchObject({ status: 'SETTLED' });
    expect(await release()).toMatchObject({ status: 'SETTLED' });

    expect(await balance()).toEqual({ available: 90, held: 0 });
    expect(await settle(9)).toMatchObject({ code: 'CONFLICT' });
  });

  it('is never charged more than it held', async () => {
    await hold(10);

    expect(await settle(11)).toMatchObject({ refused: true, code: 'INVALID_INPUT' });
    expect(await balance()).toEqual({ available: 90, held: 10 });
  });
});

describe('a job that does not', () => {
  it('gets everything back, once, with the reason', async () => {
    await hold(10);
    expect(await release('canceled')).toMatchObject({ status: 'RELEASED' });
    await release('canceled');

    expect(await balance()).toEqual({ available: 100, held: 0 });
    expect(await receipt()).toEqual([
      ['HOLD', -10, null],
      ['RELEASE', 10, 'canceled'],
    ]);
  });

  it('is not charged by a run that outlived it, before or after its hold would have expired', async () => {
    await hold(10);
    await release('worker lost');
    expect(await settle(10)).toMatchObject({ code: 'ALREADY_FINISHED' });

    await hold(10);
    wait(20);
    await sweepExpired(store.ledger);
    await release('worker lost');
    expect(await settle(10)).toMatchObject({ code: 'ALREADY_FINISHED' });
    expect(await balance()).toEqual({ available: 100, held: 0 });
  });

  it('may be tried again under the same id', async () => {
    await hold(10);
    await release();

    expect(await hold(10)).toMatchObject({ status: 'OPEN' });
    expect(await balance()).toEqual({ available: 90, held: 10 });
  });
});

describe('a hold that nobody renews', () => {
  it('gives its credits back at the next sweep, and only then', async () => {
    await hold(10);
    wait(19);
    await sweepExpired(store.ledger);
    expect(await balance()).toEqual({ available: 90, held: 10 });

    wait(1);
    await sweepExpired(store.ledger);
    expect(await balance()).toEqual({ available: 100, held: 0 });
    expect(await receipt()).toContainEqual(['RELEASE', 10, 'expired']);
  });

  it('lives on when it is renewed or asked for again; its expiry never moves back', async () => {
    await hold(10);
    expect(await renewHolds(store.ledger, jobs, { jobIds: [jobId, createId()], expiresInSeconds: 600 })).toEqual([
      jobId,
    ]);
    await hold(10);
    wait(599);
    await sweepExpired(store.ledger);

    expect(await balance()).toEqual({ available: 90, held: 10 });
  });

  it('does not stand in the way of a new one before the sweep comes', async () => {
    await hold(100, createId());
    expect(await hold(60)).toMatchObject({ code: 'INSUFFICIENT_CREDITS', params: { needed: 60, available: 0 } });
    wait(20);

    expect(await hold(60)).toMatchObject({ status: 'OPEN' });
    expect(await balance()).toEqual({ available: 40, held: 60 });
  });

  it('is charged anew when its job settles late, if the balance allows', async () => {
    await hold(60);
    wait(20);
    await sweepExpired(store.ledger);
    expect(await settle(50)).toMatchObject({ status: 'SETTLED', settledAmount: 50 });
    expect(await balance()).toEqual({ available: 50, held: 0 });
  });

  it('is refused when its job settles late and the credits are gone', async () => {
    await hold(60);
    wait(20);
    await sweepExpired(store.ledger);
    await hold(90, createId());

    expect(await settle(60)).toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
    expect(await balance()).toEqual({ available: 10, held: 90 });
  });

  it('does not stand in the way of its owner, however many of others expired meanwhile', async () => {
    const people = Array.from({ length: 30 }, () => createId());
    for (const person of people)
      for (let n = 0; n < 10; n += 1)
        await holdCredits(store.ledger, jobs, { jobId: createId(), userId: person, amount: 10, expiresInSeconds: 1 });
    wait(2);

    const held = await Promise.all(
      people.map((person) =>
        holdCredits(store.ledger, jobs, { jobId: createId(), userId: person, amount: 100, expiresInSeconds: 20 }),
      ),
    );

    expect(held.map((one) => ('code' in one ? one.code : one.status))).toEqual(people.map(() => 'OPEN'));
  });

  it('is given back once when two processes sweep at the same moment', async () => {
    const other = await openTestStore(database.url, () => now);
    const people = Array.from({ length: 10 }, () => createId());
    for (const person of people) {
      await holdCredits(store.ledger, jobs, { jobId: createId(), userId: person, amount: 5, expiresInSeconds: 1 });
    }
    wait(2);
    await Promise.all([sweepExpired(store.ledger), sweepExpired(other.ledger)]);
    await sweepExpired(store.ledger);
    await other.close();

    const accounts = await readAccounts(store.ledger, jobs, people);
    expect(accounts.map(({ available, held }) => [available, held])).toEqual(people.map(() => [100, 0]));
  });
});

describe('a crowd', () => {
  it('of 100 holds on 30 credits lets exactly 30 through', async () => {
    await hold(70);
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => hold(1, createId())));

    expect(outcomes.filter((outcome) => 'status' in outcome)).toHaveLength(30);
    expect(await balance()).toEqual({ available: 0, held: 100 });
  });

  it('of equal requests holds once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => hold(10)));

    expect(await balance()).toEqual({ available: 90, held: 10 });
  });

  it('of two people who claim one job gives it to one', async () => {
    const people = [createId(), createId()];
    const outcomes = await Promise.all(
      people.map((person) =>
        holdCredits(store.ledger, jobs, { jobId, userId: person, amount: 5, expiresInSeconds: 9 }),
      ),
    );

    expect(outcomes.filter((outcome) => 'status' in outcome)).toHaveLength(1);
    expect(outcomes).toContainEqual(expect.objectContaining({ code: 'CONFLICT' }));
    const accounts = await readAccounts(store.ledger, jobs, people);
    expect(accounts.map(({ held }) => held).sort()).toEqual([0, 5]);
  });
});

describe('what is not in order', () => {
  it('is refused, and nothing moves', async () => {
    for (const amount of [0, -5, 1.5, 1_000_001]) {
      expect(await hold(amount)).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'amount'] });
      expect(await settle(amount)).toMatchObject({ code: 'INVALID_INPUT', path: ['amount'] });
    }
    expect(await hold(1, jobId, 0)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await hold(1, '')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await settle(1)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await release()).toMatchObject({ code: 'NOT_FOUND' });
    const jobIds = Array.from({ length: 1_001 }, () => jobId);
    expect(await renewHolds(store.ledger, jobs, { jobIds, expiresInSeconds: 1 })).toMatchObject({
      code: 'INVALID_INPUT',
    });

    expect(await balance()).toEqual({ available: 100, held: 0 });
  });

  it('is another amount or person under the id of a grant', async () => {
    const grant = { userId, amount: 50, idempotencyKey: createId() };
    expect(await grantCredits(store.ledger, jobs, grant)).toMatchObject({ available: 150 });
    expect(await grantCredits(store.ledger, jobs, grant)).toMatchObject({ available: 150 });

    expect(await grantCredits(store.ledger, jobs, { ...grant, amount: 51 })).toMatchObject({ code: 'CONFLICT' });
    expect(await grantCredits(store.ledger, jobs, { ...grant, userId: createId() })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('is anybody but a service moving credits, their own included', async () => {
    const owner: Viewer = { kind: 'user', userId, role: 'ADMIN', locale: 'en' };
    const request = { jobId, userId, amount: 1, expiresInSeconds: 9 };

    for (const attempt of [
      () => holdCredits(store.ledger, owner, request),
      () => settleHold(store.ledger, owner, { jobId, amount: 1 }),
      () => releaseHold(store.ledger, owner, { jobId }),
      () => renewHolds(store.ledger, owner, { jobIds: [jobId], expiresInSeconds: 9 }),
      () => grantCredits(store.ledger, owner, { userId, amount: 9, idempotencyKey: 'gift' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
