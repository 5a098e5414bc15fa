import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openShop } from '../../../testing/lemon-squeezy/shop.ts';
import { openPaperLedger, sumUp } from '../../../testing/paper-ledger.ts';
import { playStory, shopStory } from '../../../testing/shop-stories.ts';
import { resource, toFact } from '../../store/lemon-squeezy/resource.ts';
import { creditsOfPayment } from '../plans.ts';
import { laterSold, newerFact, soldOf, withSold } from './fact.ts';
import type { PaymentFact } from './fact.ts';
import { standingOf } from './standing.ts';

const PRODUCTS: Readonly<Record<string, string>> = { 101: 'starter', 102: 'pro', 103: 'studio', 201: 'pack-500' };
const SOLD = new Map([
  ['101', { kind: 'plan', cents: 900 } as const],
  ['102', { kind: 'plan', cents: 2_400 } as const],
  ['103', { kind: 'plan', cents: 5_900 } as const],
  ['201', { kind: 'pack', cents: 600 } as const],
  // A course that is sold in the same shop, and is none of our products.
  ['301', { kind: 'plan', cents: 5_900 } as const],
]);
const START = new Date('2026-11-20T09:00:00Z');
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['FC_RUNS'] ?? 1_500);

/** Takes facts as they come, and after each does what follows, as the real thing does. */
function receive(facts: readonly PaymentFact[], now: Date) {
  const known = new Map<string, { readonly fact: PaymentFact; readonly sold: string | null }>();
  const paper = openPaperLedger('ada', START);
  const records = () => ({
    userId: 'ada',
    provider: 'shop',
    facts: [...known.values()].map(({ fact, sold }) => withSold(fact, sold)),
    enterprise: null,
    openedAt: START,
  });
  for (const fact of facts) {
    const key = `${fact.kind}/${fact.id}`;
    const before = known.get(key);
    const sold = laterSold(before?.sold ?? null, soldOf(fact));
    known.set(key, { fact: before ? newerFact(before.fact, fact) : fact, sold });
    for (const command of standingOf(records(), now).grants) paper.run(command, now);
  }
  const { terms, subscription } = standingOf(records(), now);
  const left = [...paper.book.grants.values()].filter(({ remaining }) => remaining > 0);
  const { available, held } = paper.book;
  const { entries } = sumUp(paper.book);
  expect(entries).toBe(0);
  return { terms, subscription, available, held, left: left.map(({ key, remaining }) => `${key} ${remaining}`).sort() };
}

function factsOf(story: Parameters<typeof playStory>[2], products = PRODUCTS) {
  const shop = openShop(SOLD);
  playStory(shop, 'ada', story);
  const facts = shop.events.map(({ thing }) => toFact(resource.parse(thing), (variant) => products[variant] ?? null));
  return { facts, now: shop.now };
}

describe('what a person may do and has', () => {
  it(
    `follows from what happened, in whatever order and however often it is told (seed ${seed})`,
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(
          shopStory,
          fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })), { minLength: 40, maxLength: 40 }),
          (story, keys) => {
            const { facts, now } = factsOf(story);
            const shuffled = facts
              .flatMap((fact, index) =>
                Array.from({ length: keys[index % 40]?.[1] ?? 1 }, (_, copy) => ({ fact, at: copy * 7 + index })),
              )
              .sort((a, b) => (keys[a.at % 40]?.[0] ?? 0) - (keys[b.at % 40]?.[0] ?? 0))
              .map(({ fact }) => fact);

            expect(receive(shuffled, now)).toEqual(receive(facts, now));
          },
        ),
        { numRuns, seed },
      );
    },
  );

  it('is a month of the plan for each paid invoice, once for the two events that tell of it', () => {
    const { facts, now } = factsOf([
      { step: 'subscribe', variant: '102' },
      { step: 'renew', outcome: 'failed' },
      { step: 'recover' },
    ]);
    expect(receive(facts, now)).toMatchObject({ terms: { tier: 'PRO' }, available: 100 + 3_000 + 3_000 });
  });

  it('lasts until the end date when canceled, then loses the plan’s credits and keeps what was bought', () => {
    const { facts, now } = factsOf([{ step: 'subscribe', variant: '102' }, { step: 'buy' }, { step: 'cancel' }]);
    expect(receive(facts, now)).toMatchObject({
      terms: { tier: 'PRO' },
      subscription: { status: 'CANCELED' },
      available: 3_600,
    });

    const later = new Date(now.getTime() + 29 * 86_400_000);
    expect(receive(facts, later)).toMatchObject({ terms: { tier: 'PRO' } });
    const after = new Date(now.getTime() + 31 * 86_400_000);
    expect(receive(facts, after)).toMatchObject({ terms: { tier: 'FREE', storageBytes: 1_000_000_000 } });
    expect(receive(facts, after).left).toContainEqual(expect.stringMatching(/^shop:order:\d+ 500$/));
    expect(receive(facts, after).left.join()).not.toContain('invoice');
  });

  it('is what the month was paid for after a cheaper plan was chosen, which begins with the next payment', () => {
    const down = [
      { step: 'subscribe', variant: '101' },
      { step: 'change', variant: '103' },
      { step: 'change', variant: '102', disableProrations: true },
    ] as const;
    const { facts, now } = factsOf(down);
    expect(receive(facts, now)).toMatchObject({ terms: { tier: 'STUDIO' }, subscription: { planId: 'pro' } });
    const renewed = factsOf([...down, { step: 'renew', outcome: 'paid' }]);
    expect(receive(renewed.facts, renewed.now)).toMatchObject({ terms: { tier: 'PRO' } });
    const unpaid = factsOf([...down, { step: 'renew', outcome: 'failed' }]);
    const month = new Date(unpaid.now.getTime() + 32 * 86_400_000);
    expect(receive(unpaid.facts, month)).toMatchObject({ terms: { tier: 'PRO' } });
    const back = factsOf([...down, { step: 'refund', what: 'subscription-invoices', cents: 10_000 }]);
    expect(receive(back.facts, back.now)).toMatchObject({ terms: { tier: 'PRO' } });
  });

  it('gets no credits for a change that credit of the provider paid for', () => {
    const once = factsOf([
      { step: 'subscribe', variant: '101' },
      { step: 'change', variant: '103' },
    ]);
    const { available } = receive(once.facts, once.now);
    const twice = factsOf([
      { step: 'subscribe', variant: '101' },
      { step: 'change', variant: '103' },
      { step: 'change', variant: '101' },
      { step: 'change', variant: '103' },
    ]);
    expect(receive(twice.facts, twice.now)).toMatchObject({ terms: { tier: 'STUDIO' }, available });
  });

  it('loses the credits of a payment that is none any more, whatever is told first', () => {
    const story = [{ step: 'subscribe', variant: '102' }, { step: 'buy' }] as const;
    const unpaid = (['orders', 'subscription-invoices'] as const).map((what) => ({ step: 'unpay', what }) as const);
    const { facts, now } = factsOf([...story, ...unpaid]);
    expect(receive(facts, now)).toMatchObject({ available: 100 });
    expect(receive([...facts].reverse(), now)).toMatchObject({ available: 100 });
  });

  it('is nothing for what is none of ours, though its payments come from the same shop, whatever is told first', () => {
    const { facts, now } = factsOf([
      { step: 'subscribe', variant: '301' },
      { step: 'renew', outcome: 'paid' },
    ]);
    expect(receive(facts, now)).toMatchObject({ terms: { tier: 'FREE' }, subscription: null, available: 100 });
    expect(receive([...facts].reverse(), now)).toMatchObject({ available: 100 });
  });

  it('stays when the settings name the variant no more that was paid for', () => {
    const story = [{ step: 'subscribe', variant: '102' }, { step: 'buy' }] as const;
    const { facts } = factsOf(story);
    const { facts: later, now } = factsOf([...story, { step: 'renew', outcome: 'paid' }], {});
    const paid = { terms: { tier: 'PRO' }, available: 100 + 500 + 3_000 + 3_000 };
    expect(receive([...facts, ...later], now)).toMatchObject(paid);
    expect(receive([...later, ...facts], now)).toMatchObject(paid);
  });

  it('ends with the move to something of the shop that is none of ours, and what was paid for keeps its credits', () => {
    const ours = [{ step: 'subscribe', variant: '102' }] as const;
    const moved = [...ours, { step: 'change', variant: '301', disableProrations: true }] as const;
    const { facts, now } = factsOf(moved);
    const before = factsOf(ours);
    const { available } = receive(before.facts, before.now);
    for (const told of [facts, [...facts].reverse()]) {
      expect(receive(told, now)).toMatchObject({ terms: { tier: 'FREE' }, subscription: null, available });
    }
    const back = factsOf([...moved, { step: 'change', variant: '102' }]);
    expect(receive(back.facts, back.now)).toMatchObject({ terms: { tier: 'PRO' }, subscription: { planId: 'pro' } });
  });

  it('stays for a subscription that was told before its variant was kept', () => {
    const { facts, now } = factsOf([{ step: 'subscribe', variant: '102' }]);
    const { facts: since } = factsOf(
      [
        { step: 'subscribe', variant: '102' },
        { step: 'renew', outcome: 'paid' },
      ],
      {},
    );
    const nameless = facts.map((fact) => (fact.kind === 'SUBSCRIPTION' ? { ...fact, variant: null } : fact));
    expect(receive([...nameless, ...since], now)).toMatchObject({ terms: { tier: 'PRO' } });
  });

  it('gets the credits for a change that is paid with the renewal', () => {
    const paid = { subtotalCents: 2_400 + 900, totalCents: 3_600 };
    expect(creditsOfPayment({ reason: 'RENEWAL', ...paid })).toBe(3_000 + 1_000);
    expect(creditsOfPayment({ reason: 'INITIAL', ...paid })).toBe(3_000);
  });

  it('gives back what a refund takes, in proportion', () => {
    const { facts, now } = factsOf([
      { step: 'subscribe', variant: '101' },
      { step: 'buy' },
      { step: 'refund', what: 'orders', cents: 300 },
    ]);
    expect(receive(facts, now)).toMatchObject({ available: 100 + 1_000 + 250 });
  });
});
