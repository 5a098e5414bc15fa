import type { Viewer } from '@modu/viewer';
import type { UsableGrant } from '../domain/credit-entry.ts';
import type { BillingStore } from '../store/database.ts';
import { assertMaySeeCreditsOf } from './assert-may-see.ts';
import { readAccounts } from './read-accounts.ts';

/** Far more grants than anybody has at once; keeps the answer bounded. */
const GRANTS_MAX = 200;

/** What a person can still use, in the order in which it is used. The first look opens the account. */
export async function listUsableGrants(
  { ledger, history }: Pick<BillingStore, 'ledger' | 'history'>,
  viewer: Viewer,
  userId: string,
): Promise<UsableGrant[]> {
  assertMaySeeCreditsOf(viewer, userId);
  await readAccounts(ledger, viewer, [userId]);
  return history.listUsableGrants({ userId, now: ledger.now(), limit: GRANTS_MAX });
}
