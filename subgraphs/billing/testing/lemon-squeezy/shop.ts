/** One thing of the shop as their API shows it. */
export interface ShopThing {
  readonly type: 'subscriptions' | 'subscription-invoices' | 'orders';
  readonly id: string;
  readonly attributes: Record<string, unknown>;
}

export interface ShopEvent {
  readonly name: string;
  readonly userId: string;
  readonly thing: ShopThing;
}

export interface SoldVariant {
  readonly kind: 'plan' | 'pack';
  readonly cents: number;
}

export interface ShopChange {
  readonly variant?: string;
  readonly cancelled?: boolean;
  readonly disableProrations?: boolean;
}

/** The state of a shop and what happens in it; every event carries a whole thing, as theirs do. */
export interface Shop {
  readonly things: Map<string, ShopThing>;
  /** Everything that happened, in order. */
  readonly events: ShopEvent[];
  now: Date;
  find(type: ShopThing['type'], id: string): ShopThing | undefined;
  /** Someone pays at a checkout. @returns the id of the subscription or order. */
  pay(buyer: { readonly userId: string; readonly email: string; readonly variant: string }): string;
  renew(subscriptionId: string, outcome: 'paid' | 'failed'): void;
  /** A failed renewal is paid after all. */
  recover(subscriptionId: string): void;
  /** Another variant is charged or credited for the rest of the month at once, unless prorations are disabled. */
  update(subscriptionId: string, change: ShopChange): ShopThing;
  /** Says of a payment that it is none any more. */
  unpay(type: 'orders' | 'subscription-invoices', id: string): void;
  expire(subscriptionId: string): void;
  /** Nothing is taken for now: it was paused, or payment was tried for too long. Either may go on. */
  suspend(subscriptionId: string, status: 'paused' | 'unpaid'): void;
  refund(type: 'orders' | 'subscription-invoices', id: string, cents: number): void;
}

const MONTH_MS = 30 * 86_400_000;

/** A shop as docs.lemonsqueezy.com describes it: ids that count up, statuses in their words, no id on any event. */
export function openShop(variants: ReadonlyMap<string, SoldVariant>, { testMode = true } = {}): Shop {
  const things = new Map<string, ShopThing>();
  const owners = new Map<string, string>();
  const events: ShopEvent[] = [];
  /** What cheaper plans left of what was paid: spent before a card is. */
  const creditOf = new Map<string, number>();
  let counted = 0;
  const shop = { now: new Date('2026-11-20T09:00:00Z') };
  const nextId = () => String(++counted);
  const stamp = () => {
    // Every change has a moment of its own, to the microsecond, as theirs have.
    shop.now = new Date(shop.now.getTime() + 1_000);
    return shop.now.toISOString().replace('Z', '000Z');
  };
  const keyOf = (type: string, id: string) => `${type}/${id}`;
  const find = (type: ShopThing['type'], id: string) => things.get(keyOf(type, id));
  const get = (type: ShopThing['type'], id: string) => {
    const found = find(type, id);
    if (!found) throw new Error(`The shop has no ${type} ${id}.`);
    return found;
  };
  const put = (type: ShopThing['type'], id: string, change: Record<string, unknown>): ShopThing => {
    const before = find(type, id)?.attributes ?? { created_at: stamp(), test_mode: testMode };
    const thing = { type, id, attributes: { ...before, ...change, updated_at: stamp() } };
    things.set(keyOf(type, id), thing);
    return thing;
  };
  const tell = (name: string, thing: ShopThing, subscriptionOrOrder: string) =>
    void events.push({ name, thing, userId: owners.get(subscriptionOrOrder) ?? '' });
  const centsOf = (variant: unknown) => variants.get(String(variant))?.cents ?? 0;
  const later = (by: number) => new Date(shop.now.getTime() + by).toISOString().replace('Z', '000Z');

  const bill = (subscriptionId: string, { reason, cents, paid }: { reason: string; cents: number; paid: boolean }) => {
    const { attributes } = get('subscriptions', subscriptionId);
    const credit = Math.min(cents, creditOf.get(subscriptionId) ?? 0);
    creditOf.set(subscriptionId, (creditOf.get(subscriptionId) ?? 0) - credit);
    const total = Math.round((cents - credit) * 1.1);
    const amounts = { subtotal: cents, subtotal_usd: cents, total, refunded_amount: 0 };
    const status = paid ? 'paid' : 'pending';
    const about = { subscription_id: Number(subscriptionId), user_email: attributes['user_email'] };
    return put('subscription-invoices', nextId(), { ...about, ...amounts, billing_reason: reason, status });
  };
  const touch = (id: string, change: Record<string, unknown>) => {
    const thing = put('subscriptions', id, change);
    tell('subscription_updated', thing, id);
    return thing;
  };
  const lastInvoice = (subscriptionId: string) =>
    [...things.values()].findLast(
      ({ type, attributes }) =>
        type === 'subscription-invoices' && String(attributes['subscription_id']) === subscriptionId,
    );

  return Object.assign(shop, {
    things,
    events,
    find,
    pay: ({ userId, email, variant }: { userId: string; email: string; variant: string }) => {
      const [orderId, cents] = [nextId(), centsOf(variant)];
      owners.set(orderId, userId);
      const bought = {
        total: cents,
        refunded_amount: 0,
        status: 'paid',
        first_order_item: { variant_id: Number(variant) },
      };
      const order = put('orders', orderId, { ...bought, user_email: email });
      tell('order_created', order, orderId);
      if (variants.get(variant)?.kind !== 'plan') return orderId;
      const id = nextId();
      owners.set(id, userId);
      const dates = { renews_at: later(MONTH_MS), ends_at: null };
      const began = { order_id: Number(orderId), variant_id: Number(variant), status: 'active', user_email: email };
      tell('subscription_created', put('subscriptions', id, { ...began, ...dates }), id);
      tell('subscription_payment_success', bill(id, { reason: 'initial', cents, paid: true }), id);
      return id;
    },
    renew: (id: string, outcome: 'paid' | 'failed') => {
      const cents = centsOf(get('subscriptions', id).attributes['variant_id']);
      const invoice = bill(id, { reason: 'renewal', cents, paid: outcome === 'paid' });
      tell(outcome === 'paid' ? 'subscription_payment_success' : 'subscription_payment_failed', invoice, id);
      touch(id, outcome === 'paid' ? { status: 'active', renews_at: later(MONTH_MS) } : { status: 'past_due' });
    },
    recover: (id: string) => {
      const invoice = lastInvoice(id);
      if (!invoice) return;
      const paid = put('subscription-invoices', invoice.id, { status: 'paid' });
      tell('subscription_payment_success', paid, id);
      tell('subscription_payment_recovered', paid, id);
      touch(id, { status: 'active', renews_at: later(MONTH_MS) });
    },
    update: (id: string, { variant, cancelled, disableProrations = false }: ShopChange) => {
      if (cancelled === true) {
        const thing = touch(id, { status: 'cancelled', ends_at: get('subscriptions', id).attributes['renews_at'] });
        tell('subscription_cancelled', thing, id);
        return thing;
      }
      if (cancelled === false) {
        const thing = touch(id, { status: 'active', ends_at: null });
        tell('subscription_resumed', thing, id);
        return thing;
      }
      if (variant === undefined) return get('subscriptions', id);
      const { attributes } = get('subscriptions', id);
      const restMs = Math.max(0, Date.parse(String(attributes['renews_at'])) - shop.now.getTime());
      const dearer = Math.round(((centsOf(variant) - centsOf(attributes['variant_id'])) * restMs) / MONTH_MS);
      const thing = touch(id, { variant_id: Number(variant) });
      if (disableProrations) return thing;
      if (dearer < 0) creditOf.set(id, (creditOf.get(id) ?? 0) - dearer);
      if (dearer > 0)
        tell('subscription_payment_success', bill(id, { reason: 'updated', cents: dearer, paid: true }), id);
      return thing;
    },
    expire: (id: string) => {
      const thing = touch(id, { status: 'expired', ends_at: later(0) });
      tell('subscription_expired', thing, id);
    },
    suspend: (id: string, status: 'paused' | 'unpaid') => {
      const thing = touch(id, { status });
      if (status === 'paused') tell('subscription_paused', thing, id);
    },
    unpay: (type: 'orders' | 'subscription-invoices', id: string) => {
      const thing = put(type, id, { status: type === 'orders' ? 'fraudulent' : 'void' });
      const owner = type === 'orders' ? id : String(thing.attributes['subscription_id']);
      tell(type === 'orders' ? 'order_refunded' : 'subscription_payment_failed', thing, owner);
    },
    refund: (type: 'orders' | 'subscription-invoices', id: string, cents: number) => {
      const { attributes } = get(type, id);
      const refunded = Math.min(Number(attributes['total']), Number(attributes['refunded_amount']) + cents);
      const status = refunded === attributes['total'] ? 'refunded' : 'partial_refund';
      const thing = put(type, id, { refunded_amount: refunded, status });
      const owner = type === 'orders' ? id : String(attributes['subscription_id']);
      tell(type === 'orders' ? 'order_refunded' : 'subscription_payment_refunded', thing, owner);
    },
  });
}
