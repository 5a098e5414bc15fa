import { countNobodys, listLiveSubscriptionIds } from '../store/fact-store.ts';
import { recordFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';

/** Longer than a billing period: whatever a month of lost webhooks would have said is found. */
const LOOK_BACK_MS = 45 * 86_400_000;
/** Each costs two questions; far below the provider's 300 a minute, the oldest first, the rest the next day. */
const SUBSCRIPTIONS_MAX = 2_000;

/** Asks the provider for everything that webhooks may not have brought, and applies it. Returns how many facts it saw. */
export async function reconcilePayments(desk: BillingDesk): Promise<number> {
  const { provider, ledger, logger } = desk;
  if (!provider) return 0;
  const since = new Date(ledger.now().getTime() - LOOK_BACK_MS);
  const subscriptionIds = await listLiveSubscriptionIds(ledger.pool, provider.name, SUBSCRIPTIONS_MAX);
  let seen = 0;
  for await (const fact of provider.listFacts({ since, subscriptionIds })) {
    await recordFact(desk, { provider: provider.name, fact, userId: null });
    seen += 1;
  }
  const nobodys = await countNobodys(ledger.pool);
  if (nobodys > 0) logger.error({ nobodys }, 'payments were found that belong to nobody we know');
  return seen;
}
