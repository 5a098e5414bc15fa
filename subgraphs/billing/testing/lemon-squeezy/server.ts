import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Shop, ShopThing } from './shop.ts';

export interface OpenedCheckout {
  readonly userId: string;
  readonly email: string | undefined;
  readonly variant: string;
  /** Where the buyer comes back to. */
  readonly returnUrl: string | undefined;
}

/** With a status (and Retry-After 0), by saying nothing at all, or by doing what was asked and saying nothing of it; or not. */
export type ServerFailure = number | 'silence' | 'unsaid' | 'none';

export interface LemonSqueezyServer {
  readonly url: string;
  /** What checkouts were asked for, in order. */
  readonly checkouts: OpenedCheckout[];
  /** Makes the next requests fail. */
  failNext(...failures: readonly ServerFailure[]): void;
  /** Requests so far, those that failed too. */
  requests(): number;
  stop(): Promise<void>;
}

interface Options {
  readonly shop: Shop;
  readonly apiKey: string;
  readonly storeId: string;
  /** Where checkout pages are; somewhere that nobody goes unless said. */
  readonly pagesUrl?: string;
  /** Any free one unless said. */
  readonly port?: number;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const failure = (status: number, title: string): Answer => ({
  status,
  body: { jsonapi: { version: '1.0' }, errors: [{ status: String(status), title, detail: title }] },
});

/** Their API over HTTP on loopback: keys, JSON:API shapes, pages newest first, errors, rate limits. */
export async function serveLemonSqueezy(options: Options): Promise<LemonSqueezyServer> {
  const { shop, apiKey, storeId, pagesUrl = 'https://shop.example.test', port = 0 } = options;
  const checkouts: LemonSqueezyServer['checkouts'] = [];
  const failures: ServerFailure[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const failing = failures.shift();
    if (failing === 'silence') return;
    void (async () => {
      const { status, body } =
        typeof failing === 'number'
          ? failure(failing, 'Out of order.')
          : await answer(request, { shop, apiKey, storeId, pagesUrl, checkouts });
      if (failing === 'unsaid') return;
      response.writeHead(status, {
        'content-type': 'application/vnd.api+json',
        ...(status === 429 ? { 'retry-after': '0' } : {}),
      });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    checkouts,
    failNext: (...given) => void failures.push(...given),
    requests: () => requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Desk = Options & Pick<LemonSqueezyServer, 'checkouts'>;

async function answer(request: IncomingMessage, desk: Desk): Promise<Answer> {
  const { shop, apiKey } = desk;
  if (request.headers.authorization !== `Bearer ${apiKey}`) return failure(401, 'Unauthenticated.');
  if (request.headers.accept !== 'application/vnd.api+json') return failure(415, 'Ask for application/vnd.api+json.');
  const url = new URL(request.url ?? '/', 'http://shop');
  const body = await readBody(request);
  if (request.method === 'POST' && url.pathname === '/v1/checkouts') return openCheckout(body, desk);
  const [, type, id] = /^\/v1\/(subscriptions|subscription-invoices|orders)(?:\/(\d+))?$/.exec(url.pathname) ?? [];
  if (!type) return failure(404, 'The requested resource does not exist.');
  if (!id) return listThings(url, type as ShopThing['type'], desk);
  const found = shop.find(type as ShopThing['type'], id);
  if (!found) return failure(404, 'The requested resource does not exist.');
  if (request.method === 'GET') return shown(found);
  if (type !== 'subscriptions') return failure(405, 'Only subscriptions can be changed.');
  if (found.attributes['status'] === 'expired') return failure(422, 'The subscription has expired.');
  if (request.method === 'DELETE') return shown(shop.update(id, { cancelled: true }));
  const {
    variant_id: variant,
    cancelled,
    disable_prorations: disableProrations,
  } = (body['data'] as { attributes?: Record<string, unknown> } | undefined)?.attributes ?? {};
  const change = {
    ...(variant === undefined ? {} : { variant: String(variant) }),
    ...(cancelled === false ? { cancelled } : {}),
    ...(disableProrations === true ? { disableProrations } : {}),
  };
  return shown(shop.update(id, change));
}

const shown = ({ type, id, attributes }: ShopThing): Answer => ({
  status: 200,
  body: {
    data: {
      type,
      id,
      attributes: { ...attributes, urls: { customer_portal: `https://shop.example.test/billing?expires=1&id=${id}` } },
    },
  },
});

function listThings(url: URL, type: ShopThing['type'], { shop, storeId }: Desk): Answer {
  const store = url.searchParams.get('filter[store_id]');
  const subscription = url.searchParams.get('filter[subscription_id]');
  if (store !== null && store !== storeId) return { status: 200, body: { data: [], meta: { page: { lastPage: 1 } } } };
  const size = Math.min(100, Number(url.searchParams.get('page[size]') ?? 10));
  const page = Number(url.searchParams.get('page[number]') ?? 1);
  const all = [...shop.things.values()]
    .filter((thing) => thing.type === type)
    .filter(({ attributes }) => subscription === null || String(attributes['subscription_id']) === subscription)
    .reverse();
  const lastPage = Math.max(1, Math.ceil(all.length / size));
  return { status: 200, body: { data: all.slice((page - 1) * size, page * size), meta: { page: { lastPage } } } };
}

interface CheckoutBody {
  readonly data?: {
    readonly attributes?: {
      readonly product_options?: { readonly redirect_url?: string };
      readonly checkout_data?: { readonly email?: string; readonly custom?: { readonly user_id?: unknown } };
    };
    readonly relationships?: Record<'store' | 'variant', { readonly data?: { readonly id?: string } } | undefined>;
  };
}

function openCheckout(body: CheckoutBody, { checkouts, storeId, pagesUrl }: Desk): Answer {
  const { attributes, relationships } = body.data ?? {};
  const custom = attributes?.checkout_data?.custom;
  const variant = relationships?.variant?.data?.id;
  if (relationships?.store?.data?.id !== storeId || !variant) return failure(422, 'The store or the variant is wrong.');
  if (typeof custom?.user_id !== 'string') return failure(422, 'Custom data must be strings.');
  const { checkout_data: buyer, product_options: product } = attributes ?? {};
  checkouts.push({ userId: custom.user_id, email: buyer?.email, variant, returnUrl: product?.redirect_url });
  const url = `${pagesUrl}/checkout/custom/${checkouts.length}?signature=x`;
  return { status: 201, body: { data: { type: 'checkouts', id: String(checkouts.length), attributes: { url } } } };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
