import { createLemonSqueezy } from '../src/store/lemon-squeezy/provider.ts';
import type { PaymentProvider } from '../src/domain/payment/provider.ts';
import { toWebhook } from './lemon-squeezy/deliver.ts';
import { serveLemonSqueezy } from './lemon-squeezy/server.ts';
import type { LemonSqueezyServer } from './lemon-squeezy/server.ts';
import { openShop } from './lemon-squeezy/shop.ts';
import type { Shop } from './lemon-squeezy/shop.ts';
import { SHOP_SECRET, SOLD, VARIANTS } from './shop-goods.ts';

export { SHOP_SECRET, VARIANTS };

export interface ShopStage {
  readonly shop: Shop;
  readonly server: LemonSqueezyServer;
  readonly provider: PaymentProvider;
  /** Everything that happened so far, as webhooks. */
  webhooks(): ReturnType<typeof toWebhook>[];
}

/** A shop behind real HTTP, and our provider set up for it with short waits. */
export async function openShopStage({ leisureMs = 0 } = {}): Promise<ShopStage> {
  const shop = openShop(SOLD);
  const keys = { apiKey: 'a key of the shop', storeId: '77' };
  const server = await serveLemonSqueezy({ shop, ...keys });
  const provider = createLemonSqueezy(
    { ...keys, webhookSecret: SHOP_SECRET, variants: VARIANTS, apiUrl: server.url, testMode: true },
    { deadlineMs: 500, attemptsMax: 4, firstWaitMs: 5, leisureMs },
  );
  return { shop, server, provider, webhooks: () => shop.events.map((event) => toWebhook(event, SHOP_SECRET)) };
}
