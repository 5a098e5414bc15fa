import type { PaymentFact } from '../domain/payment/fact.ts';
import { listPacks } from '../domain/packs.ts';
import { isRefusedByProvider } from '../domain/payment/provider.ts';
import { countNobodys, listLiveSubscriptionIds, listOldOrderIds, noteAsked } from '../store/fact-store.ts';
import type { BillingDesk } from './billing-desk.ts';
import { takeFact } from './take-fact.ts';

/** Longer than a billing period: whatever a month of lost webhooks would have said is found. What is older is asked for one by one. */
const LOOK_BACK_MS = 45 * 86_400_000;
/** Each costs two questions; far below the provider's 300 a minute, those asked longest ago first, the rest the next day. */
const SUBSCRIPTIONS_MAX = 2_000;
const ORDERS_MAX = 2_000;
const NAMED_MAX = 20;

interface Bounds {
  readonly subscriptionsMax?: number;
  readonly ordersMax?: number;
}

/**
 * Asks the provider for everything that webhooks may not have brought, and applies it. Returns how many facts it saw.
 * @throws AggregateError of those that could not be applied, once all others are.
 */
export async function reconcilePayments(
  desk: BillingDesk,
  { subscriptionsMax = SUBSCRIPTIONS_MAX, ordersMax = ORDERS_MAX }: Bounds = {},
): Promise<number> {
  const { provider, ledger, logger } = desk;
  if (!provider) return 0;
  const { name } = provider;
  const since = new Date(ledger.now().getTime() - LOOK_BACK_MS);
  const known = await listLiveSubscriptionIds(ledger.pool, name, subscriptionsMax);
  const packs = listPacks().map(({ id }) => id);
  const orders = await listOldOrderIds(ledger.pool, { provider: name, packs, before: since, limit: ordersMax });
  let seen = 0;
  const failures: unknown[] = [];
  const take = async (fact: PaymentFact) => {
    seen += 1;
    await takeFact(desk, { provider: name, fact, userId: null }).catch((error: unknown) => failures.push(error));
  };
  const takeAll = async (facts: AsyncIterable<PaymentFact>) => {
    for await (const fact of facts) await take(fact);
  };
  // First what needs no id: where the provider does not know us at all, this ends here.
  await takeAll(provider.listFacts({ since }));
  await askAbout(desk, { kind: 'SUBSCRIPTION', ids: known }, (id) => takeAll(provider.listFactsOf(id, { since })));
  await askAbout(desk, { kind: 'ORDER', ids: orders }, async (id) => take(await provider.findOrder(id)));
  const nobodys = await countNobodys(ledger.pool);
  if (nobodys > 0) logger.error({ nobodys }, 'payments were found that belong to nobody we know');
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${seen} payments could not be applied`);
  return seen;
}

/** Asks about one after the other, past those that the provider does not know, which are named in the log. */
async function askAbout(
  { provider, ledger, logger }: BillingDesk,
  { kind, ids }: { readonly kind: 'SUBSCRIPTION' | 'ORDER'; readonly ids: readonly string[] },
  ask: (id: string) => Promise<void>,
): Promise<void> {
  const untold: string[] = [];
  for (const id of ids) {
    // Noted before: one that gets no answer is the last of the next round, and keeps nobody waiting.
    await noteAsked(ledger.pool, { provider: provider?.name ?? '', kind, id, now: ledger.now() });
    try {
      await ask(id);
    } catch (error) {
      if (!isRefusedByProvider(error)) throw error;
      untold.push(id);
    }
  }
  if (untold.length === 0) return;
  const named = untold.slice(0, NAMED_MAX);
  if (kind === 'ORDER')
    logger.error({ count: untold.length, orderIds: named }, 'the payment provider does not tell of orders we know');
  else
    logger.error(
      { count: untold.length, subscriptionIds: named },
      'the payment provider does not tell of subscriptions we know',
    );
}
