import { recordFact } from './apply-records.ts';
import type { GivenFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';
import { endSubscriptionsOf } from './end-subscriptions.ts';

/**
 * Acts on what the provider tells by itself. When it is about somebody whose account has gone (a page paid late, a pause that
 * ended), nothing more is to be taken from them. @returns whether it is about such a person.
 */
export async function takeFact(desk: BillingDesk, given: GivenFact): Promise<boolean> {
  const departed = await recordFact(desk, given);
  for (const userId of departed) await endSubscriptionsOf(desk, userId);
  return departed.length > 0;
}
