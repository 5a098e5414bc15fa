import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { SubscriptionFact } from '../domain/payment/fact.ts';
import type { PaymentProvider } from '../domain/payment/provider.ts';
import { currentSubscription } from '../domain/payment/standing.ts';
import type { CurrentSubscription } from '../domain/payment/standing.ts';
import { planById } from '../domain/plans.ts';
import type { Plan } from '../domain/plans.ts';
import { listFacts } from '../store/fact-store.ts';
import type { BillingDesk } from './billing-desk.ts';
import { withProvider } from './buy.ts';
import { changeSubscription } from './change-subscription.ts';
import type { Around } from './change-subscription.ts';

/**
 * Another plan. A dearer one serves from now on and the provider charges the difference. A cheaper one is paid from the next
 * renewal, and what the running month was paid for serves until then; so does going back to that, for which nothing is charged.
 */
export async function changePlan(
  desk: BillingDesk,
  viewer: Viewer,
  planId: string,
): Promise<CurrentSubscription | Refusal> {
  const plan = planById(planId);
  if (!plan || plan.priceCents === 0) return refuse('NOT_FOUND', 'plan.unknown', { path: ['planId'] });
  return changeSubscription(desk, requireUser(viewer), {
    isSo: ({ product }) => product === plan.id,
    already: refuse('CONFLICT', 'plan.same', { path: ['planId'] }),
    bring: (around) => bringPlan(plan, around),
    undo: backToChosen,
  });
}

function bringPlan(
  plan: Plan,
  { provider, subscription: { id, product, status }, served }: Around,
): Promise<SubscriptionFact> | Refusal {
  if (status === 'CANCELED') return refuse('CONFLICT', 'subscription.resumeFirst');
  if (!provider.sells(plan.id)) return refuse('NOT_FOUND', 'payments.off');
  if (plan.priceCents <= Math.max(served.priceCents, planById(product)?.priceCents ?? 0))
    return provider.changePlan(id, plan.id, 'RENEWAL');
  if (product === null || served.id === product || !provider.sells(served.id))
    return provider.changePlan(id, plan.id, 'NOW');
  return bringDearerPlan(provider, { id, served: served.id, plan: plan.id });
}

/** The provider reckons the difference from the plan that it has: that has to be the one that was paid for. */
async function bringDearerPlan(
  provider: PaymentProvider,
  { id, served, plan }: Record<'id' | 'served' | 'plan', string>,
): Promise<SubscriptionFact> {
  await provider.changePlan(id, served, 'RENEWAL');
  return provider.changePlan(id, plan, 'NOW');
}

/** The first of its two steps alone was done, the card was refused for instance: what the next renewal asks for is as it was chosen. */
function backToChosen(
  { provider, subscription: { id, product }, served }: Around,
  left: SubscriptionFact,
): Promise<SubscriptionFact> | undefined {
  if (product === null || product === served.id || left.product !== served.id) return undefined;
  return provider.changePlan(id, product, 'RENEWAL');
}

/** No further payments; everything stays as it is until the end of the paid time. */
export async function cancelSubscription(desk: BillingDesk, viewer: Viewer): Promise<CurrentSubscription | Refusal> {
  return changeSubscription(desk, requireUser(viewer), {
    isSo: ({ status }) => status === 'CANCELED',
    already: refuse('ALREADY_FINISHED', 'subscription.canceledAlready'),
    bring: ({ provider, subscription }) => provider.cancel(subscription.id),
    goesUnread: true,
  });
}

/** Takes a cancellation back while the paid time lasts. */
export async function resumeSubscription(desk: BillingDesk, viewer: Viewer): Promise<CurrentSubscription | Refusal> {
  return changeSubscription(desk, requireUser(viewer), {
    isSo: ({ status }) => status !== 'CANCELED',
    already: refuse('CONFLICT', 'subscription.notCanceled'),
    bring: ({ provider, subscription }) => provider.resume(subscription.id),
  });
}

/** The provider's page for cards and invoices. */
export async function openPortal(desk: BillingDesk, viewer: Viewer): Promise<{ readonly url: string } | Refusal> {
  const userId = requireUser(viewer);
  const { provider, ledger } = desk;
  if (!provider) return refuse('NOT_FOUND', 'payments.off');
  const subscription = currentSubscription(await listFacts(ledger.pool, userId), ledger.now());
  if (!subscription) return refuse('NOT_FOUND', 'subscription.none');
  const url = await withProvider(desk, provider, () => provider.openPortal(subscription.id));
  return isRefusal(url) ? url : { url };
}
