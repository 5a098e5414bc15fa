import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { findPack } from '../domain/packs.ts';
import { currentSubscription } from '../domain/payment/standing.ts';
import { PaymentProviderError } from '../domain/payment/provider.ts';
import type { PaymentProvider } from '../domain/payment/provider.ts';
import { planById } from '../domain/plans.ts';
import { countCheckouts, keepCheckout } from '../store/checkout-store.ts';
import { listFacts } from '../store/fact-store.ts';
import type { BillingDesk } from './billing-desk.ts';

export interface Checkout {
  readonly url: string;
}

/** Nobody needs more pages to pay on; each is a question to the provider. */
const CHECKOUTS_PER_HOUR_MAX = 20;
const HOUR_MS = 3_600_000;

/**
 * A page to subscribe on. Who has a subscription of ours already, if only one that is paused or unpaid, changes or ends it instead;
 * what they pay for beside, in the same shop, is none of ours.
 */
export async function subscribe(desk: BillingDesk, viewer: Viewer, planId: string): Promise<Checkout | Refusal> {
  const userId = requireUser(viewer);
  const plan = planById(planId);
  if (!plan || plan.priceCents === 0) return refuse('NOT_FOUND', 'plan.unknown', { path: ['input', 'planId'] });
  const facts = await listFacts(desk.ledger.pool, userId);
  const now = desk.ledger.now();
  if (currentSubscription(facts, now)) return refuse('CONFLICT', 'subscription.running', { path: ['input', 'planId'] });
  return openCheckout(desk, userId, plan.id);
}

/** A page to buy a credit pack on. */
export async function buyPack(desk: BillingDesk, viewer: Viewer, packId: string): Promise<Checkout | Refusal> {
  const userId = requireUser(viewer);
  const pack = findPack(packId);
  if (!pack) return refuse('NOT_FOUND', 'pack.unknown', { path: ['packId'] });
  return openCheckout(desk, userId, pack.id);
}

async function openCheckout(desk: BillingDesk, userId: string, product: string): Promise<Checkout | Refusal> {
  const { ledger, provider } = desk;
  if (!provider?.sells(product)) return refuse('NOT_FOUND', 'payments.off');
  const now = ledger.now();
  if ((await countCheckouts(ledger.pool, userId, new Date(now.getTime() - HOUR_MS))) >= CHECKOUTS_PER_HOUR_MAX) {
    return refuse('RATE_LIMITED', 'checkout.tooMany', { retryAfterMs: HOUR_MS });
  }
  const email = await desk.emailOf(userId);
  const returnUrl = new URL('/credits', desk.publicUrl).href;
  const url = await withProvider(desk, provider, () => provider.createCheckout({ userId, product, email, returnUrl }));
  if (isRefusal(url)) return url;
  await keepCheckout(ledger.pool, { userId, provider: provider.name, product, email, now });
  return { url };
}

const RETRY_MS = 60_000;

/**
 * What the provider can't or won't do becomes a refusal that says so; anything else is thrown on. What would have changed
 * something may have, where there was no answer: `payments.unknown` says that.
 */
export async function withProvider<Result>(
  { logger }: Pick<BillingDesk, 'logger'>,
  provider: PaymentProvider,
  ask: () => Promise<Result>,
  { unanswered = 'payments.unreachable' }: { readonly unanswered?: 'payments.unreachable' | 'payments.unknown' } = {},
): Promise<Result | Refusal> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PaymentProviderError)) throw error;
    logger.error({ err: error, provider: provider.name }, 'the payment provider did not do what it was asked for');
    return error.code === 'UNREACHABLE'
      ? refuse('ENGINE_UNAVAILABLE', unanswered, { retryAfterMs: RETRY_MS })
      : refuse('CONFLICT', 'payments.refused');
  }
}
