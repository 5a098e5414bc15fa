import type { PaymentFact } from '../domain/payment/fact.ts';
import { isRefusedByProvider } from '../domain/payment/provider.ts';
import { countNobodys, listLiveSubscriptionIds, noteAsked } from '../store/fact-store.ts';
import type { BillingDesk } from './billing-desk.ts';
import { takeFact } from './take-fact.ts';

/** Longer than a billing period: whatever a month of lost webhooks would have said is found. */
const LOOK_BACK_MS = 45 * 86_400_000;
/** Each costs two questions; far below the provider's 300 a minute, those asked longest ago first, the rest the next day. */
const SUBSCRIPTIONS_MAX = 2_000;
const NAMED_MAX = 20;

/**
 * Asks the provider for everything that webhooks may not have brought, and applies it. Returns how many facts it saw.
 * @throws AggregateError of those that could not be applied, once all others are.
 */
export async function reconcilePayments(
  desk: BillingDesk,
  { subscriptionsMax = SUBSCRIPTIONS_MAX }: { readonly subscriptionsMax?: number } = {},
): Promise<number> {
  const { provider, ledger, logger } = desk;
  if (!provider) return 0;
  const since = new Date(ledger.now().getTime() - LOOK_BACK_MS);
  const known = await listLiveSubscriptionIds(ledger.pool, provider.name, subscriptionsMax);
  let seen = 0;
  const failures: unknown[] = [];
  const takeAll = async (facts: AsyncIterable<PaymentFact>) => {
    for await (const fact of facts) {
      seen += 1;
      await takeFact(desk, { provider: provider.name, fact, userId: null }).catch((error: unknown) =>
        failures.push(error),
      );
    }
  };
  // First what needs no id: where the provider does not know us at all, this ends here.
  await takeAll(provider.listFacts({ since }));
  const untold: string[] = [];
  for (const id of known) {
    // Noted before: one that gets no answer is the last of the next round, and keeps nobody waiting.
    await noteAsked(ledger.pool, { provider: provider.name, subscriptionId: id, now: ledger.now() });
    try {
      await takeAll(provider.listFactsOf(id, { since }));
    } catch (error) {
      if (!isRefusedByProvider(error)) throw error;
      untold.push(id);
    }
  }
  if (untold.length > 0) {
    const subscriptionIds = untold.slice(0, NAMED_MAX);
    logger.error(
      { count: untold.length, subscriptionIds },
      'the payment provider does not tell of subscriptions we know',
    );
  }
  const nobodys = await countNobodys(ledger.pool);
  if (nobodys > 0) logger.error({ nobodys }, 'payments were found that belong to nobody we know');
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${seen} payments could not be applied`);
  return seen;
}
