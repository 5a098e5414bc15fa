import { testDatabase } from '@modu/testkit';
import { expect, it } from 'vitest';
import { openTestDesk } from '../../testing/open-test-desk.ts';
import { keepWebhook } from '../store/webhook-store.ts';
import { processWebhookTask } from '../contracts.ts';
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
