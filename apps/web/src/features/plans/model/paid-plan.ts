import type { PlansQuery } from '../../../lib/graph/generated/graphql.ts';

/** The plan that serves the viewer and the one they have chosen: not the same while a cheaper one waits for the next payment. */
export function paidPlanOf({ plans, me }: PlansQuery) {
  const served = plans.find(({ tier }) => tier === me?.tier);
  const chosen = plans.find(({ id }) => id === me?.subscription?.plan.id);
  const paidCents = Math.max(served?.priceCents ?? 0, chosen?.priceCents ?? 0);
  const isWaiting = me?.subscription?.status === 'ACTIVE' && chosen !== undefined && paidCents > chosen.priceCents;
  const isSubscriber = Boolean(me?.subscription && me.subscription.status !== 'EXPIRED');
  return { isSubscriber, served, chosen, paidCents, waitsFor: isWaiting ? (served?.name ?? null) : null };
}
