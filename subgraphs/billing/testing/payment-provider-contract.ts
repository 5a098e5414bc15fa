import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaymentFact } from '../src/domain/payment/fact.ts';
import type { PaymentProvider } from '../src/domain/payment/provider.ts';

/** A provider under test, and hands that pay, at a server which behaves as the real one. */
export interface ProviderStage {
  readonly provider: PaymentProvider;
  /** Pays for what the last checkout was opened for; returns the id of the subscription or order. */
  payLastCheckout(): Promise<string>;
  /** The bytes and headers of the last webhooks, newest last. */
  webhooks(): readonly { readonly raw: Uint8Array; readonly headers: Headers }[];
  fail(...failures: readonly (number | 'silence')[]): void;
  /** When the shop opened. */
  readonly since: Date;
  stop(): Promise<void>;
}

const order = { userId: 'ada', email: 'ada@example.test', returnUrl: 'https://studio.example.test/credits' };

async function collect(facts: AsyncIterable<PaymentFact>): Promise<PaymentFact[]> {
  const all: PaymentFact[] = [];
  for await (const fact of facts) all.push(fact);
  return all;
}

/** What every provider of payments does for us, whoever it is. */
export function paymentProviderContract(name: string, open: () => Promise<ProviderStage>): void {
  describe(`payments by ${name}`, () => {
    let stage: ProviderStage;
    beforeAll(async () => {
      stage = await open();
    });
    afterAll(() => stage.stop());

    const subscribe = async (product = 'starter') => {
      await stage.provider.createCheckout({ ...order, product });
      return stage.payLastCheckout();
    };

    it('open a page to pay on for what is sold, and nothing else', async () => {
      expect(await stage.provider.createCheckout({ ...order, product: 'pro' })).toMatch(/^https:/);
      expect(stage.provider.sells('pack-500')).toBe(true);
      expect(stage.provider.sells('the moon')).toBe(false);
      await expect(stage.provider.createCheckout({ ...order, product: 'the moon' })).rejects.toMatchObject({
        code: 'REFUSED',
      });
    });

    it('change a subscription, end it at its date, take that back, and show the customer’s page', async () => {
      const id = await subscribe();
      const payments = async () =>
        (await collect(stage.provider.listFactsOf(id, { since: stage.since, onUntold: expect.unreachable }))).filter(
          ({ kind }) => kind === 'INVOICE',
        );
      const studio = { id, product: 'studio', status: 'ACTIVE' };
      expect(await stage.provider.changePlan(id, 'studio', 'NOW')).toMatchObject(studio);
      expect(await payments()).toHaveLength(2);
      expect(await stage.provider.changePlan(id, 'pro', 'RENEWAL')).toMatchObject({ id, product: 'pro' });
      expect(await stage.provider.changePlan(id, 'studio', 'RENEWAL')).toMatchObject(studio);
      expect(await payments()).toHaveLength(2);
      const canceled = await stage.provider.cancel(id);
      expect(canceled.status).toBe('CANCELED');
      expect(canceled.endsAt).not.toBeNull();
      expect(await stage.provider.resume(id)).toMatchObject({ status: 'ACTIVE', endsAt: null });
      expect(await stage.provider.openPortal(id)).toMatch(/^https:/);
      await expect(stage.provider.cancel('999999')).rejects.toMatchObject({ code: 'REFUSED' });
    });

    it('list what was bought', async () => {
      const id = await subscribe('pro');
      const facts = await collect(stage.provider.listFacts({ since: stage.since, onUntold: expect.unreachable }));
      expect(facts).toContainEqual(
        expect.objectContaining({ kind: 'SUBSCRIPTION', id, product: 'pro', status: 'ACTIVE' }),
      );
      expect(facts).toContainEqual(
        expect.objectContaining({ kind: 'INVOICE', subscriptionId: id, paid: true, reason: 'INITIAL' }),
      );
      expect(facts.some(({ kind }) => kind === 'ORDER')).toBe(true);
      const none = await collect(
        stage.provider.listFacts({ since: new Date('2100-01-01'), onUntold: expect.unreachable }),
      );
      expect(none).toEqual([]);
    });

    it('tell of one subscription however old it is, and that they know none of another id', async () => {
      const id = await subscribe('pro');
      await subscribe('starter');
      const facts = await collect(stage.provider.listFactsOf(id, { since: stage.since, onUntold: expect.unreachable }));
      expect(facts).toEqual([
        expect.objectContaining({ kind: 'SUBSCRIPTION', id, product: 'pro' }),
        expect.objectContaining({ kind: 'INVOICE', subscriptionId: id }),
      ]);
      expect(await stage.provider.findSubscription(id)).toEqual(facts[0]);
      await expect(stage.provider.findSubscription('999999')).rejects.toMatchObject({ code: 'REFUSED' });
      const old = await collect(
        stage.provider.listFactsOf(id, { since: new Date('2100-01-01'), onUntold: expect.unreachable }),
      );
      expect(old.map(({ kind }) => kind)).toEqual(['SUBSCRIPTION']);
      await expect(
        collect(stage.provider.listFactsOf('999999', { since: stage.since, onUntold: expect.unreachable })),
      ).rejects.toMatchObject({
        code: 'REFUSED',
      });
    });

    it('tell of one purchase however old it is, and that they know none of another id', async () => {
      await stage.provider.createCheckout({ ...order, product: 'pack-500' });
      const id = await stage.payLastCheckout();
      expect(await stage.provider.findOrder(id)).toMatchObject({ kind: 'ORDER', id, product: 'pack-500', paid: true });
      await expect(stage.provider.findOrder('999999')).rejects.toMatchObject({ code: 'REFUSED' });
    });

    it('sign their webhooks, and say in them the same as in their lists', async () => {
      const id = await subscribe('pro');
      const told = stage.webhooks().map(({ raw, headers }) => {
        expect(stage.provider.isAuthentic(raw, headers)).toBe(true);
        return stage.provider.read(raw);
      });
      expect(told).toContainEqual(
        expect.objectContaining({
          kind: 'FACT',
          userId: 'ada',
          fact: expect.objectContaining({ kind: 'SUBSCRIPTION', id }) as unknown,
        }),
      );
      const listed = await collect(stage.provider.listFacts({ since: stage.since, onUntold: expect.unreachable }));
      const [last] = told
        .flatMap((message) => (message.kind === 'FACT' && message.fact.kind === 'INVOICE' ? [message.fact] : []))
        .slice(-1);
      expect(listed).toContainEqual(last);
    });

    it('are not believed when a byte, the signature or the header is another', async () => {
      const [webhook] = stage.webhooks();
      if (!webhook) throw new Error('There was no webhook.');
      const { raw, headers } = webhook;
      const other = raw.with(raw.length - 2, (raw.at(-2) ?? 0) ^ 1);
      expect(stage.provider.isAuthentic(other, headers)).toBe(false);
      expect(stage.provider.isAuthentic(raw, new Headers())).toBe(false);
      for (const signature of ['', 'x', '0'.repeat(64), '00']) {
        expect(stage.provider.isAuthentic(raw, new Headers({ 'x-signature': signature }))).toBe(false);
      }
    });

    it('say that they can’t read what they can’t read', () => {
      for (const text of ['', '{', '[]', '{"meta":{}}']) {
        expect(stage.provider.read(new TextEncoder().encode(text)).kind).toBe('IGNORED');
      }
      const known = '{"meta":{"event_name":"order_created","test_mode":true},"data":{}}';
      expect(stage.provider.read(new TextEncoder().encode(known)).kind).toBe('UNREADABLE');
    });

    it('are asked again when they stumble, and given up on when they stay down', async () => {
      stage.fail(500, 429);
      expect(await stage.provider.createCheckout({ ...order, product: 'pro' })).toMatch(/^https:/);
      stage.fail('silence', 503, 503, 503);
      await expect(stage.provider.createCheckout({ ...order, product: 'pro' })).rejects.toMatchObject({
        code: 'UNREACHABLE',
      });
    });
  });
}
