import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { soldOf, withSold } from '../domain/payment/fact.ts';
import type { SubscriptionFact } from '../domain/payment/fact.ts';
import { PaymentProviderError } from '../domain/payment/provider.ts';
import type { PaymentProvider } from '../domain/payment/provider.ts';
import { currentSubscription, servedPlan } from '../domain/payment/standing.ts';
import type { CurrentSubscription } from '../domain/payment/standing.ts';
import { planOf } from '../domain/plans.ts';
import type { Plan } from '../domain/plans.ts';
import { listFacts } from '../store/fact-store.ts';
import { oneChangeAtATime } from '../store/subscription-change-store.ts';
import { applyRecords, recordFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';
import { withProvider } from './buy.ts';

/** What a change is decided by: the subscription as the provider has just told of it, and the plan that serves. */
export interface Around {
  readonly provider: PaymentProvider;
  readonly subscription: SubscriptionFact;
  readonly served: Plan;
}

/** What a subscription shall become. */
export interface Wish {
  /** Whether it is so. */
  readonly isSo: (subscription: SubscriptionFact) => boolean;
  /** What to say to somebody who could know that it is so. */
  readonly already: Refusal;
  readonly bring: (around: Around) => Promise<SubscriptionFact> | Refusal;
  /** Puts back what part of it was done, where the whole was not. */
  readonly undo?: (around: Around, left: SubscriptionFact) => Promise<SubscriptionFact> | undefined;
  /** It is asked for also where the provider says what we cannot read: nobody is to pay on for that. */
  readonly goesUnread?: true;
}

const BUSY_MS = 30_000;

/**
 * Changes what a person subscribes to, one change of theirs at a time: a second click while a card is being charged must not
 * charge it again. By what the provider says now, since webhooks may be behind; its answer is applied at once.
 */
export async function changeSubscription(
  desk: BillingDesk,
  userId: string,
  wish: Wish,
): Promise<CurrentSubscription | Refusal> {
  const { provider, ledger } = desk;
  if (!provider) return refuse('NOT_FOUND', 'payments.off');
  const changed = await oneChangeAtATime(ledger.pool, userId, () => changeAlone({ desk, provider, userId }, wish));
  return changed ?? refuse('CONFLICT', 'subscription.changing', { retryAfterMs: BUSY_MS });
}

interface Scene {
  readonly desk: BillingDesk;
  readonly provider: PaymentProvider;
  readonly userId: string;
}

async function changeAlone(scene: Scene, wish: Wish): Promise<CurrentSubscription | Refusal> {
  const { desk, provider, userId } = scene;
  const facts = await listFacts(desk.ledger.pool, userId);
  const now = desk.ledger.now();
  const known = currentSubscription(facts, now);
  if (!known) return refuse('NOT_FOUND', 'subscription.none');
  const told = await withProvider(desk, provider, () => provider.findSubscription(known.id));
  if (isRefusal(told)) {
    const isUnread = wish.goesUnread && told.code === 'CONFLICT';
    return isUnread ? bringUnread(scene, wish, { provider, subscription: known, served: planOf('FREE') }) : told;
  }
  await recordFact(desk, { provider: provider.name, fact: told, userId });
  // Who subscribed to what the settings name no more sees it, pays for it, and can end it.
  const subscription = withSold(told, soldOf(known));
  if (!currentSubscription([subscription], now)) return refuse('NOT_FOUND', 'subscription.none');
  if (wish.isSo(subscription)) return wish.isSo(known) ? wish.already : show(scene);
  const served = servedPlan(subscription, facts, now) ?? planOf('FREE');
  const fact = await withProvider(desk, provider, () => bring(scene, wish, { provider, subscription, served }), {
    unanswered: 'payments.unknown',
  });
  if (isRefusal(fact)) return fact;
  await recordFact(desk, { provider: provider.name, fact, userId });
  return show(scene);
}

/** What became of it may be as unreadable as what was before: then nobody is told that nothing was done. */
async function bringUnread(scene: Scene, wish: Wish, around: Around): Promise<CurrentSubscription | Refusal> {
  const { desk, provider, userId } = scene;
  const fact = await withProvider(desk, provider, () => bring(scene, wish, around));
  if (isRefusal(fact)) return refuse('ENGINE_UNAVAILABLE', 'payments.unknown', { retryAfterMs: BUSY_MS });
  await recordFact(desk, { provider: provider.name, fact, userId });
  return show(scene);
}

/** Where there is no answer, or part of it was done, the provider is asked once what is so: it may have done it all the same. */
async function bring(
  { desk, provider, userId }: Scene,
  wish: Wish,
  around: Around,
): Promise<SubscriptionFact | Refusal> {
  try {
    return await wish.bring(around);
  } catch (error) {
    if (!(error instanceof PaymentProviderError)) throw error;
    const fact = await provider.findSubscription(around.subscription.id).catch(() => undefined);
    if (!fact) throw error;
    const isDone = wish.isSo(fact);
    const left = isDone ? fact : ((await wish.undo?.(around, fact)) ?? fact);
    await recordFact(desk, { provider: provider.name, fact: left, userId });
    if (!isDone) throw error;
    desk.logger.warn({ err: error, subscriptionId: fact.id }, 'the payment provider did what it did not answer to');
    return fact;
  }
}

async function show({ desk, userId }: Scene): Promise<CurrentSubscription> {
  const { standing } = await applyRecords(desk, userId);
  if (!standing.subscription) throw new Error(`The subscription of ${userId} is gone right after it was changed.`);
  return standing.subscription;
}
