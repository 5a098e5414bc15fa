import { isRefusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { closeAccount, forgetPerson, listOpenGrants } from '../store/departure-store.ts';
import type { BillingDesk } from './billing-desk.ts';
import { endSubscriptionsOf } from './end-subscriptions.ts';
import { STUCK_MS } from './take-up-webhooks.ts';

/**
 * Ends what a person has here, for an account that has gone: their subscriptions are canceled so that nothing more is paid,
 * their credits are revoked (those on hold when they come back), and what names them is taken out. The ledger itself stays.
 * May be repeated. @throws when the payment provider does not answer: then it is tried again.
 */
export async function closeCreditsOf(desk: BillingDesk, viewer: Viewer, userId: string): Promise<void> {
  assertService(viewer);
  const { ledger } = desk;
  await closeAccount(ledger.pool, userId, ledger.now());
  await endSubscriptionsOf(desk, userId);
  for (const { key, amount } of await listOpenGrants(ledger.pool, userId)) {
    const revoked = await ledger.run(userId, { type: 'revoke', key, total: amount });
    if (isRefusal(revoked)) throw new Error(`The grant ${key} was not revoked: ${revoked.code}.`);
  }
  const now = ledger.now();
  await forgetPerson(ledger.pool, userId, { now, stuckBefore: new Date(now.getTime() - STUCK_MS) });
}
