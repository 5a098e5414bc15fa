import { isRefusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { isEntitled } from '../domain/payment/standing.ts';
import { closeAccount, forgetPerson, listOpenGrants } from '../store/departure-store.ts';
import { listFacts } from '../store/fact-store.ts';
import { recordFact } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';

/**
 * Ends what a person has here, for an account that has gone: their subscription is canceled so that nothing more is paid,
 * their credits are revoked (those on hold when they come back), and what names them is taken out. The ledger itself stays.
 * May be repeated. @throws when the payment provider does not answer: then it is tried again.
 */
export async function closeCreditsOf(desk: BillingDesk, viewer: Viewer, userId: string): Promise<void> {
  assertService(viewer);
  const { ledger } = desk;
  if (!(await closeAccount(ledger.pool, userId, ledger.now()))) return forgetPerson(ledger.pool, userId);
  await cancelSubscriptions(desk, userId);
  for (const { key, amount } of await listOpenGrants(ledger.pool, userId)) {
    const revoked = await ledger.run(userId, { type: 'revoke', key, total: amount });
    if (isRefusal(revoked)) throw new Error(`The grant ${key} was not revoked: ${revoked.code}.`);
  }
  await forgetPerson(ledger.pool, userId);
}

async function cancelSubscriptions(desk: BillingDesk, userId: string): Promise<void> {
  const { provider, ledger } = desk;
  if (!provider) return;
  for (const fact of await listFacts(ledger.pool, userId)) {
    if (fact.kind !== 'SUBSCRIPTION' || fact.status === 'CANCELED' || !isEntitled(fact, ledger.now())) continue;
    const canceled = await provider.cancel(fact.id);
    await recordFact(desk, { provider: provider.name, fact: canceled, userId });
  }
}
