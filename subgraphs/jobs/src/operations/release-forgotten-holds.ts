import { listCreditsOpen } from '../store/departures.ts';
import type { BillingClient } from '../store/billing-client.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { releaseHold } from './release-hold.ts';

/** By then the task that gives a hold back has used up its runs. */
const FORGOTTEN_AFTER_MS = 30 * 60_000;
const PAGE = 100;

/**
 * Gives back the holds whose own task gave up: billing was away for longer than it is tried again.
 * @returns how many were given back.
 * @throws when billing is still away; the next turn tries again.
 */
export async function releaseForgottenHolds(desk: JobsDesk, billing: BillingClient): Promise<number> {
  const since = new Date(desk.now().getTime() - FORGOTTEN_AFTER_MS);
  for (let released = 0; ;) {
    const jobs = await listCreditsOpen(desk.database.pool, { since, limit: PAGE });
    for (const { id, status } of jobs) await releaseHold(desk, { billing, jobId: id, note: status.toLowerCase() });
    released += jobs.length;
    if (jobs.length < PAGE) return released;
  }
}
