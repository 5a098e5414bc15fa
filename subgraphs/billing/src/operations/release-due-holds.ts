import { inTransaction } from '@modu/postgres';
import { tryLockAccount } from '../store/account-store.ts';
import { listUsersWithDueHolds, releaseDueHoldRows } from '../store/hold-store.ts';
import type { Ledger } from '../store/ledger.ts';
import type { LedgerTransaction } from '../store/ledger-transaction.ts';
import { insertTransfer } from '../store/transfer-store.ts';

/** Bounds of one transaction and of one round; what is left over waits for the next. */
const HOLDS_PER_PERSON_MAX = 200;
const PEOPLE_PER_ROUND_MAX = 200;

/** Gives back what a person's expired holds keep, under the lock of their account. Returns how many credits came free. */
export async function releaseDueHolds(transaction: LedgerTransaction, userId: string): Promise<number> {
  const { client, now } = transaction;
  const due = await releaseDueHoldRows(client, { userId, now, limit: HOLDS_PER_PERSON_MAX });
  for (const { jobId, amount } of due) {
    await insertTransfer(transaction, { userId, kind: 'RELEASE', amount, jobId, note: 'expired' });
  }
  return due.reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * One round of the sweep: gives back what expired holds keep. Several processes may run it at once; a person whose account
 * is busy is left for the next round. Returns how many credits came free.
 */
export async function releaseAllDueHolds(ledger: Ledger): Promise<number> {
  const users = await listUsersWithDueHolds(ledger.pool, { now: ledger.now(), limit: PEOPLE_PER_ROUND_MAX });
  let freed = 0;
  for (const userId of users) {
    freed += await inTransaction(ledger.pool, async (client) => {
      if (!(await tryLockAccount(client, userId))) return 0;
      return releaseDueHolds({ client, now: ledger.now() }, userId);
    });
  }
  return freed;
}
