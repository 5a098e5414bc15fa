import type { PaymentFact } from '../domain/payment/fact.ts';
import { recordFact } from './apply-records.ts';
import type { GivenFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';
import { endSubscriptionsOf } from './end-subscriptions.ts';

/**
 * Acts on what the provider tells by itself. When it is about somebody whose account has gone (a page paid late, a pause that
 * ended), nothing more is to be taken from them, and what was taken is said in the log until it is given back. @returns whether it is about such a person.
 */
export async function takeFact(desk: BillingDesk, given: GivenFact): Promise<boolean> {
  const departed = await recordFact(desk, given);
  for (const { userId, closedAt } of departed) {
    await endSubscriptionsOf(desk, userId);
    const { kind, id } = given.fact;
    if (isOwedBack(given.fact, closedAt))
      desk.logger.error({ kind, id }, 'money was paid for an account that had gone: it is to be given back');
  }
  return departed.length > 0;
}

function isOwedBack(fact: PaymentFact, closedAt: Date): boolean {
  if (fact.kind === 'SUBSCRIPTION' || !fact.paid) return false;
  return fact.refundedCents < fact.totalCents && new Date(fact.createdAt) > closedAt;
}
