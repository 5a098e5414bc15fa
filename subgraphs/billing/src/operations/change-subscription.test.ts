import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openShopStage } from '../../testing/open-shop-stage.ts';
import type { ShopStage } from '../../testing/open-shop-stage.ts';
import { openTestDesk } from '../../testing/open-test-desk.ts';
import type { TestDesk } from '../../testing/open-test-desk.ts';
import type { SubscriptionFact } from '../domain/payment/fact.ts';
import { recordFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';
import { subscribe } from './buy.ts';
import { cancelSubscription, changePlan, resumeSubscription } from './manage-subscription.ts';
import { readStandings } from './read-standings.ts';
import { reconcilePayments } from './reconcile-payments.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let stage: ShopStage;
let desk: TestDesk;
let ada: Viewer & { kind: 'user' };
let id: string;

beforeAll(async () => {
  database = await testDatabase('billing-change');
  stage = await openShopStage();
  desk = await openTestDesk(database.url, { now: () => stage.shop.now, provider: stage.provider });
});

afterAll(async () => {
  await desk.close();
  await stage.server.stop();
  await database.drop();
});

/** Somebody who pays for Pro and chose Starter from the next renewal: whoever goes up from here does it in two steps. */
beforeEach(async () => {
  ada = { kind: 'user', userId: createId(), role: 'MEMBER', locale: 'en' };
  id = stage.shop.pay({ userId: ada.userId, email: `${ada.userId}@example.test`, variant: '102' });
  for await (const fact of stage.provider.listFactsOf(id, { since: new Date(0), onUntold: expect.unreachable }))
    await recordFact(desk, { provider: stage.provider.name, fact, userId: ada.userId });
  expect(await changePlan(desk, ada, 'starter')).toMatchObject({ planId: 'starter' });
});

const chargesForChange = () =>
  [...stage.shop.things.values()].filter(
    ({ attributes }) => attributes['billing_reason'] === 'updated' && String(attributes['subscription_id']) === id,
  );
const shownPlan = async () => (await readStandings(desk.ledger, ada, [ada.userId]))[0]?.subscription?.planId;

it('a second click while the card is being charged is told so, and charges nothing', async () => {
  const [charging, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: BillingDesk = {
    ...desk,
    provider: {
      ...stage.provider,
      changePlan: async (...order) => {
        const fact = await stage.provider.changePlan(...order);
        if (order[2] === 'NOW') {
          charging.resolve();
          await answered.promise;
        }
        return fact;
      },
    },
  };
  const first = changePlan(slow, ada, 'studio');
  await charging.promise;
  expect(await changePlan(desk, ada, 'studio')).toMatchObject({ code: 'CONFLICT', reason: 'subscription.changing' });
  expect(await cancelSubscription(desk, ada)).toMatchObject({ reason: 'subscription.changing' });
  answered.resolve();

  expect(await first).toMatchObject({ planId: 'studio' });
  expect(chargesForChange()).toHaveLength(1);
  expect(await changePlan(desk, ada, 'studio')).toMatchObject({ reason: 'plan.same' });
});

it('what the provider has and no webhook has told is not done and charged once more', async () => {
  await stage.provider.changePlan(id, 'pro', 'RENEWAL');
  await stage.provider.changePlan(id, 'studio', 'NOW');
  expect(await shownPlan()).toBe('starter');

  expect(await changePlan(desk, ada, 'studio')).toMatchObject({ planId: 'studio' });
  expect(chargesForChange()).toHaveLength(1);
});

it('an answer that is lost is looked for once, and found', async () => {
  stage.server.failNext('none', 'none', 'unsaid', 503, 503, 503);

  expect(await changePlan(desk, ada, 'studio')).toMatchObject({ planId: 'studio' });
  expect(chargesForChange()).toHaveLength(1);
});

it('where there is no answer to that either, it is not said that nothing was charged', async () => {
  stage.server.failNext('none', 'none', 'unsaid', ...Array<number>(7).fill(503));
  expect(await changePlan(desk, ada, 'studio')).toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    reason: 'payments.unknown',
  });
  expect(await changePlan(desk, ada, 'studio')).toMatchObject({ planId: 'studio' });
  expect(chargesForChange()).toHaveLength(1);

  stage.server.failNext(503, 503, 503, 503);
  expect(await cancelSubscription(desk, ada)).toMatchObject({ reason: 'payments.unreachable' });
});

it('a card that is refused leaves what the next renewal asks for as it was', async () => {
  stage.server.failNext('none', 'none', 402);
  expect(await changePlan(desk, ada, 'studio')).toMatchObject({ code: 'CONFLICT', reason: 'payments.refused' });

  expect(stage.shop.find('subscriptions', id)?.attributes['variant_id']).toBe(101);
  await reconcilePayments(desk);
  expect(await shownPlan()).toBe('starter');
});

it('a second step that never gets an answer leaves what the next renewal asks for as it was', async () => {
  stage.server.failNext('none', 'none', 503, 503, 503, 503);
  expect(await changePlan(desk, ada, 'studio')).toMatchObject({ reason: 'payments.unknown' });

  expect(stage.shop.find('subscriptions', id)?.attributes['variant_id']).toBe(101);
  expect(await shownPlan()).toBe('starter');
});

it('whoever is in a state that we cannot read can still cancel', async () => {
  const thing = stage.shop.things.get(`subscriptions/${id}`);
  if (!thing) throw new Error('The shop has no such subscription.');
  stage.shop.things.set(`subscriptions/${id}`, { ...thing, attributes: { ...thing.attributes, status: 'on_hold' } });
  await cancelSubscription(desk, ada);

  expect(stage.shop.find('subscriptions', id)?.attributes['status']).toBe('cancelled');
});

it('whoever subscribed to what the settings name no more can cancel and resume it', async () => {
  const { provider } = stage;
  const nameless = (fact: SubscriptionFact): SubscriptionFact => ({ ...fact, product: null });
  const since: BillingDesk = {
    ...desk,
    provider: {
      ...provider,
      findSubscription: async (given) => nameless(await provider.findSubscription(given)),
      cancel: async (given) => nameless(await provider.cancel(given)),
      resume: async (given) => nameless(await provider.resume(given)),
    },
  };
  expect(await cancelSubscription(since, ada)).toMatchObject({ id, planId: 'starter', status: 'CANCELED' });
  expect(await resumeSubscription(since, ada)).toMatchObject({ id, planId: 'starter', status: 'ACTIVE' });
});

it('whoever was moved to something else of the shop has nothing of ours to cancel, and can subscribe anew', async () => {
  stage.shop.update(id, { variant: '301', disableProrations: true });

  expect(await cancelSubscription(desk, ada)).toMatchObject({ code: 'NOT_FOUND', reason: 'subscription.none' });
  expect(stage.shop.find('subscriptions', id)?.attributes['status']).toBe('active');
  expect(await subscribe(desk, ada, 'pro')).toHaveProperty('url');
});

it('whoever pays for something else in the same shop can still subscribe', async () => {
  const bob: Viewer = { kind: 'user', userId: createId(), role: 'MEMBER', locale: 'en' };
  const course = stage.shop.pay({ userId: bob.userId, email: `${bob.userId}@example.test`, variant: '301' });
  const fact = await stage.provider.findSubscription(course);
  await recordFact(desk, { provider: stage.provider.name, fact, userId: bob.userId });

  expect(fact).toMatchObject({ product: null, status: 'ACTIVE' });
  expect(await subscribe(desk, bob, 'pro')).toHaveProperty('url');
});

it('a change that was left behind by a process keeps nobody out for good', async () => {
  const leave = (ends: string) =>
    desk.ledger.pool.query('INSERT INTO subscription_change VALUES ($1, $2, now() + $3::interval)', [
      ...[ada.userId, 'a process that died', ends],
    ]);
  await leave('1 minute');
  expect(await changePlan(desk, ada, 'pro')).toMatchObject({ reason: 'subscription.changing' });
  await desk.ledger.pool.query('DELETE FROM subscription_change');
  await leave('-1 second');
  expect(await changePlan(desk, ada, 'pro')).toMatchObject({ planId: 'pro' });
});
