import { endWebhook, findWebhook } from '../store/webhook-store.ts';
import type { BillingDesk } from './billing-desk.ts';
import { takeFact } from './take-fact.ts';

/** Acts on a webhook that was kept; run again, it changes nothing more. */
export async function processWebhook(desk: BillingDesk, webhookId: string): Promise<void> {
  const { provider, ledger, logger, counters } = desk;
  const kept = await findWebhook(ledger.pool, webhookId);
  if (!kept || kept.outcome !== null) return;
  if (!provider) throw new Error('A webhook waits, and no payment provider is set up.');
  const message = provider.read(kept.body);
  if (message.kind === 'UNREADABLE') {
    // It may be somebody's payment: it stays to be acted on, and is tried each day until this studio can read it.
    logger.error({ webhookId, ...message }, 'a webhook could not be read and waits');
    counters.webhook('unreadable');
    return;
  }
  const isOfDeparted =
    message.kind === 'FACT' &&
    (await takeFact(desk, { provider: provider.name, fact: message.fact, userId: message.userId }));
  if (message.kind === 'IGNORED')
    logger.warn({ webhookId, event: message.event, why: message.why }, 'a webhook was kept and not acted on');
  const outcome = message.kind === 'FACT' ? 'applied' : message.why;
  await endWebhook(ledger.pool, {
    id: webhookId,
    event: message.event,
    outcome,
    now: ledger.now(),
    isKept: !isOfDeparted,
  });
  counters.webhook(outcome);
}
