import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLedger, problemsIn } from '../../testing/ledger-audit.ts';
import { openShopStage } from '../../testing/open-shop-stage.ts';
import type { ShopStage } from '../../testing/open-shop-stage.ts';
import { openTestDesk } from '../../testing/open-test-desk.ts';
import type { TestDesk } from '../../testing/open-test-desk.ts';
import { advanceStandings } from './advance-standings.ts';
import { buyPack, subscribe } from './buy.ts';
import { activateEnterprise, readEnterpriseRequests, requestEnterprise } from './enterprise.ts';
import { confirmTermsChanges, readTermsChanges } from './follow-terms.ts';
import { cancelSubscription, changePlan, openPortal, resumeSubscription } from './manage-subscription.ts';
import { readStandings } from './read-standings.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { warnStorage } from './warn-storage.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let stage: ShopStage;
let desk: TestDesk;
let ada: Viewer & { kind: 'user' };
const admin: Viewer = { kind: 'user', userId: 'an-admin', role: 'ADMIN', locale: 'en' };
const DAY_MS = 86_400_000;

beforeAll(async () => {
  database = await testDatabase('billing-subscriptions');
  stage = await openShopStage();
  desk = await openTestDesk(database.url, { now: () => stage.shop.now, provider: stage.provider });
});

afterAll(async () => {
  await desk.close();
  await stage.server.stop();
  await database.drop();
});

beforeEach(async () => {
  ada = { kind: 'user', userId: createId(), role: 'MEMBER', locale: 'en' };
  await desk.ledger.run(ada.userId, { type: 'look' });
});

const wait = (days: number) => (stage.shop.now = new Date(stage.shop.now.getTime() + days * DAY_MS));
const standing = async () => (await readStandings(desk.ledger, ada, [ada.userId]))[0];
const lastTermsChange = async () =>
  (await desk.ledger.pool.query<{ last: number | null }>('SELECT max(sequence)::int AS last FROM terms_change')).rows[0]
    ?.last;
const audit = () => auditLedger(desk.ledger.pool, ada.userId);

/** Goes to the page and pays; the webhooks are lost, the reconciliation finds the payment by the checkout's address. */
async function pay(product: 'starter' | 'pro' | 'pack-500'): Promise<string> {
  const page = product === 'pack-500' ? await buyPack(desk, ada, product) : await subscribe(desk, ada, product);
  expect(page).toHaveProperty('url');
  const { userId, email = '', variant } = stage.server.checkouts.at(-1) ?? { userId: '', variant: '' };
  const id = stage.shop.pay({ userId, email, variant });
  await reconcilePayments(desk);
  return id;
}

describe('a subscriber', () => {
  it('pays, changes the plan, cancels, resumes, and is served until the end date', async () => {
    await pay('starter');
    expect(await standing()).toMatchObject({
      terms: { tier: 'STARTER' },
      subscription: { status: 'ACTIVE', provider: 'lemon-squeezy' },
    });
    expect(await audit()).toMatchObject({ available: 1_100 });
    expect(await subscribe(desk, ada, 'pro')).toMatchObject({ code: 'CONFLICT', reason: 'subscription.running' });
    expect(await changePlan(desk, ada, 'starter')).toMatchObject({ code: 'CONFLICT', reason: 'plan.same' });

    expect(await changePlan(desk, ada, 'pro')).toMatchObject({ planId: 'pro' });
    expect(await cancelSubscription(desk, ada)).toMatchObject({ status: 'CANCELED' });
    expect(await cancelSubscription(desk, ada)).toMatchObject({ code: 'ALREADY_FINISHED' });
    expect(await changePlan(desk, ada, 'studio')).toMatchObject({ reason: 'subscription.resumeFirst' });
    expect(await resumeSubscription(desk, ada)).toMatchObject({ status: 'ACTIVE', endsAt: null });
    expect(await resumeSubscription(desk, ada)).toMatchObject({ reason: 'subscription.notCanceled' });
    expect(await openPortal(desk, ada)).toHaveProperty('url');

    await cancelSubscription(desk, ada);
    wait(25);
    await advanceStandings(desk);
    expect(await standing()).toMatchObject({ terms: { tier: 'PRO' } });
    wait(10);
    await advanceStandings(desk);
    expect(await standing()).toMatchObject({ terms: { tier: 'FREE' } });
    expect(desk.announced.filter(({ userId }) => userId === ada.userId).map(({ terms }) => terms.tier)).toEqual([
      'STARTER',
      'PRO',
      'FREE',
    ]);
    expect(problemsIn(await audit())).toEqual([]);
  });

  it('who takes a cheaper plan keeps what the month was paid for, pays nothing for going back, and gains no credits', async () => {
    const id = await pay('pro');
    const payments = () => stage.shop.events.filter(({ name }) => name === 'subscription_payment_success').length;
    const before = payments();
    for (const _ of [1, 2]) {
      expect(await changePlan(desk, ada, 'starter')).toMatchObject({ planId: 'starter' });
      expect(await standing()).toMatchObject({ terms: { tier: 'PRO' } });
      expect(await changePlan(desk, ada, 'pro')).toMatchObject({ planId: 'pro' });
    }
    expect(payments()).toBe(before);
    expect(await audit()).toMatchObject({ available: 3_100 });

    await changePlan(desk, ada, 'starter');
    expect(await changePlan(desk, ada, 'studio')).toMatchObject({ planId: 'studio' });
    await reconcilePayments(desk);
    const paid = [...stage.shop.things.values()].findLast(
      ({ attributes }) => attributes['billing_reason'] === 'updated',
    );
    expect(paid?.attributes).toMatchObject({ subscription_id: Number(id), subtotal: 5_900 - 2_400 });

    await changePlan(desk, ada, 'starter');
    wait(29);
    await advanceStandings(desk);
    expect(await standing()).toMatchObject({ terms: { tier: 'STUDIO' }, subscription: { planId: 'starter' } });
    wait(3);
    await advanceStandings(desk);
    expect(await standing()).toMatchObject({ terms: { tier: 'STARTER' } });
    expect(problemsIn(await audit())).toEqual([]);
  });

  it('who paid two pages sees and ends one after the other, and is told to nobody but in the log', async () => {
    const pages = [await subscribe(desk, ada, 'pro'), await subscribe(desk, ada, 'pro')];
    expect(pages).toEqual([{ url: expect.any(String) as string }, { url: expect.any(String) as string }]);
    const ids = stage.server.checkouts
      .slice(-2)
      .map(({ userId, email = '', variant }) => stage.shop.pay({ userId, email, variant }));
    await reconcilePayments(desk);
    expect(desk.log.filter((line) => line.includes('more than one subscription')).at(-1)).toContain(ada.userId);
    const statuses = () => ids.map((id) => stage.shop.find('subscriptions', id)?.attributes['status']);

    expect(await cancelSubscription(desk, ada)).toMatchObject({ id: ids[0], status: 'ACTIVE' });
    expect(statuses()).toEqual(['active', 'cancelled']);
    expect(await standing()).toMatchObject({ subscription: { id: ids[0], status: 'ACTIVE' } });
    expect(await cancelSubscription(desk, ada)).toMatchObject({ status: 'CANCELED' });
    expect(statuses()).toEqual(['cancelled', 'cancelled']);
    expect(await cancelSubscription(desk, ada)).toMatchObject({ code: 'ALREADY_FINISHED' });
  });

  it.each(['paused', 'unpaid'] as const)(
    'whose plan is %s gets no second one beside it, and can end it',
    async (how) => {
      const id = await pay('pro');
      stage.shop.suspend(id, how);
      await reconcilePayments(desk);
      expect(await standing()).toMatchObject({ terms: { tier: 'FREE' }, subscription: { id } });
      expect(await subscribe(desk, ada, 'pro')).toMatchObject({ code: 'CONFLICT', reason: 'subscription.running' });
      expect(await openPortal(desk, ada)).toHaveProperty('url');

      expect(await cancelSubscription(desk, ada)).toMatchObject({ id, status: 'CANCELED' });
      expect(stage.shop.find('subscriptions', id)?.attributes['status']).toBe('cancelled');
    },
  );

  it('is found in the feed of new terms by each service until it has confirmed, once however often the terms changed', async () => {
    const jobs = { kind: 'service', service: `jobs-${createId()}`, locale: 'en' } as const;
    const unread = async (viewer: Viewer) =>
      (await readTermsChanges(desk.ledger, viewer, null)).filter(({ userId }) => userId === ada.userId);
    await confirmTermsChanges(desk.ledger, jobs, (await lastTermsChange()) ?? 0);
    await pay('starter');
    await changePlan(desk, ada, 'pro');
    const [change, ...more] = await unread(jobs);
    expect(more).toEqual([]);

    expect(await confirmTermsChanges(desk.ledger, jobs, change?.sequence ?? 0)).toBe(change?.sequence);
    expect(await confirmTermsChanges(desk.ledger, jobs, 1)).toBe(change?.sequence);
    expect(await unread(jobs)).toEqual([]);
    expect(await unread({ ...jobs, service: `assets-${createId()}` })).toHaveLength(1);
    await changePlan(desk, ada, 'studio');
    const [newer] = await unread(jobs);
    expect(newer?.sequence).toBeGreaterThan(change?.sequence ?? 0);
    expect(await readTermsChanges(desk.ledger, jobs, newer?.sequence)).toEqual([]);
    await expect(readTermsChanges(desk.ledger, ada, null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(confirmTermsChanges(desk.ledger, admin, 9)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is told what is wrong, and nothing is changed, when the provider is away or there is nothing to change', async () => {
    expect(await cancelSubscription(desk, ada)).toMatchObject({ code: 'NOT_FOUND', reason: 'subscription.none' });
    expect(await subscribe(desk, ada, 'free')).toMatchObject({ code: 'NOT_FOUND', reason: 'plan.unknown' });
    expect(await subscribe(desk, ada, 'enterprise')).toMatchObject({ reason: 'plan.unknown' });
    expect(await buyPack(desk, ada, 'pack-10000')).toMatchObject({ reason: 'payments.off' });
    expect(await buyPack(desk, ada, 'the moon')).toMatchObject({ reason: 'pack.unknown' });
    stage.server.failNext(503, 503, 503, 503);
    expect(await subscribe(desk, ada, 'pro')).toMatchObject({ code: 'ENGINE_UNAVAILABLE', retryAfterMs: 60_000 });
    expect(await subscribe({ ...desk, provider: null }, ada, 'pro')).toMatchObject({ reason: 'payments.off' });
    await expect(subscribe(desk, { kind: 'anonymous', locale: 'en' }, 'pro')).rejects.toThrow('Sign in');
  });

  it('keeps a credit pack for good', async () => {
    await pay('pack-500');
    expect(await audit()).toMatchObject({ available: 600 });
    wait(400);
    await advanceStandings(desk);
    expect(await audit()).toMatchObject({ available: 600, expired: 100 });
  });
});

describe('a free account', () => {
  it('gets its credits anew each month, once, however many processes advance it', async () => {
    const other = await openTestDesk(database.url, { now: () => stage.shop.now });
    for (let month = 0; month < 3; month++) {
      wait(31);
      await Promise.all([advanceStandings(desk), advanceStandings(other), advanceStandings(desk)]);
    }
    await other.close();

    expect(await audit()).toMatchObject({ available: 100, granted: 400, expired: 300 });
    expect(problemsIn(await audit())).toEqual([]);
  });
});

describe('somebody whose plan has less room now', () => {
  const storage = (usedBytes: number) => {
    const warned: object[] = [];
    return {
      warned,
      client: {
        usedBytesOf: () => Promise.resolve(usedBytes),
        warn: (warning: object) => Promise.resolve(void warned.push(warning)),
      },
    };
  };
  const tasks = async () => {
    const text = `SELECT data FROM pgboss.job WHERE name = 'billing.warn-storage' AND data::text LIKE '%' || $1 || '%'`;
    return (await desk.ledger.pool.query(text, [ada.userId])).rows;
  };

  it('is warned when their files take more, once for each change, and left in peace when they do not', async () => {
    await pay('pro');
    await cancelSubscription(desk, ada);
    expect(await tasks()).toEqual([]);
    wait(40);
    await Promise.all([advanceStandings(desk), advanceStandings(desk)]);
    expect(await tasks()).toHaveLength(1);

    const quotaBytes = (await standing())?.terms.storageBytes ?? 0;
    const full = storage(quotaBytes + 1);
    expect(await warnStorage({ ledger: desk.ledger, storage: full.client }, ada.userId)).toBe(true);
    expect(full.warned).toEqual([{ userId: ada.userId, usedBytes: quotaBytes + 1, quotaBytes }]);
    const fine = storage(quotaBytes);
    expect(await warnStorage({ ledger: desk.ledger, storage: fine.client }, ada.userId)).toBe(false);
    expect(fine.warned).toEqual([]);
  });
});

describe('an enterprise', () => {
  const terms = () => ({
    monthlyCredits: 20_000,
    storageBytes: 5 * 1024 ** 4,
    runningJobsMax: 40,
    queuedJobsMax: 5_000,
    endsAt: new Date(stage.shop.now.getTime() + 45 * DAY_MS),
  });
  const ask = (input = {}) =>
    requestEnterprise(desk, ada, {
      organisation: 'A school',
      contactEmail: 'head@school.example',
      people: 300,
      message: '',
      ...input,
    });

  it.each(['organisation', 'message', 'contactEmail'])(
    'is refused a %s that cannot be kept as written',
    async (field) => {
      for (const unseen of ['\u0000', '\ud83e']) {
        const text = `head${unseen}@school.example`;
        expect(await ask({ [field]: text })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', field] });
      }
    },
  );

  it('asks, is put into force by an admin, gets its credits each month, and ends at its date', async () => {
    const first = await ask();
    expect(await ask({ people: 400 })).toMatchObject({ id: 'id' in first ? first.id : '', people: 400 });
    const waiting = await readEnterpriseRequests(desk, admin);
    expect(waiting.filter(({ userId }) => userId === ada.userId)).toHaveLength(1);

    expect(await activateEnterprise(desk, admin, { userId: ada.userId, input: terms() })).toMatchObject({
      planId: 'enterprise',
      provider: 'agreement',
    });
    expect(await standing()).toMatchObject({
      terms: { tier: 'ENTERPRISE', storageBytes: 5 * 1024 ** 4, limits: { runningJobsMax: 40 } },
    });
    expect(await audit()).toMatchObject({ available: 20_100 });
    wait(32);
    await advanceStandings(desk);
    expect((await audit()).granted).toBe(40_100);
    wait(20);
    await advanceStandings(desk);
    expect(await standing()).toMatchObject({ terms: { tier: 'FREE' } });
    expect(await audit()).toMatchObject({ available: 100 });
    expect(problemsIn(await audit())).toEqual([]);
  });

  it('is charged no more for a plan that it had: that is canceled first, or nothing is put into force', async () => {
    const id = await pay('pro');
    const status = () => stage.shop.find('subscriptions', id)?.attributes['status'];
    const activate = () => activateEnterprise(desk, admin, { userId: ada.userId, input: terms() });
    stage.server.failNext(503, 503, 503, 503);
    expect(await activate()).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    expect(await standing()).toMatchObject({ terms: { tier: 'PRO' } });
    expect(status()).toBe('active');

    expect(await activate()).toMatchObject({ planId: 'enterprise' });
    expect(status()).toBe('cancelled');
    expect(await standing()).toMatchObject({ terms: { tier: 'ENTERPRISE' } });
  });

  it('is refused what makes no sense, and to everybody but admins', async () => {
    for (const input of [{ organisation: ' ' }, { contactEmail: 'x' }, { people: 0 }, { message: 'x'.repeat(2_001) }]) {
      expect(await ask(input)).toMatchObject({ code: 'INVALID_INPUT' });
    }
    const activate = (viewer: Viewer, change = {}) =>
      activateEnterprise(desk, viewer, { userId: ada.userId, input: { ...terms(), ...change } });
    for (const change of [
      { monthlyCredits: 0 },
      { storageBytes: -1 },
      { runningJobsMax: 1_000 },
      { endsAt: '2020-01-01T00:00:00Z' },
      { endsAt: 'x' },
    ]) {
      expect(await activate(admin, change)).toMatchObject({ code: 'INVALID_INPUT' });
    }
    for (const [field, max] of [
      ['storageBytes', 2 ** 50],
      ['runningJobsMax', 100],
      ['queuedJobsMax', 100_000],
    ] as const) {
      const said = { reason: `enterprise.${field}`, path: ['input', field], params: { max } };
      expect(await activate(admin, { [field]: max + 1 })).toMatchObject(said);
    }
    await expect(activate(ada)).rejects.toThrow('admins');
    await expect(readEnterpriseRequests(desk, ada)).rejects.toThrow('admins');
    expect(await standing()).toMatchObject({ terms: { tier: 'FREE' } });
  });
});
