import { isRefusal } from '@modu/errors';
import { listUsersWithDue } from '../store/hold-store.ts';
import type { Ledger } from '../store/ledger.ts';

/** People in one round; those left over wait for the next. */
const PEOPLE_PER_ROUND_MAX = 200;

/**
 * One round of the sweep: gives back what expired holds keep and takes out what expired grants left. Any number of processes
 * may run it at once. Returns how many credits came free.
 */
export async function sweepExpired(ledger: Ledger): Promise<number> {
  const users = await listUsersWithDue(ledger.pool, { now: ledger.now(), limit: PEOPLE_PER_ROUND_MAX });
  const freed = await Promise.all(users.map((userId) => ledger.run(userId, { type: 'sweep' })));
  return freed.reduce<number>((sum, credits) => sum + (isRefusal(credits) ? 0 : credits), 0);
}
