import fc from 'fast-check';
import type { Shop } from './lemon-squeezy/shop.ts';

/** What may happen to one customer of the shop. */
export type ShopStep =
  | { readonly step: 'subscribe'; readonly variant: string }
  | { readonly step: 'buy' }
  | { readonly step: 'renew'; readonly outcome: 'paid' | 'failed' }
  | { readonly step: 'recover' | 'cancel' | 'resume' | 'expire' }
  | { readonly step: 'change'; readonly variant: string; readonly disableProrations?: boolean }
  | { readonly step: 'unpay'; readonly what: 'orders' | 'subscription-invoices' }
  | { readonly step: 'refund'; readonly what: 'orders' | 'subscription-invoices'; readonly cents: number };

/** The last is none of ours. */
const variant = fc.constantFrom('101', '102', '103', '301');
const step: fc.Arbitrary<ShopStep> = fc.oneof(
  fc.record({ step: fc.constant('buy' as const) }),
  fc.record({
    step: fc.constant('renew' as const),
    outcome: fc.constantFrom('paid' as const, 'paid' as const, 'failed' as const),
  }),
  fc.record({ step: fc.constantFrom('recover' as const, 'cancel' as const, 'resume' as const, 'expire' as const) }),
  fc.record({ step: fc.constant('change' as const), variant, disableProrations: fc.boolean() }),
  fc.record({ step: fc.constant('unpay' as const), what: fc.constantFrom('orders', 'subscription-invoices') }),
  fc.record({
    step: fc.constant('refund' as const),
    what: fc.constantFrom('orders' as const, 'subscription-invoices' as const),
    cents: fc.integer({ min: 1, max: 3_000 }),
  }),
);

/** A customer's life: a subscription to begin with, then whatever comes. */
export const shopStory: fc.Arbitrary<readonly ShopStep[]> = fc
  .tuple(variant, fc.array(step, { minLength: 1, maxLength: 8 }))
  .map(([first, rest]) => [{ step: 'subscribe', variant: first }, ...rest]);

/** Lets it happen in the shop; what can't happen in the state that is there does not. */
export function playStory(shop: Shop, userId: string, story: readonly ShopStep[]): void {
  let subscription = '';
  const is = (...statuses: string[]) =>
    statuses.includes(String(shop.find('subscriptions', subscription)?.attributes['status']));
  const lastPaid = (what: string) =>
    [...shop.things.values()].findLast(
      ({ type, attributes }) => type === what && ['paid', 'partial_refund'].includes(String(attributes['status'])),
    );
  for (const taken of story) {
    switch (taken.step) {
      case 'subscribe':
        subscription = shop.pay({ userId, email: `${userId}@example.test`, variant: taken.variant });
        break;
      case 'buy':
        shop.pay({ userId, email: `${userId}@example.test`, variant: '201' });
        break;
      case 'renew':
        if (is('active')) shop.renew(subscription, taken.outcome);
        break;
      case 'recover':
        if (is('past_due')) shop.recover(subscription);
        break;
      case 'cancel':
        if (is('active')) shop.update(subscription, { cancelled: true });
        break;
      case 'resume':
        if (is('cancelled')) shop.update(subscription, { cancelled: false });
        break;
      case 'expire':
        if (is('cancelled', 'past_due')) shop.expire(subscription);
        break;
      case 'change':
        if (is('active')) shop.update(subscription, taken);
        break;
      case 'unpay': {
        const paid = lastPaid(taken.what);
        if (paid) shop.unpay(taken.what, paid.id);
        break;
      }
      case 'refund': {
        const paid = lastPaid(taken.what);
        if (paid) shop.refund(taken.what, paid.id, taken.cents);
      }
    }
  }
}
