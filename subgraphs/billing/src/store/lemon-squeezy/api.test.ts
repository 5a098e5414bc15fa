import { expect, it } from 'vitest';
import { openShopStage } from '../../../testing/open-shop-stage.ts';
import { createLemonSqueezyApi } from './api.ts';

it('asks at leisure no more than half of what the provider allows a key in a minute, and at once what people wait for', async () => {
  const { server } = await openShopStage();
  const waits: number[] = [];
  const settings = {
    ...{ apiKey: 'a key of the shop', storeId: '77', webhookSecret: 'secret', variants: new Map<string, string>() },
    ...{ apiUrl: server.url, testMode: true },
  };
  const api = createLemonSqueezyApi(settings, undefined, (ms) => Promise.resolve(waits.push(ms)));
  const questions = 10;
  for (let asked = 0; asked < questions; asked++) await api.getAtLeisure('/v1/orders?page[size]=1');
  const spentMs = waits.reduce((sum, ms) => sum + ms, 0);
  expect(spentMs).toBeGreaterThanOrEqual((questions * 60_000) / 150);

  await api.get('/v1/orders?page[size]=1');
  expect(waits).toHaveLength(questions);
  await server.stop();
});
