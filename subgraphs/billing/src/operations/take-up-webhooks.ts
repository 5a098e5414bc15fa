import { processWebhookTask } from '../contracts.ts';
import { listUnprocessed } from '../store/webhook-store.ts';
import type { BillingDesk } from './billing-desk.ts';

/** By then their task has used up its runs. */
export const STUCK_MS = 6 * 3_600_000;
const WEBHOOKS_MAX = 1_000;

/** Tries webhooks once more that could not be acted on for hours. Returns how many. */
export async function takeUpWebhooks({ ledger, queue }: BillingDesk): Promise<number> {
  const before = new Date(ledger.now().getTime() - STUCK_MS);
  const ids = await listUnprocessed(ledger.pool, { before, limit: WEBHOOKS_MAX });
  await queue.enqueueAll(
    processWebhookTask,
    ids.map((webhookId) => ({ webhookId })),
  );
  return ids.length;
}
