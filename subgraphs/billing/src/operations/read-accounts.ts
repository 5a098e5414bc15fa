import type { Viewer } from '@modu/viewer';
import type { CreditAccount } from '../domain/account.ts';
import { listAccounts } from '../store/account-store.ts';
import { withAccount } from '../store/ledger.ts';
import type { Ledger } from '../store/ledger.ts';
import { assertMaySeeCreditsOf } from './assert-may-see.ts';

/** The accounts of people, in the order asked for; one that was never touched is opened with its free credits. */
export async function readAccounts(
  ledger: Ledger,
  viewer: Viewer,
  userIds: readonly string[],
): Promise<CreditAccount[]> {
  for (const userId of userIds) assertMaySeeCreditsOf(viewer, userId);
  const known = new Map((await listAccounts(ledger.pool, userIds)).map((account) => [account.userId, account]));
  const accounts: CreditAccount[] = [];
  for (const userId of userIds) {
    const account = known.get(userId) ?? (await withAccount(ledger, userId, (_, opened) => Promise.resolve(opened)));
    accounts.push(account);
  }
  return accounts;
}
