import { createId } from '@modu/ids';
import { defineConsumer, startWorker } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deliver, toWebhook } from '../testing/lemon-squeezy/deliver.ts';
import { openShopStage, SHOP_SECRET } from '../testing/open-shop-stage.ts';
import type { ShopStage } from '../testing/open-shop-stage.ts';
import { openTestDesk } from '../testing/open-test-desk.ts';
import type { TestDesk } from '../testing/open-test-desk.ts';
import { processWebhookTask } from './contracts.ts';
import { processWebhook } from './operations/process-webhook.ts';
import { readAccounts } from './operations/read-accounts.ts';
import { answerWebhook } from './webhook-endpoint.ts';

const service = { kind: 'service', service: 'testing', locale: 'en' } as const;
let database: Awaited<ReturnType<typeof testDatabase>>;
let stage: ShopStage;
let desk: TestDesk;

beforeAll(async () => {
  database = await testDatabase('billing-webhooks');
  stage = await openShopStage();
  desk = await openTestDesk(database.url, { now: () => stage.shop.now, provider: stage.provider });
});

afterAll(async () => {
  await desk.close();
  await stage.server.stop();
  await database.drop();
});

const post = (raw: Uint8Array, headers: Headers, path = '/webhooks/lemon-squeezy') =>
  answerWebhook(desk, new Request(`http://billing${path}`, { method: 'POST', headers, body: Buffer.from(raw) }));
const kept = async () => {
  const { rows } = await desk.ledger.pool.query<{ id: string; body: Buffer; event: string; outcome: string }>(
    'SELECT id, body, event, outcome FROM webhook_event ORDER BY received_at, id',
  );
  return rows;
};

describe('the webhook endpoint', () => {
  it('refuses and logs what is not signed, and keeps nothing of it', async () => {
    stage.shop.pay({ userId: createId(), email: 'eve@example.test', variant: '201' });
    const [webhook] = stage.webhooks();
    if (!webhook) throw new Error('There was no webhook.');
    const forged = new Headers({ 'x-signature': 'f'.repeat(64) });

    for (const headers of [new Headers(), forged]) expect((await post(webhook.raw, headers))?.status).toBe(401);
    expect(await kept()).toEqual([]);
    expect(desk.outcomes).toEqual(['forged', 'forged']);
    expect(desk.log.join()).toContain('without a right signature was refused');
    expect((await post(webhook.raw, webhook.headers, '/webhooks/elsewhere'))?.status).toBe(404);
    expect(await answerWebhook(desk, new Request('http://billing/subgraphs/billing/graphql'))).toBeUndefined();
  });

  it('reads no further than a webhook may be long, though no length was announced', async () => {
    let readBytes = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        readBytes += 100_000;
        if (readBytes > 50_000_000) controller.close();
        else controller.enqueue(new Uint8Array(100_000));
      },
    });
    const asked = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
    const answered = await answerWebhook(desk, new Request('http://billing/webhooks/lemon-squeezy', asked));

    expect(answered?.status).toBe(413);
    expect(readBytes).toBeLessThan(1_000_000);
    expect(await kept()).toEqual([]);
  });

  it('answers 200 at once, keeps the raw bytes, and leaves the work to a task, over real HTTP', async () => {
    const userId = createId();
    stage.shop.pay({ userId, email: 'ada@example.test', variant: '102' });
    const server = serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: async (request) => (await answerWebhook(desk, request)) ?? new Response(),
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    for (const webhook of stage.webhooks().slice(-3)) {
      expect(await deliver(`http://127.0.0.1:${port}/webhooks/lemon-squeezy`, webhook)).toEqual({
        status: 200,
        attempts: 1,
      });
    }
    server.close();
    expect((await kept()).map(({ body }) => body.toString())).toEqual(
      stage
        .webhooks()
        .slice(-3)
        .map(({ raw }) => Buffer.from(raw).toString()),
    );

    const consumer = defineConsumer({
      task: processWebhookTask,
      slots: 2,
      run: ({ webhookId }) => processWebhook(desk, webhookId),
    });
    const worker = await startWorker({
      queue: desk.queue,
      databaseUrl: database.url,
      logger: desk.logger,
      consumers: [consumer],
    });
    await vi.waitFor(
      async () =>
        expect((await kept()).map(({ event, outcome }) => [event, outcome])).toEqual([
          ['order_created', 'applied'],
          ['subscription_created', 'applied'],
          ['subscription_payment_success', 'applied'],
        ]),
      { timeout: 20_000 },
    );
    await worker.drain({ timeoutMs: 1_000 });

    const [account] = await readAccounts(desk.ledger, service, [userId]);
    expect(account).toMatchObject({ tier: 'PRO', available: 3_100 });
    expect(desk.announced).toContainEqual(expect.objectContaining({ userId, version: expect.any(Number) as number }));
  });

  it('keeps an event it does not know, ignores it, and counts it', async () => {
    const event = {
      name: 'license_key_created',
      userId: 'x',
      thing: { type: 'orders' as const, id: '1', attributes: {} },
    };
    const live = { name: 'order_created', userId: 'x', thing: { type: 'orders' as const, id: '1', attributes: {} } };
    for (const webhook of [toWebhook(event, SHOP_SECRET), toWebhook(live, SHOP_SECRET, { testMode: false })]) {
      expect((await post(webhook.raw, webhook.headers))?.status).toBe(200);
    }
    for (const { id, outcome } of await kept()) if (outcome === null) await processWebhook(desk, id);

    expect(
      (await kept())
        .slice(-2)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['mode', 'unknown']);
    expect(desk.outcomes).toContain('unknown');
  });
});
