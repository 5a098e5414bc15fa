import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SHOP_SECRET, SOLD, VARIANTS } from '../shop-goods.ts';
import { deliver, toWebhook } from './deliver.ts';
import { serveLemonSqueezy } from './server.ts';
import { openShop } from './shop.ts';

export interface Storefront {
  /** What a studio is told so that it sells here. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const KEYS = { apiKey: 'a key of the shop', storeId: '77' };

/**
 * A whole shop on loopback: their API, and pages on which a person presses a button and has paid. What happens is told to the
 * studio by signed webhooks, as theirs are; then the buyer is sent back. For journeys through a browser.
 */
export async function openStorefront({ studioUrl }: { readonly studioUrl: string }): Promise<Storefront> {
  const shop = openShop(SOLD);
  const pages = createServer((request, response) => {
    const [, number] = /^\/checkout\/custom\/(\d+)/.exec(request.url ?? '') ?? [];
    const checkout = api.checkouts[Number(number) - 1];
    if (!checkout) return void response.writeHead(404).end();
    if (request.method !== 'POST') {
      const form = '<form method="post"><button>Pay now</button></form>';
      return void response
        .setHeader('content-type', 'text/html')
        .end(`<!doctype html><title>Checkout</title><link rel="icon" href="data:,">${form}`);
    }
    const before = shop.events.length;
    shop.now = new Date();
    shop.pay({ userId: checkout.userId, email: checkout.email ?? '', variant: checkout.variant });
    const told = shop.events
      .slice(before)
      .map((event) =>
        deliver(`${studioUrl}/webhooks/lemon-squeezy`, toWebhook(event, SHOP_SECRET), { waitsMs: [500, 2_000] }),
      );
    void Promise.all(told).then(() => response.writeHead(303, { location: checkout.returnUrl ?? studioUrl }).end());
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const pagesUrl = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  const api = await serveLemonSqueezy({ shop, ...KEYS, pagesUrl });
  return {
    settings: {
      LEMON_SQUEEZY_API_KEY: KEYS.apiKey,
      LEMON_SQUEEZY_STORE_ID: KEYS.storeId,
      LEMON_SQUEEZY_WEBHOOK_SECRET: SHOP_SECRET,
      LEMON_SQUEEZY_VARIANTS: [...VARIANTS].map(([product, variant]) => `${product}=${variant}`).join(','),
      LEMON_SQUEEZY_API_URL: api.url,
      LEMON_SQUEEZY_TEST_MODE: 'true',
    },
    stop: async () => {
      pages.closeAllConnections();
      await new Promise((resolve) => pages.close(resolve));
      await api.stop();
    },
  };
}
