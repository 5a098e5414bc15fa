import { z } from 'zod';
import type { PaymentFact } from '../../domain/payment/fact.ts';

/** Their moments have microseconds; ours have not. */
const moment = z.string().transform((text, context) => {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    context.addIssue(`"${text}" is no moment`);
    return z.NEVER;
  }
  return date.toISOString();
});
const id = z.union([z.string(), z.number()]).transform(String);
const cents = z.number().transform((amount) => Math.max(0, Math.round(amount)));
const dated = {
  created_at: moment,
  updated_at: moment,
  user_email: z.string().nullish(),
  test_mode: z.boolean().default(false),
};

const subscription = z.object({
  ...dated,
  order_id: id.nullish(),
  variant_id: id,
  status: z.enum(['on_trial', 'active', 'paused', 'past_due', 'unpaid', 'cancelled', 'expired']),
  renews_at: moment.nullish(),
  ends_at: moment.nullish(),
  urls: z.object({ customer_portal: z.url().nullish() }).nullish(),
});
const invoice = z.object({
  ...dated,
  subscription_id: id,
  billing_reason: z.string(),
  status: z.string(),
  subtotal_usd: cents.nullish(),
  subtotal: cents,
  total_usd: cents.nullish(),
  total: cents,
  refunded_amount: cents.nullish(),
});
const order = z.object({
  ...dated,
  status: z.string(),
  total: cents,
  refunded_amount: cents.nullish(),
  first_order_item: z.object({ variant_id: id }).nullish(),
});

/** One thing of theirs as their API and their webhooks both show it (JSON:API). */
export const resource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscriptions'), id, attributes: subscription }),
  z.object({ type: z.literal('subscription-invoices'), id, attributes: invoice }),
  z.object({ type: z.literal('orders'), id, attributes: order }),
]);

export type Resource = z.output<typeof resource>;

const STATUS = {
  on_trial: 'TRIALING',
  active: 'ACTIVE',
  paused: 'PAUSED',
  past_due: 'PAST_DUE',
  unpaid: 'UNPAID',
  cancelled: 'CANCELED',
  expired: 'EXPIRED',
} as const;
const PAID = new Set(['paid', 'refunded', 'partial_refund']);
const REASONS: Readonly<Record<string, 'INITIAL' | 'RENEWAL'>> = { initial: 'INITIAL', renewal: 'RENEWAL' };

/** Their words in ours. `productOf` says which product of ours a variant of theirs sells. */
export function toFact(
  { type, id: ownId, attributes }: Resource,
  productOf: (variantId: string) => string | null,
): PaymentFact {
  const { created_at: createdAt, updated_at: updatedAt } = attributes;
  const common = { id: ownId, createdAt, updatedAt, email: attributes.user_email ?? null };
  switch (type) {
    case 'subscriptions': {
      const { order_id, variant_id, status, renews_at, ends_at } = attributes;
      const dates = { renewsAt: renews_at ?? null, endsAt: ends_at ?? null };
      const of = { orderId: order_id ?? null, product: productOf(variant_id), variant: variant_id };
      return { kind: 'SUBSCRIPTION', ...common, ...of, ...dates, status: STATUS[status] };
    }
    case 'subscription-invoices': {
      const {
        subscription_id: subscriptionId,
        billing_reason,
        status,
        subtotal,
        subtotal_usd,
        total,
        total_usd,
        refunded_amount,
      } = attributes;
      const reason = REASONS[billing_reason] ?? 'CHANGE';
      const paid = PAID.has(status);
      const amounts = {
        subtotalCents: subtotal_usd ?? subtotal,
        totalCents: total_usd ?? total,
        refundedCents: Math.round(refundOf(status, total, refunded_amount) * ((total_usd ?? total) / (total || 1))),
      };
      return { kind: 'INVOICE', ...common, subscriptionId, paid, reason, ...amounts };
    }
    case 'orders': {
      const { status, total, refunded_amount, first_order_item } = attributes;
      const product = first_order_item ? productOf(first_order_item.variant_id) : null;
      const refundedCents = refundOf(status, total, refunded_amount);
      return { kind: 'ORDER', ...common, product, paid: PAID.has(status), totalCents: total, refundedCents };
    }
  }
}

/** An older API says "refunded" without an amount: all of it. */
function refundOf(status: string, total: number, amount: number | null | undefined): number {
  return amount ?? (status === 'refunded' ? total : 0);
}
