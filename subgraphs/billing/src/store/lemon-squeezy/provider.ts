import { z } from 'zod';
import type { PaymentFact, SubscriptionFact } from '../../domain/payment/fact.ts';
import { PaymentProviderError } from '../../domain/payment/provider.ts';
import type { CheckoutOrder, FactQuery, PaymentProvider } from '../../domain/payment/provider.ts';
import { createLemonSqueezyApi } from './api.ts';
import type { ApiTimes, LemonSqueezyApi } from './api.ts';
import { resource, toFact } from './resource.ts';
import type { Resource } from './resource.ts';
import type { LemonSqueezySettings } from './settings.ts';
import { isSigned, readMessage } from './webhook.ts';

const one = z.object({ data: resource });
/** Thing by thing, so that one which can't be read keeps no other from being told. */
const many = z.object({ data: z.array(z.unknown()), meta: z.object({ page: z.object({ lastPage: z.int() }) }) });
const checkout = z.object({ data: z.object({ attributes: z.object({ url: z.url() }) }) });
/** What is known of a thing that can't be read. */
const outline = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  attributes: z.object({ created_at: z.string().optional(), test_mode: z.boolean().default(false) }),
});
/** 10 000 things of one kind; a bound on a walk that an error of theirs could make endless. */
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
    listFacts: ({ since, onUntold }) => listFacts(api, { settings, since, productOf, onUntold }),
    listFactsOf: (id, { since, onUntold }) => listFactsOf(api, id, { settings, since, productOf, onUntold }),
    findOrder: async (id) => factOf('ORDER', await api.getAtLeisure(`/v1/orders/${encodeURIComponent(id)}`)),
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
  readonly onUntold: FactQuery['onUntold'];
}

async function* listFacts(api: LemonSqueezyApi, about: Walk): AsyncGenerator<PaymentFact> {
  for (const list of ['subscriptions', 'orders', 'subscription-invoices']) {
    yield* walk(api, `/v1/${list}?filter[store_id]=${about.settings.storeId}`, about);
  }
}

async function* listFactsOf(api: LemonSqueezyApi, id: string, about: Walk): AsyncGenerator<PaymentFact> {
  const { data } = expectShape(one, await api.getAtLeisure(pathOf(id)));
  if (isOfMode(data, about.settings)) yield toFact(data, about.productOf);
  yield* walk(api, `/v1/subscription-invoices?filter[subscription_id]=${encodeURIComponent(id)}`, about);
}

/** Their lists begin with the newest: each is read until it is older than `since`. */
async function* walk(api: LemonSqueezyApi, path: string, about: Walk): AsyncGenerator<PaymentFact> {
  for (let page = 1; page <= PAGES_MAX; page++) {
    const answer = await api.getAtLeisure(`${path}&page[size]=100&page[number]=${page}`);
    const { data, meta } = expectShape(many, answer);
    const young = data.filter((thing) => isYoung(thing, about.since));
    for (const thing of young) {
      const found = read(thing, about);
      if (found) yield toFact(found, about.productOf);
    }
    if (young.length < data.length || page >= meta.page.lastPage) return;
  }
  about.onUntold(`${path} has more than ${PAGES_MAX} pages: what is older was not asked for.`);
}

function isYoung(thing: unknown, since: Date): boolean {
  const createdAt = outline.safeParse(thing).data?.attributes.created_at;
  return !createdAt || !(new Date(createdAt) < since);
}

/** A thing of our mode; undefined when it is none, or can't be read, which is told. */
function read(thing: unknown, { settings, onUntold }: Walk): Resource | undefined {
  const parsed = resource.safeParse(thing);
  if (parsed.success) return isOfMode(parsed.data, settings) ? parsed.data : undefined;
  const known = outline.safeParse(thing).data;
  if (known && known.attributes.test_mode !== settings.testMode) return undefined;
  const [issue] = parsed.error.issues;
  onUntold(`A thing with the id ${known?.id ?? '?'} could not be read: ${issue?.path.join('.')} ${issue?.message}.`);
  return undefined;
}

/** Test purchases are nothing to a live studio, nor live ones to a test. */
const isOfMode = ({ attributes }: Resource, { testMode }: LemonSqueezySettings) => attributes.test_mode === testMode;

function expectShape<Shape>(schema: z.ZodType<Shape>, answer: unknown): Shape {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new PaymentProviderError('REFUSED', 'Lemon Squeezy answered in an unknown shape.', { cause: parsed.error });
}
