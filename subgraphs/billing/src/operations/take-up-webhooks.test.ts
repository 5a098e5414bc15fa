import { testDatabase } from '@modu/testkit';
import { expect, it } from 'vitest';
import { openShopStage } from '../../testing/open-shop-stage.ts';
import { openTestDesk } from '../../testing/open-test-desk.ts';
import { keepWebhook } from '../store/webhook-store.ts';
import { processWebhookTask } from '../contracts.ts';
import { processWebhook } from './process-webhook.ts';
import { takeUpWebhooks } from './take-up-webhooks.ts';

it('a webhook whose task has died is tried again the next day; one that came just now is left to its own', async () => {
  const database = await testDatabase('billing-stuck');
  const now = new Date('2026-11-20T09:00:00Z');
  const desk = await openTestDesk(database.url, { now: () => now });
  const keep = (hoursAgo: number) =>
    keepWebhook(
      desk.ledger.pool,
      { provider: 'shop', raw: Buffer.from('{}'), signature: '', now: new Date(now.getTime() - hoursAgo * 3_600_000) },
      () => Promise.resolve(),
    );
  try {
    const [stuck] = [await keep(20), await keep(1)];

    expect(await takeUpWebhooks(desk)).toBe(1);

    const [task] = await desk.queue.boss.fetch<{ input: unknown }>(processWebhookTask.name);
    expect(task?.data.input).toEqual({ webhookId: stuck });
  } finally {
    await desk.close();
    await database.drop();
  }
});

it('one of an event we act on that cannot be read is an error, and stays to be acted on', async () => {
  const database = await testDatabase('billing-unreadable');
  const stage = await openShopStage();
  const desk = await openTestDesk(database.url, { now: () => stage.shop.now, provider: stage.provider });
  const meta = { event_name: 'subscription_updated', test_mode: true };
  const data = { type: 'subscriptions', id: '7', attributes: { status: 'on_hold' } };
  const long = new Date(stage.shop.now.getTime() - 20 * 3_600_000);
  try {
    const raw = Buffer.from(JSON.stringify({ meta, data }));
    const webhook = { provider: stage.provider.name, raw, signature: '', now: long };
    const id = await keepWebhook(desk.ledger.pool, webhook, () => Promise.resolve());

    await processWebhook(desk, id);

    expect(desk.outcomes).toEqual(['unreadable']);
    expect(desk.log.join()).toContain('could not be read and waits');
    expect(await takeUpWebhooks(desk)).toBe(1);
  } finally {
    await desk.close();
    await stage.server.stop();
    await database.drop();
  }
});
