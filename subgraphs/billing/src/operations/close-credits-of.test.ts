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
import { subscribe } from './buy.ts';
import { closeCreditsOf } from './close-credits-of.ts';
import { requestEnterprise } from './enterprise.ts';
import { processWebhook } from './process-webhook.ts';
import { receiveWebhook } from './receive-webhook.ts';

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

const rows = async (text: string, userId: string) => (await desk.ledger.pool.query(text, [userId])).rows as unknown[];

/** Somebody with a paid plan, a job whose credits are on hold, and an open question about an enterprise. */
async function aSubscriber(): Promise<string> {
  const userId = createId();
  const viewer = { kind: 'user', userId, role: 'MEMBER', locale: 'en' } as const;
  const page = await subscribe(desk, viewer, 'pro');
  expect(page).toHaveProperty('url');
  const before = stage.shop.events.length;
  const { email = '', variant = '' } = stage.server.checkouts.at(-1) ?? {};
  stage.shop.pay({ userId, email, variant });
  for (const event of stage.shop.events.slice(before)) {
    expect(await receiveWebhook(desk, toWebhook({ ...event, userId }, SHOP_SECRET))).toBe(true);
  }
  const waiting = await rows("SELECT id FROM webhook_event WHERE processed_at IS NULL AND $1 <> ''", userId);
  for (const { id } of waiting as { id: string }[]) await processWebhook(desk, id);
  await requestEnterprise(desk, viewer, {
    organisation: 'Studio of one',
    contactEmail: email,
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
    for await (const fact of stage.provider.listFacts({ since: new Date(0), subscriptionIds: [] })) {
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
    expect(
      await rows(`SELECT 1 FROM payment_fact WHERE user_id = $1 AND body ->> 'email' IS NOT NULL`, userId),
    ).toEqual([]);
    expect(
      await rows(`SELECT 1 FROM webhook_event WHERE position(convert_to($1, 'UTF8') IN body) > 0`, userId),
    ).toEqual([]);
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
