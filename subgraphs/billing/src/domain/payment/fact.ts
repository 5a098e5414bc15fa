import { z } from 'zod';

export const SUBSCRIPTION_STATUSES = [
  'TRIALING',
  'ACTIVE',
  'PAUSED',
  'PAST_DUE',
  'UNPAID',
  'CANCELED',
  'EXPIRED',
] as const;

const moment = z.iso.datetime();
const cents = z.int().min(0);

/** What a provider says of a subscription at `updatedAt`. Identifiers are the provider's; `product` is ours. */
const subscriptionFact = z.object({
  kind: z.literal('SUBSCRIPTION'),
  id: z.string(),
  orderId: z.string().nullable(),
  /** The plan of ours that is sold under the provider's product; null when it is none of ours. */
  product: z.string().nullable(),
  /** What the provider sells it as: it may be moved to something that is none of ours. Facts of before it was kept have null. */
  variant: z.string().nullable().default(null),
  status: z.enum(SUBSCRIPTION_STATUSES),
  renewsAt: moment.nullable(),
  endsAt: moment.nullable(),
  email: z.string().nullable(),
  createdAt: moment,
  updatedAt: moment,
});

/** One payment of a subscription. */
const invoiceFact = z.object({
  kind: z.literal('INVOICE'),
  id: z.string(),
  subscriptionId: z.string(),
  /** Paid, whether or not some of it was given back later. */
  paid: z.boolean(),
  reason: z.enum(['INITIAL', 'RENEWAL', 'CHANGE']),
  /** Before discounts and taxes. */
  subtotalCents: cents,
  totalCents: cents,
  refundedCents: cents,
  email: z.string().nullable(),
  createdAt: moment,
  updatedAt: moment,
});

/** One purchase; the first payment of a subscription is one too. */
const orderFact = z.object({
  kind: z.literal('ORDER'),
  id: z.string(),
  product: z.string().nullable(),
  paid: z.boolean(),
  totalCents: cents,
  refundedCents: cents,
  email: z.string().nullable(),
  createdAt: moment,
  updatedAt: moment,
});

/** The state of one thing at the provider. The newest `updatedAt` wins, so it does not matter when or how often it comes. */
export const paymentFact = z.discriminatedUnion('kind', [subscriptionFact, invoiceFact, orderFact]);

export type PaymentFact = z.infer<typeof paymentFact>;
export type SubscriptionFact = z.infer<typeof subscriptionFact>;
export type InvoiceFact = z.infer<typeof invoiceFact>;
export type OrderFact = z.infer<typeof orderFact>;
export type SubscriptionStatus = SubscriptionFact['status'];

/** Of two facts about the same thing the one that counts: the newer, and of two as new the same one whichever came first. */
export function newerFact(a: PaymentFact, b: PaymentFact): PaymentFact {
  return rankOf(a) >= rankOf(b) ? a : b;
}

/**
 * What a thing of theirs sold of ours when it was told, and as which variant of theirs, in words that sort by time; null for what is none
 * of ours.
 */
export function soldOf(fact: PaymentFact): string | null {
  if (fact.kind === 'INVOICE' || fact.product === null) return null;
  const variant = fact.kind === 'SUBSCRIPTION' && fact.variant !== null ? ` ${fact.variant}` : '';
  return `${fact.updatedAt} ${fact.product}${variant}`;
}

/** Of two such words, in whatever order they came, the later. */
export function laterSold(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a >= b ? a : b;
}

interface Remembered {
  /** It sold something of ours once, though it sells something else now. */
  readonly onceOurs?: true;
}

/** A fact with what is remembered of its thing. */
export type KnownFact<Fact extends PaymentFact = PaymentFact> = Fact & Remembered;

/**
 * A fact with what its thing sold when that was last known: a variant that the settings name no more was ours all the same. A subscription
 * that was moved to another variant since sells nothing of ours any more.
 */
export function withSold<Fact extends PaymentFact>(fact: Fact, sold: string | null): KnownFact<Fact> {
  if (fact.kind === 'INVOICE' || fact.product !== null || sold === null) return fact;
  const [, product, variant] = sold.split(' ');
  if (product === undefined) return fact;
  const isMoved = fact.kind === 'SUBSCRIPTION' && variant !== undefined && ![variant, null].includes(fact.variant);
  const remembered: Remembered & { readonly product?: string } = isMoved ? { onceOurs: true } : { product };
  return { ...fact, ...remembered };
}

/** What is left of something when part of its price was given back, in proportion. */
export function keptOf(
  amount: number,
  { totalCents, refundedCents }: Pick<OrderFact, 'totalCents' | 'refundedCents'>,
): number {
  if (refundedCents <= 0) return amount;
  return totalCents <= refundedCents ? 0 : (amount * (totalCents - refundedCents)) / totalCents;
}

/**
 * Sorts facts about one thing; stored beside them, and names nobody. An end is final: nothing that claims to be newer undoes
 * it.
 */
export function rankOf(fact: PaymentFact): string {
  const over = fact.kind === 'SUBSCRIPTION' && fact.status === 'EXPIRED' ? '1' : '0';
  const told = Object.entries(fact).filter(([name]) => name !== 'email');
  return `${over} ${fact.updatedAt} ${JSON.stringify(told.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
