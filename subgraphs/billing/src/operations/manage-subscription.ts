import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { SubscriptionFact } from '../domain/payment/fact.ts';
import type { PaymentProvider } from '../domain/payment/provider.ts';
import { currentSubscription, servedPlan } from '../domain/payment/standing.ts';
import type { CurrentSubscription } from '../domain/payment/standing.ts';
import { planById, planOf } from '../domain/plans.ts';
import type { Plan } from '../domain/plans.ts';
import { listFacts } from '../store/fact-store.ts';
import { applyRecords, recordFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';
import { withProvider } from './buy.ts';

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
  return change(desk, viewer, async (provider, { id, product, status }, served) => {
    if (product === plan.id) return refuse('CONFLICT', 'plan.same', { path: ['planId'] });
    if (status === 'CANCELED') return refuse('CONFLICT', 'subscription.resumeFirst');
    if (!provider.sells(plan.id)) return refuse('NOT_FOUND', 'payments.off');
    if (plan.priceCents <= Math.max(served.priceCents, planById(product)?.priceCents ?? 0))
      return provider.changePlan(id, plan.id, 'RENEWAL');
    // The provider reckons the difference from the plan that it has: that has to be the one that was paid for.
    if (served.id !== product && provider.sells(served.id)) await provider.changePlan(id, served.id, 'RENEWAL');
    return provider.changePlan(id, plan.id, 'NOW');
  });
}

/** No further payments; everything stays as it is until the end of the paid time. */
export function cancelSubscription(desk: BillingDesk, viewer: Viewer): Promise<CurrentSubscription | Refusal> {
  return change(desk, viewer, (provider, { id, status }) =>
    status === 'CANCELED' ? refuse('ALREADY_FINISHED', 'subscription.canceledAlready') : provider.cancel(id),
  );
}

/** Takes a cancellation back while the paid time lasts. */
export function resumeSubscription(desk: BillingDesk, viewer: Viewer): Promise<CurrentSubscription | Refusal> {
  return change(desk, viewer, (provider, { id, status }) =>
    status === 'CANCELED' ? provider.resume(id) : refuse('CONFLICT', 'subscription.notCanceled'),
  );
}

/** The provider's page for cards and invoices. */
export async function openPortal(desk: BillingDesk, viewer: Viewer): Promise<{ readonly url: string } | Refusal> {
  const found = await findSubscription(desk, viewer);
  if (isRefusal(found)) return found;
  const { provider, subscription } = found;
  const url = await withProvider(desk, provider, () => provider.openPortal(subscription.id));
  return isRefusal(url) ? url : { url };
}

type Step = (
  provider: PaymentProvider,
  subscription: SubscriptionFact,
  served: Plan,
) => Promise<SubscriptionFact | Refusal> | Refusal;

/** Asks the provider and applies its answer at once; the webhook that follows says the same again. */
async function change(desk: BillingDesk, viewer: Viewer, step: Step): Promise<CurrentSubscription | Refusal> {
  const found = await findSubscription(desk, viewer);
  if (isRefusal(found)) return found;
  const { provider, subscription, served, userId } = found;
  const fact = await withProvider(desk, provider, async () => step(provider, subscription, served));
  if (isRefusal(fact)) return fact;
  await recordFact(desk, { provider: provider.name, fact, userId });
  const { standing } = await applyRecords(desk, userId);
  if (!standing.subscription) throw new Error(`The subscription of ${userId} is gone right after it was changed.`);
  return standing.subscription;
}

async function findSubscription(desk: BillingDesk, viewer: Viewer) {
  const userId = requireUser(viewer);
  const { provider, ledger } = desk;
  if (!provider) return refuse('NOT_FOUND', 'payments.off');
  const [facts, now] = [await listFacts(ledger.pool, userId), ledger.now()];
  const subscription = currentSubscription(facts, now);
  if (!subscription) return refuse('NOT_FOUND', 'subscription.none');
  return { provider, subscription, served: servedPlan(subscription, facts, now) ?? planOf('FREE'), userId };
}
