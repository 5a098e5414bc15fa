import { listDueStandings } from '../store/standing-store.ts';
import { applyRecords } from './apply-records.ts';
import type { BillingDesk } from './billing-desk.ts';

const PEOPLE_PER_ROUND_MAX = 200;

/**
 * Does what time alone brings: a new month's credits, the end of a canceled plan or an agreement, with the tier and what is
 * left of the plan's credits. Each person's due moment moves on in the same transaction, so a round that is cut short, comes
 * twice or runs in two processes gives nothing twice. Returns how many people it was for.
 */
export async function advanceStandings(desk: BillingDesk): Promise<number> {
  let done = 0;
  for (;;) {
    const due = await listDueStandings(desk.ledger.pool, desk.ledger.now(), PEOPLE_PER_ROUND_MAX);
    for (const userId of due) await applyRecords(desk, userId);
    done += due.length;
    if (due.length < PEOPLE_PER_ROUND_MAX) return done;
  }
}
