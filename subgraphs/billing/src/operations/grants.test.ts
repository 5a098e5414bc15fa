import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/index.ts';
import { auditLedger, problemsIn } from '../../testing/ledger-audit.ts';
import type { GrantSource } from '../domain/ledger/grant.ts';
import type { BillingStore } from '../store/database.ts';
import { adjustCredits } from './adjust-credits.ts';
import { grantCredits } from './grant-credits.ts';
import { holdCredits } from './hold-credits.ts';
import { listUsableGrants } from './list-usable-grants.ts';
import { refundCharge } from './refund-charge.ts';
import { releaseHold } from './release-hold.ts';
import { settleHold } from './settle-hold.ts';
import { sweepExpired } from './sweep-expired.ts';

const service: Viewer = { kind: 'service', service: 'testing', locale: 'en' };
const admin: Viewer = { kind: 'user', userId: 'an admin', role: 'ADMIN', locale: 'en' };
const START = new Date('2026-11-20T09:00:00Z');
const DAY_MS = 86_400_000;
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let now = START;
let userId: string;

beforeAll(async () => {
  database = await testDatabase('billing-grants');
  store = await openTestStore(database.url, () => now);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

beforeEach(async () => {
  userId = createId();
  now = START;
  await store.ledger.run(userId, { type: 'look' });
  // The welcome credits would stand in the way of counting.
  await store.ledger.run(userId, { type: 'adjust', key: `empty:${userId}`, change: -100, note: 'start from nothing' });
});

const days = (count: number) => new Date(START.getTime() + count * DAY_MS);
const give = (source: GrantSource, amount: number, expiresAt: Date | null = null) =>
  grantCredits(store.ledger, service, { userId, source, amount, expiresAt, idempotencyKey: createId() });
const left = async () =>
  (await listUsableGrants(store, service, userId)).map(({ source, remaining }) => [source, remaining]);
const hold = (jobId: string, amount: number) =>
  holdCredits(store.ledger, service, { jobId, userId, amount, expiresInSeconds: 86_400 });
const audit = () => auditLedger(store.ledger.pool, userId);

describe('credits are used', () => {
  it('soonest expiry first, then plan before gift before purchase', async () => {
    await give('PURCHASE', 10);
    await give('PURCHASE', 10, days(2));
    await give('PLAN', 10, days(3));
    await give('GIFT', 10);
    await give('PLAN', 10, days(1));
    expect(await left()).toEqual([
      ['PLAN', 10],
      ['PURCHASE', 10],
      ['PLAN', 10],
      ['GIFT', 10],
      ['PURCHASE', 10],
    ]);

    const jobId = createId();
    await hold(jobId, 35);
    expect(await left()).toEqual([
      ['GIFT', 5],
      ['PURCHASE', 10],
    ]);
    await settleHold(store.ledger, service, { jobId, amount: 15 });

    expect(await left()).toEqual([
      ['PURCHASE', 5],
      ['PLAN', 10],
      ['GIFT', 10],
      ['PURCHASE', 10],
    ]);
  });

  it('never after their expiry, however late the sweep comes', async () => {
    await give('PLAN', 50, days(1));
    now = days(1);

    expect(await hold(createId(), 10)).toMatchObject({ code: 'INSUFFICIENT_CREDITS', params: { available: 0 } });
    expect(await audit()).toMatchObject({ available: 0, expired: 50 });
  });
});

describe('a grant that expires', () => {
  it('leaves the balance at the next sweep, and what was held follows when it comes back', async () => {
    await give('PLAN', 50, days(1));
    const jobId = createId();
    await hold(jobId, 20);
    now = days(1);
    await sweepExpired(store.ledger);
    expect(await audit()).toMatchObject({ available: 0, held: 0, expired: 50 });

    const other = createId();
    await give('PLAN', 30, days(2));
    await hold(other, 30);
    now = new Date(days(2).getTime() - 1_000);
    await hold(other, 30);
    now = days(2);
    await releaseHold(store.ledger, service, { jobId: other, note: 'canceled' });
    expect(await audit()).toMatchObject({ available: 0, held: 0, expired: 80 });
    expect(problemsIn(await audit())).toEqual([]);
  });
});

describe('a charge', () => {
  it('is given back in part and in all, once per key and never twice', async () => {
    await give('PURCHASE', 50);
    const jobId = createId();
    await hold(jobId, 40);
    await settleHold(store.ledger, service, { jobId, amount: 40 });
    const refund = (amount: number, idempotencyKey: string) =>
      refundCharge(store.ledger, service, { jobId, amount, idempotencyKey, note: 'a bad picture' });

    expect(await refund(15, 'first')).toMatchObject({ settledAmount: 40, refundedAmount: 15 });
    await refund(15, 'first');
    expect(await refund(14, 'first')).toMatchObject({ code: 'CONFLICT' });
    expect(await refund(26, 'second')).toMatchObject({ code: 'INVALID_INPUT', params: { charged: 25 } });
    await refund(25, 'second');

    expect(await audit()).toMatchObject({ available: 50, spent: 0 });
    expect(
      await refundCharge(store.ledger, service, { jobId: createId(), amount: 1, idempotencyKey: 'x' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(problemsIn(await audit())).toEqual([]);
  });
});

describe('a correction', () => {
  const correct = (viewer: Viewer, change: number, idempotencyKey: string, note = 'a slip of ours') =>
    adjustCredits(store.ledger, viewer, { userId, change, idempotencyKey, note });

  it('is made by admins alone, with a reason, once, and takes no more than there is', async () => {
    const key = createId();
    expect(await correct(admin, 30, key)).toMatchObject({ available: 30 });
    await correct(admin, 30, key);
    expect(await correct(admin, 31, key)).toMatchObject({ code: 'CONFLICT' });
    expect(await correct(admin, -31, createId())).toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
    expect(await correct(admin, 0, createId())).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await correct(admin, 5, createId(), '  ')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await correct(admin, -10, createId())).toMatchObject({ available: 20 });
    await expect(correct({ kind: 'user', userId, role: 'MEMBER', locale: 'en' }, 5, createId())).rejects.toThrow(
      'admins',
    );
  });
});

describe('what is written beside a movement', () => {
  it.each(['a\u0000b', 'half of \ud83e'])('is refused when it cannot be kept as it is: %j', async (note) => {
    const jobId = createId();
    await give('GIFT', 9);
    await hold(jobId, 5);
    const refused = { code: 'INVALID_INPUT' };
    const key = createId();
    const correction = { userId, change: 5, idempotencyKey: key, note: 'a slip of ours' };
    expect(await adjustCredits(store.ledger, admin, { ...correction, note })).toMatchObject(refused);
    expect(await adjustCredits(store.ledger, admin, { ...correction, idempotencyKey: note })).toMatchObject(refused);
    expect(await releaseHold(store.ledger, service, { jobId, note })).toMatchObject(refused);
    await settleHold(store.ledger, service, { jobId, amount: 5 });
    const refund = { jobId, amount: 5, idempotencyKey: key, note };
    expect(await refundCharge(store.ledger, service, refund)).toMatchObject(refused);
    expect(await audit()).toMatchObject({ available: 4, held: 0, spent: 5 });
  });

  it('is cut between characters, never within one', async () => {
    const note = `${'a'.repeat(199)}🦊 and more`;
    const correction = { userId, change: 5, idempotencyKey: createId(), note };
    expect(await adjustCredits(store.ledger, admin, correction)).toMatchObject({ available: 5 });
  });
});

describe('somebody else’s key or job', () => {
  it('is a conflict that moves nothing', async () => {
    const stranger = createId();
    const [key, jobId] = [createId(), createId()];
    const grant = { amount: 20, idempotencyKey: key };
    await grantCredits(store.ledger, service, { ...grant, userId: stranger });
    await holdCredits(store.ledger, service, { jobId, userId: stranger, amount: 5, expiresInSeconds: 60 });

    expect(await grantCredits(store.ledger, service, { ...grant, userId })).toMatchObject({ code: 'CONFLICT' });
    expect(await hold(jobId, 5)).toMatchObject({ code: 'CONFLICT' });
    expect(await audit()).toMatchObject({ available: 0, held: 0 });
    expect(await auditLedger(store.ledger.pool, stranger)).toMatchObject({ available: 115, held: 5 });
  });

  it('is one too when both come at the same moment through different processes', async () => {
    const other = await openTestStore(database.url, () => now);
    const [stranger, jobId] = [createId(), createId()];
    await give('GIFT', 20);
    await other.ledger.run(stranger, { type: 'look' });
    const request = { jobId, amount: 5, expiresInSeconds: 60 };
    const both = await Promise.all([
      holdCredits(store.ledger, service, { ...request, userId }),
      holdCredits(other.ledger, service, { ...request, userId: stranger }),
    ]);
    await other.close();

    expect(both.map((one) => ('status' in one ? one.status : one.code)).sort()).toEqual(['CONFLICT', 'OPEN']);
    const held = [await audit(), await auditLedger(store.ledger.pool, stranger)].map((seen) => seen.held);
    expect(held.sort()).toEqual([0, 5]);
  });
});
