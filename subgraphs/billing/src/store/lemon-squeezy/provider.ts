import { z } from 'zod';
import type { PaymentFact, SubscriptionFact } from '../../domain/payment/fact.ts';
import { PaymentProviderError } from '../../domain/payment/provider.ts';
import type { CheckoutOrder, PaymentProvider } from '../../domain/payment/provider.ts';
import { createLemonSqueezyApi } from './api.ts';
import type { ApiTimes, LemonSqueezyApi } from './api.ts';
import { resource, toFact } from './resource.ts';
import type { Resource } from './resource.ts';
import type { LemonSqueezySettings } from './settings.ts';
import { isSigned, readMessage } from './webhook.ts';

const one = z.object({ data: resource });
const many = z.object({ data: z.array(resource), meta: z.object({ page: z.object({ lastPage: z.int() }) }) });
const checkout = z.object({ data: z.object({ attributes: z.object({ url: z.url() }) }) });
/** 100 pages of 100 are more than a day can bring; a bound on a walk that an error of theirs could make endless. */
const PAGES_MAX = 100;

/** Lemon Squeezy by its published API (docs.lemonsqueezy.com/api) and webhooks (docs.lemonsqueezy.com/help/webhooks). */
export function createLemonSqueezy(settings: LemonSqueezySettings, times?: ApiTimes): PaymentProvider {
  const api = createLemonSqueezyApi(settings, times);
  const products = new Map([...settings.variants].map(([product, variant]) => [variant, product]));
  const productOf = (variantId: string) => products.get(variantId) ?? null;
  const variantOf = (product: string) => {
    const variant = settings.variants.get(product);
    if (variant === undefined) throw new PaymentProviderError('REFUSED', `No variant is set for ${product}.`);
    return variant;
  };
  const factOf = <Kind extends PaymentFact['kind']>(kind: Kind, answer: unknown) => {
    const fact = toFact(expectShape(one, answer).data, productOf);
    if (fact.kind !== kind) throw new PaymentProviderError('REFUSED', 'Lemon Squeezy answered about something else.');
    return fact as Extract<PaymentFact, { kind: Kind }>;
  };
  const subscription = (answer: unknown): SubscriptionFact => factOf('SUBSCRIPTION', answer);
  const patch = async (id: string, attributes: Record<string, unknown>) =>
    subscription(await api.send('PATCH', pathOf(id), { type: 'subscriptions', id, attributes }));

  return {
    name: 'lemon-squeezy',
    sells: (product) => settings.variants.has(product),
    createCheckout: async (order) => {
      const answer = await api.send(
        'POST',
        '/v1/checkouts',
        checkoutOf(order, { settings, variant: variantOf(order.product) }),
      );
      return expectShape(checkout, answer).data.attributes.url;
    },
    openPortal: async (id) => {
      const { data } = expectShape(one, await api.get(pathOf(id)));
      const url = data.type === 'subscriptions' ? data.attributes.urls?.customer_portal : undefined;
      if (!url) throw new PaymentProviderError('REFUSED', 'Lemon Squeezy named no customer portal.');
      return url;
    },
    changePlan: (id, product, paidFrom) =>
      patch(id, {
        variant_id: Number(variantOf(product)),
        ...(paidFrom === 'NOW' ? { invoice_immediately: true } : { disable_prorations: true }),
      }),
    cancel: async (id) => subscription(await api.send('DELETE', pathOf(id))),
    resume: (id) => patch(id, { cancelled: false }),
    findSubscription: async (id) => subscription(await api.get(pathOf(id))),
    listFacts: ({ since }) => listFacts(api, { settings, since, productOf }),
    listFactsOf: (id, { since }) => listFactsOf(api, id, { settings, since, productOf }),
    findOrder: async (id) => factOf('ORDER', await api.get(`/v1/orders/${encodeURIComponent(id)}`)),
    isAuthentic: (raw, headers) => isSigned(raw, headers, settings.webhookSecret),
    read: (raw) => readMessage(raw, { productOf, testMode: settings.testMode }),
  };
}

const pathOf = (subscriptionId: string) => `/v1/subscriptions/${encodeURIComponent(subscriptionId)}`;

function checkoutOf(order: CheckoutOrder, { settings, variant }: { settings: LemonSqueezySettings; variant: string }) {
  return {
    type: 'checkouts',
    attributes: {
      checkout_data: { ...(order.email ? { email: order.email } : {}), custom: { user_id: order.userId } },
      product_options: { redirect_url: order.returnUrl, enabled_variants: [Number(variant)] },
      test_mode: settings.testMode,
    },
    relationships: {
      store: { data: { type: 'stores', id: settings.storeId } },
      variant: { data: { type: 'variants', id: variant } },
    },
  };
}

interface Walk {
  readonly settings: LemonSqueezySettings;
  readonly since: Date;
  readonly productOf: (variantId: string) => string | null;
}

async function* listFacts(api: LemonSqueezyApi, about: Walk): AsyncGenerator<PaymentFact> {
  for (const list of ['subscriptions', 'orders', 'subscription-invoices']) {
    yield* walk(api, `/v1/${list}?filter[store_id]=${about.settings.storeId}`, about);
  }
}

async function* listFactsOf(api: LemonSqueezyApi, id: string, about: Walk): AsyncGenerator<PaymentFact> {
  const { data } = expectShape(one, await api.get(pathOf(id)));
  if (isOfMode(data, about.settings)) yield toFact(data, about.productOf);
  yield* walk(api, `/v1/subscription-invoices?filter[subscription_id]=${encodeURIComponent(id)}`, about);
}

/** Their lists begin with the newest: each is read until it is older than `since`. */
async function* walk(
  api: LemonSqueezyApi,
  path: string,
  { settings, since, productOf }: Walk,
): AsyncGenerator<PaymentFact> {
  for (let page = 1; page <= PAGES_MAX; page++) {
    const { data, meta } = expectShape(many, await api.get(`${path}&page[size]=100&page[number]=${page}`));
    const young = data.filter(({ attributes }) => new Date(attributes.created_at) >= since);
    for (const found of young) if (isOfMode(found, settings)) yield toFact(found, productOf);
    if (young.length < data.length || page >= meta.page.lastPage) return;
  }
}

/** Test purchases are nothing to a live studio, nor live ones to a test. */
const isOfMode = ({ attributes }: Resource, { testMode }: LemonSqueezySettings) => attributes.test_mode === testMode;

function expectShape<Shape>(schema: z.ZodType<Shape>, answer: unknown): Shape {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new PaymentProviderError('REFUSED', 'Lemon Squeezy answered in an unknown shape.', { cause: parsed.error });
}
