import { addMonths } from '../calendar.ts';
import { chargedCents, listPlans, planById } from '../plans.ts';
import type { Plan } from '../plans.ts';
import { keptOf } from './fact.ts';
import type { InvoiceFact, PaymentFact, SubscriptionFact } from './fact.ts';

/** Providers reckon the rest of a month in their own way, by the day or the second: so much less is enough. */
const TOLERANCE = 0.05;
/** The rest of a month counts as no less than this share of it, so that a payment on its last day says no more than it can. */
const SHORTEST_REST = 1 / 31;

/** A plan that was paid for and is not subscribed to any more: it serves until the month it was paid for is over. */
export interface PaidPlan {
  readonly plan: Plan;
  readonly until: Date;
}

/**
 * The plan that the payments for the running month of a subscription reach, when it is dearer than the one subscribed to: a
 * cheaper plan begins with the next payment. By payments alone, so that it does not matter in what order things were told.
 */
export function paidPlanOf(
  subscription: Pick<SubscriptionFact, 'id' | 'product'>,
  facts: readonly PaymentFact[],
  now: Date,
): PaidPlan | undefined {
  const paid = facts.filter((fact) => fact.kind === 'INVOICE' && fact.paid && fact.subscriptionId === subscription.id);
  const invoices = (paid as InvoiceFact[]).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const month = invoices.findLast(({ reason }) => reason !== 'CHANGE');
  if (!month) return undefined;
  const until = addMonths(new Date(month.createdAt), 1);
  const changes = invoices.filter(({ reason, createdAt }) => reason === 'CHANGE' && createdAt >= month.createdAt);
  const reached = changes.reduce((sum, change) => sum + wholeMonth(change, month, until), keptCents(month));
  const plan = listPlans().findLast(({ priceCents }) => priceCents > 0 && priceCents * (1 - TOLERANCE) <= reached);
  const isDearer = plan && plan.priceCents > (planById(subscription.product)?.priceCents ?? 0);
  return isDearer && now < until ? { plan, until } : undefined;
}

const keptCents = (invoice: InvoiceFact) => keptOf(chargedCents(invoice), invoice);

/** What a payment for the rest of a month would be for all of it. */
function wholeMonth(change: InvoiceFact, month: InvoiceFact, until: Date): number {
  const start = new Date(month.createdAt).getTime();
  const rest = (until.getTime() - new Date(change.createdAt).getTime()) / (until.getTime() - start);
  return keptCents(change) / Math.max(rest, SHORTEST_REST);
}
