import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toWebhook } from '../../testing/lemon-squeezy/deliver.ts';
import { auditLedger, problemsIn } from '../../testing/ledger-audit.ts';
import { openShopStage, SHOP_SECRET } from '../../testing/open-shop-stage.ts';
import type { ShopStage } from '../../testing/open-shop-stage.ts';
import { openTestDesk } from '../../testing/open-test-desk.ts';
import type { TestDesk } from '../../testing/open-test-desk.ts';
import { advanceStandings } from './advance-standings.ts';
import { buyPack, subscribe } from './buy.ts';
import { closeCreditsOf } from './close-credits-of.ts';
import { requestEnterprise } from './enterprise.ts';
import { processWebhook } from './process-webhook.ts';
import { pruneOldWebhooks } from './prune-webhooks.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { reconcilePayments } from './reconcile-payments.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let stage: ShopStage;
let desk: TestDesk;
const service = { kind: 'service', service: 'billing', locale: 'en' } as const;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  database = await testDatabase('billing-departures');
  stage = await openShopStage();
  desk = await openTestDesk(database.url, { now: () => stage.shop.now, provider: stage.provider });
});

afterAll(async () => {
  await desk.close();
  await stage.server.stop();
  await database.drop();
});

const rows = async (text: string, value: string | Date) =>
  (await desk.ledger.pool.query(text, [value])).rows as unknown[];

function payLastPage(): string {
  const { userId = '', email = '', variant = '' } = stage.server.checkouts.at(-1) ?? {};
  return stage.shop.pay({ userId, email, variant });
}

/** Brings the webhooks of what happens, and acts on them. */
async function tellOf<Result>(happen: () => Result | Promise<Result>): Promise<Result> {
  const before = stage.shop.events.length;
  const result = await happen();
  // What we do about them makes them tell more.
  for (let next = before; next < stage.shop.events.length; next++) {
    const event = stage.shop.events[next];
    if (event) expect(await receiveWebhook(desk, toWebhook(event, SHOP_SECRET))).toBe(true);
    const waiting = await rows("SELECT id FROM webhook_event WHERE processed_at IS NULL AND $1 <> ''", 'all');
    for (const { id } of waiting as { id: string }[]) await processWebhook(desk, id);
  }
  return result;
}

const subscriptionOf = async (userId: string) => {
  const found = await rows(`SELECT id FROM payment_fact WHERE kind = 'SUBSCRIPTION' AND user_id = $1`, userId);
  return (found as { id: string }[])[0]?.id ?? '';
};
const statusOf = (id: string) => stage.shop.find('subscriptions', id)?.attributes['status'];

/** Where the person's id or address can still be read. */
async function tracesOf(userId: string): Promise<unknown[]> {
  const email = `${userId}@example.test`;
  const named = (text: string) => `position(convert_to($1, 'UTF8') IN ${text}) > 0`;
  const inFacts = `SELECT 'fact' FROM payment_fact WHERE position($1 IN body::text || rank) > 0`;
  return [
    ...(await rows(inFacts, email)),
    ...(await rows(`SELECT 'webhook' FROM webhook_event WHERE ${named('body')}`, email)),
    ...(await rows(`SELECT 'webhook' FROM webhook_event WHERE ${named('body')}`, userId)),
  ];
}

/** Somebody with a paid plan, a job whose credits are on hold, and an open question about an enterprise. */
async function aSubscriber(): Promise<string> {
  const userId = createId();
  const viewer = { kind: 'user', userId, role: 'MEMBER', locale: 'en' } as const;
  const page = await subscribe(desk, viewer, 'pro');
  expect(page).toHaveProperty('url');
  await tellOf(() => payLastPage());
  await requestEnterprise(desk, viewer, {
    organisation: 'Studio of one',
    contactEmail: `${userId}@example.test`,
    people: 3,
    message: 'We would like more.',
  });
  await desk.ledger.run(userId, {
    type: 'hold',
    jobId: createId(),
    amount: 10,
    expiresAt: new Date(stage.shop.now.getTime() + DAY_MS),
  });
  return userId;
}

describe('somebody whose account has gone', () => {
  it('pays no more, keeps no credits and is named nowhere; the ledger still adds up', async () => {
    const userId = await aSubscriber();
    const before = await auditLedger(desk.ledger.pool, userId);
    expect(before).toMatchObject({ held: 10, granted: before.available + 10 });
    for (const _ of [1, 2]) await closeCreditsOf(desk, service, userId);

    const statuses: string[] = [];
    for await (const fact of stage.provider.listFacts({ since: new Date(0), onUntold: expect.unreachable })) {
      if (fact.kind === 'SUBSCRIPTION') statuses.push(fact.status);
    }
    expect(statuses).toEqual(['CANCELED']);
    const held = await auditLedger(desk.ledger.pool, userId);
    expect(held).toMatchObject({ available: 0, held: 10 });
    const [job] = (await rows('SELECT job_id AS "jobId" FROM hold WHERE user_id = $1', userId)) as { jobId: string }[];
    await desk.ledger.run(userId, { type: 'release', jobId: job?.jobId ?? '' });
    stage.shop.now = new Date(stage.shop.now.getTime() + 40 * DAY_MS);
    await advanceStandings(desk);

    const after = await auditLedger(desk.ledger.pool, userId);
    expect(after).toMatchObject({ available: 0, held: 0 });
    expect(problemsIn(after)).toEqual([]);
    for (const table of ['enterprise_request', 'checkout', 'enterprise_agreement']) {
      expect(await rows(`SELECT 1 FROM ${table} WHERE user_id = $1`, userId)).toEqual([]);
    }
    expect(await tracesOf(userId)).toEqual([]);
  });

  it('is not named again by what the provider tells of the end', async () => {
    const userId = await aSubscriber();
    const id = await subscriptionOf(userId);
    await tellOf(() => closeCreditsOf(desk, service, userId));
    expect(await tracesOf(userId)).toEqual([]);
    await tellOf(() => stage.shop.expire(id));
    expect(await tracesOf(userId)).toEqual([]);
    await reconcilePayments(desk);
    expect(await tracesOf(userId)).toEqual([]);
  });

  it.each([
    ['is paused', (id: string) => stage.shop.suspend(id, 'paused')],
    ['is unpaid', (id: string) => stage.shop.suspend(id, 'unpaid')],
    ['is of a product that is sold no more', (id: string) => void stage.shop.update(id, { variant: '999' })],
  ])('pays no more though the subscription %s', async (_, happen) => {
    const userId = await aSubscriber();
    const id = await subscriptionOf(userId);
    await tellOf(() => happen(id));
    await tellOf(() => closeCreditsOf(desk, service, userId));

    expect(statusOf(id)).toBe('cancelled');
  });

  it('pays no more for a page that was open and is paid late, nor for what goes on again', async () => {
    const userId = createId();
    await subscribe(desk, { kind: 'user', userId, role: 'MEMBER', locale: 'en' }, 'pro');
    await closeCreditsOf(desk, service, userId);
    const id = await tellOf(() => payLastPage());
    expect(statusOf(id)).toBe('cancelled');
    await tellOf(() => void stage.shop.update(id, { cancelled: false }));

    expect(statusOf(id)).toBe('cancelled');
    expect(await auditLedger(desk.ledger.pool, userId)).toMatchObject({ available: 0, granted: 0 });
    expect(await tracesOf(userId)).toEqual([]);
  });

  it('is said in the log by the id of what they paid afterwards, until it is given back', async () => {
    const userId = createId();
    await buyPack(desk, { kind: 'user', userId, role: 'MEMBER', locale: 'en' }, 'pack-500');
    await closeCreditsOf(desk, service, userId);
    const id = await tellOf(() => payLastPage());
    const said = () => desk.log.filter((line) => line.includes('to be given back') && line.includes(`"id":"${id}"`));
    expect(said()).toHaveLength(1);
    expect(said().join()).not.toContain(userId);
    await reconcilePayments(desk);
    expect(said()).toHaveLength(2);

    await tellOf(() => stage.shop.refund('orders', id, 600));
    await reconcilePayments(desk);
    expect(said()).toHaveLength(2);
    expect(await auditLedger(desk.ledger.pool, userId)).toMatchObject({ available: 0, granted: 0 });
  });

  it('is forgotten though the provider knows no such subscription, or it is over there', async () => {
    const [lost, over] = [await aSubscriber(), await aSubscriber()];
    stage.shop.things.delete(`subscriptions/${await subscriptionOf(lost)}`);
    stage.shop.expire(await subscriptionOf(over));
    for (const userId of [lost, over]) {
      await closeCreditsOf(desk, service, userId);
      expect(await auditLedger(desk.ledger.pool, userId)).toMatchObject({ available: 0 });
      expect(await tracesOf(userId)).toEqual([]);
    }
    const said = desk.log.filter((line) => line.includes('could not be canceled')).join();
    expect(said).toContain(`"subscriptionId":"${await subscriptionOf(lost)}"`);
    expect(said).not.toContain(`"subscriptionId":"${await subscriptionOf(over)}"`);
  });

  it('is canceled by the day’s reconciliation when the provider would not at first', async () => {
    const userId = await aSubscriber();
    const id = await subscriptionOf(userId);
    stage.server.failNext(403);
    await closeCreditsOf(desk, service, userId);
    expect(statusOf(id)).toBe('active');
    await reconcilePayments(desk);

    expect(statusOf(id)).toBe('cancelled');
  });

  it('stays until the provider has answered', async () => {
    const userId = await aSubscriber();
    stage.server.failNext(503, 503, 503, 503);
    await expect(closeCreditsOf(desk, service, userId)).rejects.toThrow();
    await closeCreditsOf(desk, service, userId);

    expect(await auditLedger(desk.ledger.pool, userId)).toMatchObject({ available: 0 });
  });

  it('had no credits when they never touched any, and only services may say so', async () => {
    await closeCreditsOf(desk, service, createId());
    const person = { kind: 'user', userId: createId(), role: 'ADMIN', locale: 'en' } as const;
    await expect(closeCreditsOf(desk, person, createId())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a webhook that was acted on', () => {
  it('is kept for a month and no longer; one that waits stays', async () => {
    await aSubscriber();
    const since = stage.shop.now;
    const [waits] = stage.webhooks().slice(-1);
    if (!waits) throw new Error('There was no webhook.');
    await receiveWebhook(desk, waits);
    const count = async () => (await rows('SELECT 1 FROM webhook_event WHERE received_at <= $1', since)).length;
    const before = await count();

    stage.shop.now = new Date(since.getTime() + 29 * DAY_MS);
    await pruneOldWebhooks(desk);
    expect(await count()).toBeGreaterThan(1);
    expect(await count()).toBeLessThanOrEqual(before);
    stage.shop.now = new Date(since.getTime() + 31 * DAY_MS);
    await pruneOldWebhooks(desk);
    expect(await count()).toBe(1);
  });
});
