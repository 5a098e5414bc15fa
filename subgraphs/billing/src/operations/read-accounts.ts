import type { Viewer } from '@modu/viewer';
import type { CreditAccount } from '../domain/account.ts';
import { listAccounts } from '../store/account-store.ts';
import type { Ledger } from '../store/ledger.ts';
import { assertMaySeeCreditsOf } from './assert-may-see.ts';

/** The accounts of people, in the order asked for; one that was never touched is opened with its free credits. */
export async function readAccounts(
  ledger: Ledger,
  viewer: Viewer,
  userIds: readonly string[],
): Promise<CreditAccount[]> {
  for (const userId of userIds) assertMaySeeCreditsOf(viewer, userId);
  const known = await listAccounts(ledger.pool, userIds);
  const missing = userIds.filter((userId) => !known.some((account) => account.userId === userId));
  await Promise.all(missing.map((userId) => ledger.run(userId, { type: 'look' })));
  const opened = missing.length > 0 ? await listAccounts(ledger.pool, missing) : [];
  const accounts = new Map([...known, ...opened].map((account) => [account.userId, account]));
  return userIds.map((userId) => {
    const account = accounts.get(userId);
    if (!account) throw new Error(`The account of ${userId} is missing right after it was opened.`);
    return account;
  });
}
