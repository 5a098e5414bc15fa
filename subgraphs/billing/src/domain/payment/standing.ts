import { addMonths, monthsPassed } from '../calendar.ts';
import type { DeclareCommand } from '../ledger/command.ts';
import { findPack } from '../packs.ts';
import { creditsOfPayment, planById, planOf, TIERS } from '../plans.ts';
import type { AccountTerms, Plan } from '../plans.ts';
import type { EnterpriseTerms } from './enterprise-terms.ts';
import { keptOf } from './fact.ts';
import type { InvoiceFact, KnownFact, OrderFact, PaymentFact, SubscriptionFact, SubscriptionStatus } from './fact.ts';
import { paidPlanOf } from './paid-plan.ts';

/** All that is known of what one person pays for, in any order. */
export interface Records {
  readonly userId: string;
  readonly provider: string;
  readonly facts: readonly KnownFact[];
  readonly enterprise: EnterpriseTerms | null;
  /** When the account was opened; the free months count from here. */
  readonly openedAt: Date;
}

/** What follows from it at one moment: what the person may do, and what grants they shall have. */
export interface Standing {
  readonly terms: AccountTerms;
  readonly subscription: CurrentSubscription | null;
  readonly grants: readonly DeclareCommand[];
  /** The subscriptions of ours that go on to take money: more than one is nobody's wish. */
  readonly chargingIds: readonly string[];
  /** When time alone will change it: the next month, or an end. */
  readonly changesAt: Date;
}

export interface CurrentSubscription {
  readonly id: string;
  readonly provider: string;
  readonly planId: string;
  readonly status: SubscriptionStatus;
  readonly renewsAt: Date | null;
  readonly endsAt: Date | null;
}

/** A renewal may be paid some hours late; the month's credits last a day longer than the month. */
const PAYMENT_GRACE_MS = 86_400_000;
const ENTITLED: readonly SubscriptionStatus[] = ['TRIALING', 'ACTIVE', 'PAST_DUE'];

/** Derives a person's standing from all there is. The same records give the same standing, however they came. */
export function standingOf(records: Records, now: Date): Standing {
  const subscriptions = records.facts.filter((fact) => fact.kind === 'SUBSCRIPTION');
  const entitled = subscriptions.filter((one) => isEntitled(one, now));
  const [plan] = entitled.flatMap((one) => servedPlan(one, records.facts, now) ?? []).sort(byTier);
  const enterprise = records.enterprise && now < records.enterprise.endsAt ? records.enterprise : null;
  const shown =
    currentSubscription(subscriptions, now) ??
    subscriptions.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0];
  return {
    terms: enterprise ?? termsOf(plan ?? planOf('FREE')),
    subscription: enterprise ? asSubscription(enterprise) : shown ? toCurrent(shown, records.provider) : null,
    grants: [
      ...records.facts.flatMap((fact) => grantsOf(fact, { subscriptions, provider: records.provider, now })),
      ...monthlyGrants(records, { isFree: !enterprise && !plan, now }),
    ],
    chargingIds: subscriptions.filter((one) => planById(one.product) && mayCharge(one)).map(({ id }) => id),
    changesAt: nextChange(records, { subscriptions, now }),
  };
}

/**
 * The subscription that a person sees and changes. Of several one that still takes money comes first, so that all of them can
 * be ended one after the other; then one that serves, the higher plan, the newer.
 */
export function currentSubscription(facts: readonly PaymentFact[], now: Date): SubscriptionFact | undefined {
  const alive = facts
    .filter((fact) => fact.kind === 'SUBSCRIPTION')
    .filter((one) => planById(one.product) && (mayCharge(one) || isEntitled(one, now)));
  const [current] = alive.sort(
    (a, b) =>
      Number(mayCharge(b)) - Number(mayCharge(a)) ||
      Number(isEntitled(b, now)) - Number(isEntitled(a, now)) ||
      tierOrder(a, b) ||
      (a.createdAt > b.createdAt ? -1 : a.createdAt < b.createdAt ? 1 : byId(a, b)),
  );
  return current;
}

function nextChange(
  { facts, openedAt, enterprise }: Records,
  { subscriptions, now }: { readonly subscriptions: readonly SubscriptionFact[]; readonly now: Date },
): Date {
  const nextMonth = (start: Date) => addMonths(start, monthsPassed(start, now) + 1);
  const ends = subscriptions.flatMap(({ status, endsAt }) =>
    status === 'CANCELED' && endsAt ? [new Date(endsAt)] : [],
  );
  const agreed = enterprise
    ? [enterprise.endsAt, ...(now < enterprise.endsAt ? [nextMonth(enterprise.startsAt)] : [])]
    : [];
  const cheaper = subscriptions.flatMap((one) => paidPlanOf(one, facts, now)?.until ?? []);
  const ahead = [nextMonth(openedAt), ...agreed, ...ends, ...cheaper].filter((date) => date > now);
  return new Date(Math.min(...ahead.map((date) => date.getTime())));
}

/** What a subscription gives now: the plan subscribed to, or a dearer one that its running month was paid for. */
export function servedPlan(
  subscription: Pick<SubscriptionFact, 'id' | 'product'>,
  facts: readonly PaymentFact[],
  now: Date,
): Plan | undefined {
  return paidPlanOf(subscription, facts, now)?.plan ?? planById(subscription.product);
}

export function isEntitled({ status, endsAt, product }: SubscriptionFact, now: Date): boolean {
  if (!planById(product)) return false;
  return ENTITLED.includes(status) || (status === 'CANCELED' && endsAt !== null && now < new Date(endsAt));
}

/** Goes on to take money, now or when a pause or a failed payment is over, unless somebody ends it. */
export function mayCharge({ status }: SubscriptionFact): boolean {
  return status !== 'CANCELED' && status !== 'EXPIRED';
}

/** Ended for good. One that was canceled is over at its date. */
export function isOver({ status, endsAt }: SubscriptionFact, now: Date): boolean {
  return status === 'EXPIRED' || (status === 'CANCELED' && endsAt !== null && now >= new Date(endsAt));
}

interface Around {
  readonly subscriptions: readonly KnownFact<SubscriptionFact>[];
  readonly provider: string;
  readonly now: Date;
}

function grantsOf(fact: PaymentFact, around: Around): DeclareCommand[] {
  if (fact.kind === 'INVOICE') return invoiceGrant(fact, around);
  if (fact.kind === 'ORDER') return orderGrant(fact, around);
  return [];
}

/**
 * The credits of a paid month. What was given back, is not paid any more, or was paid for something that never was ours is
 * revoked; when the subscription is over, so is what is left.
 */
function invoiceGrant(invoice: InvoiceFact, { subscriptions, provider, now }: Around): DeclareCommand[] {
  const subscription = subscriptions.find(({ id }) => id === invoice.subscriptionId);
  const month = addMonths(new Date(invoice.createdAt), 1);
  const isForeign = subscription?.product === null && !subscription.onceOurs;
  return [
    {
      type: 'declare',
      key: `${provider}:invoice:${invoice.id}`,
      source: 'PLAN',
      net: isForeign ? 0 : kept(creditsOfPayment(invoice), invoice),
      expiresAt: new Date(month.getTime() + PAYMENT_GRACE_MS),
      closed: invoice.paid && subscription !== undefined && isOver(subscription, now),
      note: 'plan',
    },
  ];
}

/** A pack, while it is paid; the order that starts a subscription grants nothing, its invoice does. */
function orderGrant(order: OrderFact, { provider }: Around): DeclareCommand[] {
  const pack = findPack(order.product ?? '');
  if (!pack) return [];
  const key = `${provider}:order:${order.id}`;
  const rest = { expiresAt: null, closed: false, note: pack.id };
  return [{ type: 'declare', key, source: 'PURCHASE', net: kept(pack.credits, order), ...rest }];
}

/** What is left of credits when part of their price was given back, or it was not paid after all. */
function kept(credits: number, payment: Pick<OrderFact, 'paid' | 'totalCents' | 'refundedCents'>): number {
  return payment.paid ? Math.floor(keptOf(credits, payment)) : 0;
}

/** The month's credits of those whom nobody else renews: free accounts after their first month, and enterprise. */
function monthlyGrants(
  { userId, enterprise, openedAt }: Records,
  { isFree, now }: { isFree: boolean; now: Date },
): DeclareCommand[] {
  const grants: DeclareCommand[] = [];
  const month = (start: Date, count: number) => ({
    from: addMonths(start, count),
    expiresAt: addMonths(start, count + 1),
  });
  if (enterprise) {
    const over = now >= enterprise.endsAt;
    const passed = monthsPassed(enterprise.startsAt, over ? new Date(enterprise.endsAt.getTime() - 1) : now);
    const { expiresAt } = month(enterprise.startsAt, passed);
    const key = `enterprise:${userId}:${enterprise.startsAt.toISOString()}:${passed}`;
    const common = { type: 'declare', source: 'PLAN', expiresAt, note: 'plan' } as const;
    grants.push({ ...common, key, net: over ? 0 : enterprise.monthlyCredits, closed: over });
  }
  const passed = monthsPassed(openedAt, now);
  if (isFree && passed > 0) {
    const { expiresAt } = month(openedAt, passed);
    const common = { type: 'declare', source: 'PLAN', expiresAt, closed: false, note: 'free month' } as const;
    grants.push({ ...common, key: `free:${userId}:${passed}`, net: planOf('FREE').monthlyCredits });
  }
  return grants;
}

export function termsOf({ tier, id, storageBytes, limits, monthlyCredits }: Plan): AccountTerms {
  return { tier, planId: id, storageBytes, limits, monthlyCredits };
}

const tierOrder = (a: SubscriptionFact, b: SubscriptionFact) =>
  TIERS.indexOf(planById(b.product)?.tier ?? 'FREE') - TIERS.indexOf(planById(a.product)?.tier ?? 'FREE');
const byId = (a: SubscriptionFact, b: SubscriptionFact) => (a.id < b.id ? -1 : 1);
const byTier = (a: Plan, b: Plan) => TIERS.indexOf(b.tier) - TIERS.indexOf(a.tier);

function toCurrent(
  { id, product, status, renewsAt, endsAt }: SubscriptionFact,
  provider: string,
): CurrentSubscription | null {
  const plan = planById(product);
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return plan ? { id, provider, planId: plan.id, status, renewsAt: date(renewsAt), endsAt: date(endsAt) } : null;
}

function asSubscription({ planId, endsAt }: EnterpriseTerms): CurrentSubscription {
  return { id: 'agreement', provider: 'agreement', planId, status: 'ACTIVE', renewsAt: null, endsAt };
}
