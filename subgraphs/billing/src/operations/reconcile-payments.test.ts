import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopStage } from '../../testing/open-shop-stage.ts';
import type { ShopStage } from '../../testing/open-shop-stage.ts';
import { openTestDesk } from '../../testing/open-test-desk.ts';
import type { TestDesk } from '../../testing/open-test-desk.ts';
import { listDueStandings } from '../store/standing-store.ts';
import { advanceStandings } from './advance-standings.ts';
import { recordFact } from './apply-records.ts';
import { readAccounts } from './read-accounts.ts';
import { reconcilePayments } from './reconcile-payments.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let stage: ShopStage;
let desk: TestDesk;
const service = { kind: 'service', service: 'testing', locale: 'en' } as const;
const DAY_MS = 86_400_000;

beforeEach(async () => {
  database = await testDatabase('billing-reconcile');
  stage = await openShopStage();
  desk = await openTestDesk(database.url, { now: () => stage.shop.now, provider: stage.provider });
});

afterEach(async () => {
  await desk.close();
  await stage.server.stop();
  await database.drop();
});

/** Somebody whose first webhook came, so that we know the subscription; what happens from here on is told to nobody. */
async function aSubscriber(): Promise<{ readonly userId: string; readonly id: string }> {
  const userId = createId();
  const id = stage.shop.pay({ userId, email: `${userId}@example.test`, variant: '102' });
  for await (const fact of stage.provider.listFactsOf(id, { since: new Date(0), onUntold: expect.unreachable })) {
    await recordFact(desk, { provider: stage.provider.name, fact, userId });
  }
  return { userId, id };
}

const wait = (days: number) => (stage.shop.now = new Date(stage.shop.now.getTime() + days * DAY_MS));
const tierOf = async (userId: string) => (await readAccounts(desk.ledger, service, [userId]))[0]?.tier;

describe('the day’s reconciliation', () => {
  it('goes past a subscription that the provider knows no more, day after day, and says which it was', async () => {
    const [stray, ada, ben] = [await aSubscriber(), await aSubscriber(), await aSubscriber()];
    wait(60);
    stage.shop.things.delete(`subscriptions/${stray.id}`);
    stage.shop.expire(ada.id);
    await reconcilePayments(desk);
    expect(await tierOf(ada.userId)).toBe('FREE');

    wait(1);
    stage.shop.expire(ben.id);
    await reconcilePayments(desk);
    expect(await tierOf(ben.userId)).toBe('FREE');
    expect(await tierOf(stray.userId)).toBe('PRO');
    const said = desk.log.filter((line) => line.includes('the payment provider does not tell of'));
    expect(said).toHaveLength(2);
    expect(said.join()).toContain(`"subscriptionIds":["${stray.id}"]`);
  });

  it('comes to all there are day by day, when they are more than a day has time for', async () => {
    const people = [await aSubscriber(), await aSubscriber(), await aSubscriber()];
    const last = people.at(-1) ?? { userId: '', id: '' };
    wait(60);
    stage.shop.expire(last.id);

    await reconcilePayments(desk, { subscriptionsMax: 2 });
    expect(await tierOf(last.userId)).toBe('PRO');
    await reconcilePayments(desk, { subscriptionsMax: 2 });
    expect(await tierOf(last.userId)).toBe('FREE');
  });

  it('takes back the credits of a pack that was paid back, however long ago it was bought', async () => {
    const userId = createId();
    const id = stage.shop.pay({ userId, email: `${userId}@example.test`, variant: '201' });
    await recordFact(desk, { provider: stage.provider.name, fact: await stage.provider.findOrder(id), userId });
    await reconcilePayments(desk);
    const available = async () => (await readAccounts(desk.ledger, service, [userId]))[0]?.available ?? 0;
    const before = await available();
    wait(60);
    stage.shop.refund('orders', id, 1_000_000);

    await reconcilePayments(desk);

    expect(await available()).toBe(before - 500);
  });

  it('comes to packs and subscriptions in turn, so that neither waits until there is an answer about all of the other', async () => {
    const people = [await aSubscriber(), await aSubscriber(), await aSubscriber()];
    const pack = stage.shop.pay({ userId: 'ben', email: 'ben@example.test', variant: '201' });
    const fact = await stage.provider.findOrder(pack);
    await recordFact(desk, { provider: stage.provider.name, fact, userId: 'ben' });
    wait(60);
    const asked: string[] = [];
    const { provider } = stage;
    const listening = {
      ...provider,
      listFacts: async function* () {},
      listFactsOf: (id: string, query: Parameters<typeof provider.listFactsOf>[1]) => {
        asked.push('SUBSCRIPTION');
        return provider.listFactsOf(id, query);
      },
      findOrder: (id: string) => {
        asked.push('ORDER');
        return provider.findOrder(id);
      },
    };
    await reconcilePayments({ ...desk, provider: listening });

    expect(asked).toHaveLength(people.length + 1);
    expect(asked.indexOf('ORDER')).toBe(1);
  });

  it('passes over what cannot be read, to everything behind, and says which it was', async () => {
    const ada = await aSubscriber();
    const strange = await aSubscriber();
    const ben = await aSubscriber();
    for (const { id } of [ada, ben]) stage.shop.expire(id);
    const key = `subscriptions/${strange.id}`;
    const thing = stage.shop.things.get(key);
    if (!thing) throw new Error('The shop has no such subscription.');
    stage.shop.things.set(key, { ...thing, attributes: { ...thing.attributes, status: 'on_hold' } });

    await reconcilePayments(desk);

    expect(desk.log.join()).toContain(`id ${strange.id} could not be read`);
    expect([await tierOf(ada.userId), await tierOf(ben.userId)]).toEqual(['FREE', 'FREE']);
  });

  it('is not kept by one that gets no answer: tried again, the others come first', async () => {
    const [ada, ben] = [await aSubscriber(), await aSubscriber()];
    wait(60);
    for (const { id } of [ada, ben]) stage.shop.expire(id);
    const quiet = { ...desk, provider: { ...stage.provider, listFacts: async function* () {} } };
    stage.server.failNext(503, 503, 503, 503);
    await expect(reconcilePayments(quiet)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await reconcilePayments(quiet, { subscriptionsMax: 1 });

    expect(await tierOf(ben.userId)).toBe('FREE');
    expect(await tierOf(ada.userId)).toBe('PRO');
  });

  it('ends when the provider does not know us: nothing is looked over as if it were gone', async () => {
    const ada = await aSubscriber();
    stage.server.failNext(401);
    await expect(reconcilePayments(desk)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await tierOf(ada.userId)).toBe('PRO');
  });

  it('passes over somebody whose records cannot be read, to everybody behind, and says so in the end', async () => {
    const [ada, ben] = [await aSubscriber(), await aSubscriber()];
    await desk.ledger.pool.query("UPDATE payment_fact SET body = body - 'kind' WHERE user_id = $1", [ada.userId]);
    wait(60);
    for (const { id } of [ada, ben]) stage.shop.expire(id);

    await expect(reconcilePayments(desk)).rejects.toThrow(AggregateError);
    expect(await tierOf(ben.userId)).toBe('FREE');
    expect(await tierOf(ada.userId)).toBe('PRO');
  });
});

describe('what time alone brings', () => {
  it('comes to those behind somebody whose records cannot be read', async () => {
    const [ada, ben] = [await aSubscriber(), await aSubscriber()];
    await desk.ledger.pool.query("UPDATE payment_fact SET body = body - 'kind' WHERE user_id = $1", [ada.userId]);
    wait(60);
    const due = async () =>
      (await listDueStandings(desk.ledger.pool, { now: stage.shop.now, limit: 10 })).map(({ userId }) => userId);
    expect((await due()).toSorted()).toEqual([ada.userId, ben.userId].toSorted());

    await expect(advanceStandings(desk)).rejects.toThrow('1 failed, 1 did not');
    expect(await due()).toEqual([ada.userId]);
  });
});
