import { keepWebhook } from '../store/webhook-store.ts';
import { processWebhookTask } from '../contracts.ts';
import type { BillingDesk } from './billing-desk.ts';

/** More than any event of theirs has. */
export const WEBHOOK_BYTES_MAX = 500_000;

/**
 * Takes a webhook: what is not signed by the provider is refused and logged, everything else is kept byte for byte and left
 * to a task, so that the answer never waits for our work. @returns whether it was taken.
 */
export async function receiveWebhook(
  desk: BillingDesk,
  { raw, headers }: { readonly raw: Uint8Array; readonly headers: Headers },
): Promise<boolean> {
  const { provider, ledger, queue, logger, counters } = desk;
  if (!provider?.isAuthentic(raw, headers)) {
    counters.webhook('forged');
    logger.warn(
      { bytes: raw.byteLength, signed: headers.has('x-signature') },
      'a webhook without a right signature was refused',
    );
    return false;
  }
  const signature = headers.get('x-signature') ?? '';
  await queue.ensure(processWebhookTask);
  await keepWebhook(ledger.pool, { provider: provider.name, raw, signature, now: ledger.now() }, async (id, sql) => {
    await queue.enqueue(processWebhookTask, { webhookId: id }, { sql });
  });
  return true;
}
