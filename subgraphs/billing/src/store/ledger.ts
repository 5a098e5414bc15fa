import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import type { CreditAccount } from '../domain/account.ts';
import { planOf } from '../domain/plans.ts';
import { findAccount, insertAccount } from './account-store.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';
import { insertTransfer } from './transfer-store.ts';

/** Where credits are kept: the database and the clock that holds expire by. */
export interface Ledger {
  readonly pool: Pool;
  now(): Date;
}

/**
 * Runs `work` while the person's account is locked, opening it first when this is the first time it is touched. Everything
 * that moves a person's credits goes through here, so movements of one person never interleave. A transaction locks one
 * account only: two of them can't wait for each other.
 */
export function withAccount<T>(
  ledger: Ledger,
  userId: string,
  work: (transaction: LedgerTransaction, account: CreditAccount) => Promise<T>,
): Promise<T> {
  return inTransaction(ledger.pool, async (client) => {
    const transaction = { client, now: ledger.now() };
    const account = (await findAccount(client, userId, 'lock')) ?? (await openAccount(transaction, userId));
    return work(transaction, account);
  });
}

/** Opens an account with the credits of the free plan; of several openers one does it, the others wait and find it. */
async function openAccount(transaction: LedgerTransaction, userId: string): Promise<CreditAccount> {
  const opened = await insertAccount(transaction.client, userId);
  if (opened) {
    await insertTransfer(transaction, {
      userId,
      kind: 'GRANT',
      amount: planOf('FREE').monthlyCredits,
      note: 'signup',
      idempotencyKey: `signup:${userId}`,
    });
  }
  const account = await findAccount(transaction.client, userId, 'lock');
  if (!account) throw new Error(`The account of ${userId} is missing right after it was opened.`);
  return account;
}
