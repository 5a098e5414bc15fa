import { doEach } from '@modu/rounds';
import { listDueStandings } from '../store/standing-store.ts';
import type { DueStanding } from '../store/standing-store.ts';
import { applyRecords } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';

const PEOPLE_AT_ONCE = 200;

/**
 * Does what time alone brings: a new month's credits, the end of a canceled plan or an agreement, with the tier and what is
 * left of the plan's credits. Each person's due moment moves on in the same transaction, so a round that is cut short, comes
 * twice or runs in two processes gives nothing twice. Returns how many people it was for.
 * @throws AggregateError once everybody had their turn, when some could not be moved on.
 */
export function advanceStandings(desk: BillingDesk): Promise<number> {
  return doEach(peopleDue(desk), ({ userId }) => applyRecords(desk, userId));
}

/** Each once, the longest due first: one who could not be moved on stays due and is not come back to in this round. */
async function* peopleDue({ ledger }: BillingDesk): AsyncGenerator<DueStanding> {
  const now = ledger.now();
  for (let after: DueStanding | undefined; ;) {
    const due = await listDueStandings(ledger.pool, { now, limit: PEOPLE_AT_ONCE, after });
    yield* due;
    after = due.at(-1);
    if (due.length < PEOPLE_AT_ONCE) return;
  }
}
