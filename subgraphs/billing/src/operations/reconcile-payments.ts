import type { PaymentFact } from '../domain/payment/fact.ts';
import { listPacks } from '../domain/packs.ts';
import { isRefusedByProvider } from '../domain/payment/provider.ts';
import { countNobodys, listLiveSubscriptionIds, listOldOrderIds, noteAsked } from '../store/fact-store.ts';
import type { BillingDesk } from './billing-desk.ts';
import { takeFact } from './take-fact.ts';

/** Longer than a billing period: whatever a month of lost webhooks would have said is found. What is older is asked for one by one. */
const LOOK_BACK_MS = 45 * 86_400_000;
/** A subscription costs two questions, an order one, at the provider's leisure; those asked longest ago first, the rest the next day. */
const SUBSCRIPTIONS_MAX = 1_000;
const ORDERS_MAX = 1_000;
const NAMED_MAX = 20;

interface Bounds {
  readonly subscriptionsMax?: number;
  readonly ordersMax?: number;
}

/**
 * Asks the provider for everything that webhooks may not have brought, and applies it. Returns how many facts it saw.
 * What the provider tells and we cannot read is said in the log: reading it again today would tell no more.
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
  const unread: string[] = [];
  const take = async (fact: PaymentFact) => {
    seen += 1;
    await takeFact(desk, { provider: name, fact, userId: null }).catch((error: unknown) => failures.push(error));
  };
  const takeAll = async (facts: AsyncIterable<PaymentFact>) => {
    for await (const fact of facts) await take(fact);
  };
  const query = { since, onUntold: (what: string) => void unread.push(what) };
  // First what needs no id: where the provider does not know us at all, this ends here.
  await takeAll(provider.listFacts(query));
  const askedSubscriptions = known.map((id) => ({
    ...{ kind: 'SUBSCRIPTION' as const, id },
    ask: () => takeAll(provider.listFactsOf(id, query)),
  }));
  const askedOrders = orders.map((id) => ({
    ...{ kind: 'ORDER' as const, id },
    ask: async () => take(await provider.findOrder(id)),
  }));
  await askAbout(desk, inTurn(askedSubscriptions, askedOrders));
  const nobodys = await countNobodys(ledger.pool);
  if (nobodys > 0) logger.error({ nobodys }, 'payments were found that belong to nobody we know');
  if (unread.length > 0)
    logger.error(
      { count: unread.length, unread: unread.slice(0, NAMED_MAX) },
      'the payment provider tells what we cannot read',
    );
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${seen} payments could not be applied`);
  return seen;
}

interface Asked {
  readonly kind: 'SUBSCRIPTION' | 'ORDER';
  readonly id: string;
  readonly ask: () => Promise<void>;
}

/** One of each, for as long as there are both: where the provider stops answering, neither kind has waited for all of the other. */
function inTurn(some: readonly Asked[], others: readonly Asked[]): Asked[] {
  const longest = Math.max(some.length, others.length);
  return Array.from({ length: longest }, (_, index) => [some[index] ?? [], others[index] ?? []].flat()).flat();
}

/** Asks about one after the other, past those that the provider does not know, which are named in the log. */
async function askAbout({ provider, ledger, logger }: BillingDesk, all: readonly Asked[]): Promise<void> {
  const untold: Asked[] = [];
  for (const asked of all) {
    const { kind, id } = asked;
    // Noted before: one that gets no answer is the last of the next round, and keeps nobody waiting.
    await noteAsked(ledger.pool, { provider: provider?.name ?? '', kind, id, now: ledger.now() });
    try {
      await asked.ask();
    } catch (error) {
      if (!isRefusedByProvider(error)) throw error;
      untold.push(asked);
    }
  }
  const idsOf = (wanted: Asked['kind']) => untold.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const [orderIds, subscriptionIds] = [idsOf('ORDER'), idsOf('SUBSCRIPTION')];
  if (orderIds.length > 0)
    logger.error(
      { count: orderIds.length, orderIds: orderIds.slice(0, NAMED_MAX) },
      'the payment provider does not tell of orders we know',
    );
  if (subscriptionIds.length > 0)
    logger.error(
      { count: subscriptionIds.length, subscriptionIds: subscriptionIds.slice(0, NAMED_MAX) },
      'the payment provider does not tell of subscriptions we know',
    );
}
