import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopEvent } from '../../testing/lemon-squeezy/shop.ts';
import { auditLedger, problemsIn } from '../../testing/ledger-audit.ts';
import { openShopStage } from '../../testing/open-shop-stage.ts';
import type { ShopStage } from '../../testing/open-shop-stage.ts';
import { openTestDesk } from '../../testing/open-test-desk.ts';
import type { TestDesk } from '../../testing/open-test-desk.ts';
import { playStory, shopStory } from '../../testing/shop-stories.ts';
import { toWebhook } from '../../testing/lemon-squeezy/deliver.ts';
import { SHOP_SECRET } from '../../testing/open-shop-stage.ts';
import { recordFact } from './apply-records.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { keepCheckout } from '../store/checkout-store.ts';

const numRuns = Number(process.env['FC_WEBHOOK_RUNS'] ?? 5);
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
let database: Awaited<ReturnType<typeof testDatabase>>;
let stage: ShopStage;
let desk: TestDesk;

beforeAll(async () => {
  database = await testDatabase('billing-webhook-streams');
  stage = await openShopStage();
  desk = await openTestDesk(database.url, { now: () => stage.shop.now, provider: stage.provider });
});

afterAll(async () => {
  await desk.close();
  await stage.server.stop();
  await database.drop();
});

/** Hands one event over as a webhook would bring it, for a person of our choice. */
async function bring(event: ShopEvent, userId: string): Promise<void> {
  const message = stage.provider.read(toWebhook({ ...event, userId }, SHOP_SECRET).raw);
  if (message.kind !== 'FACT') throw new Error(`${event.name} was not understood.`);
  await recordFact(desk, { provider: stage.provider.name, fact: message.fact, userId });
}

/** What a person ends with, ids of the provider taken out where two people play the same story. */
async function stateOf(userId: string) {
  const { rows } = await desk.ledger.pool.query<Record<string, unknown>>(
    `SELECT tier, standing -> 'terms' AS terms, standing #- '{subscription,id}' -> 'subscription' AS subscription,
      available, held FROM credit_account WHERE user_id = $1`,
    [userId],
  );
  const grants = await desk.ledger.pool.query<Record<string, unknown>>(
    `SELECT source, remaining, expires_at FROM credit_grant WHERE user_id = $1 AND key NOT LIKE 'signup:%' AND remaining > 0
      ORDER BY key`,
    [userId],
  );
  const audit = await auditLedger(desk.ledger.pool, userId);
  expect(problemsIn(audit)).toEqual([]);
  return { account: rows[0], grants: grants.rows };
}

describe('a stream of webhooks', () => {
  it(
    `ends the same however it comes: shuffled, each up to four times (seed ${seed})`,
    { timeout: 300_000 },
    async () => {
      const order = fc.infiniteStream(fc.nat(1_000_000));
      await fc.assert(
        fc.asyncProperty(
          shopStory,
          order,
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 60, maxLength: 60 }),
          async (story, keys, times) => {
            const before = stage.shop.events.length;
            const owner = createId();
            playStory(stage.shop, owner, story);
            const events = stage.shop.events.slice(before);
            for (const event of events) await bring(event, owner);
            const ordered = await stateOf(owner);

            await forget(owner);
            const shuffled = events
              .flatMap((event, index) => Array.from({ length: times[index % times.length] ?? 1 }, () => event))
              .map((event) => ({ event, key: keys.next().value }))
              .sort((a, b) => a.key - b.key);
            for (const { event } of shuffled) await bring(event, owner);

            expect(await stateOf(owner)).toEqual(ordered);
          },
        ),
        { numRuns, seed },
      );
    },
  );

  it(
    `ends the same when some never come and the day’s reconciliation finds them (seed ${seed})`,
    { timeout: 300_000 },
    async () => {
      const lost = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(shopStory, lost, async (story, isLost) => {
          const before = stage.shop.events.length;
          const owner = createId();
          playStory(stage.shop, owner, story);
          const events = stage.shop.events.slice(before);
          for (const event of events) await bring(event, owner);
          const ordered = await stateOf(owner);

          await forget(owner);
          const [now, email] = [stage.shop.now, `${owner}@example.test`];
          await keepCheckout(desk.ledger.pool, {
            userId: owner,
            provider: stage.provider.name,
            product: 'pro',
            email,
            now,
          });
          for (const [index, event] of events.entries()) if (!isLost[index % isLost.length]) await bring(event, owner);
          await reconcilePayments(desk);

          expect(await stateOf(owner)).toEqual(ordered);
        }),
        { numRuns: Math.ceil(numRuns / 3), seed },
      );
    },
  );
});

/** Sets a person back to before the first event: facts gone, account renamed away, so that the same story can come again. */
async function forget(userId: string): Promise<void> {
  const { pool } = desk.ledger;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query("SET LOCAL session_replication_role = 'replica'");
    await client.query('DELETE FROM payment_fact WHERE user_id = $1', [userId]);
    for (const table of ['credit_grant', 'transfer', 'hold', 'credit_account']) {
      await client.query(
        table === 'transfer'
          ? 'WITH gone AS (DELETE FROM transfer WHERE user_id = $1 RETURNING id) DELETE FROM entry USING gone WHERE transfer_id = gone.id'
          : `DELETE FROM ${table} WHERE user_id = $1`,
        [userId],
      );
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
