import { openShopStage } from '../../../testing/open-shop-stage.ts';
import { paymentProviderContract } from '../../../testing/payment-provider-contract.ts';

paymentProviderContract('Lemon Squeezy', async () => {
  const { shop, server, provider, webhooks } = await openShopStage();
  return {
    provider,
    since: new Date(shop.now.getTime() - 1_000),
    webhooks,
    fail: server.failNext,
    payLastCheckout: async () => {
      const last = server.checkouts.at(-1);
      if (!last) throw new Error('No checkout was opened.');
      return shop.pay({ userId: last.userId, email: last.email ?? '', variant: last.variant });
    },
    stop: server.stop,
  };
});
