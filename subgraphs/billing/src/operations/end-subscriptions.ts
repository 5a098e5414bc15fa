import type { SubscriptionFact } from '../domain/payment/fact.ts';
import { isRefusedByProvider } from '../domain/payment/provider.ts';
import type { PaymentProvider } from '../domain/payment/provider.ts';
import { mayCharge } from '../domain/payment/standing.ts';
import { listFacts } from '../store/fact-store.ts';
import { recordFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';

/**
 * Cancels everything that could go on to take money from somebody who has gone or pays in another way. What the provider refuses to cancel is logged
 * and keeps nothing else waiting: the day's reconciliation comes back to it. @throws when there is no answer.
 */
export async function endSubscriptionsOf(desk: BillingDesk, userId: string): Promise<void> {
  const { provider, ledger, logger } = desk;
  if (!provider) return;
  for (const fact of await listFacts(ledger.pool, userId)) {
    if (fact.kind !== 'SUBSCRIPTION' || !mayCharge(fact)) continue;
    const told = await cancel(desk, provider, fact.id);
    if (told) await recordFact(desk, { provider: provider.name, fact: told, userId });
    if (told && !mayCharge(told)) continue;
    logger.error({ subscriptionId: fact.id }, 'a subscription of somebody who is to pay no more could not be canceled');
  }
}

/** What it is after that; when canceling is refused (it may be over), what the provider says it is; undefined when nothing. */
async function cancel(
  { logger }: BillingDesk,
  provider: PaymentProvider,
  subscriptionId: string,
): Promise<SubscriptionFact | undefined> {
  try {
    return await provider.cancel(subscriptionId);
  } catch (error) {
    if (!isRefusedByProvider(error)) throw error;
    logger.warn({ err: error, subscriptionId }, 'the payment provider did not cancel; it is asked what is so');
  }
  try {
    return await provider.findSubscription(subscriptionId);
  } catch (error) {
    if (!isRefusedByProvider(error)) throw error;
    return undefined;
  }
}
