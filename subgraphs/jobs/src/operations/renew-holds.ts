import { doEach } from '@modu/rounds';
import type { BillingClient } from '../store/billing-client.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { pagesOf } from './unchanged-pages.ts';

/** Holds outlast several missed renewals; the holds of jobs that end are released, not left to expire. */
export const HOLD_SECONDS = 600;
const PAGE = 200;

/** Keeps the holds of all jobs that wait or run, also behind a page that fails. @returns how many are open. */
export async function renewHolds(desk: JobsDesk, billing: BillingClient): Promise<number> {
  let open = 0;
  await doEach(pagesOf(desk.database.reads, { since: desk.now(), take: PAGE }), async (jobs) => {
    const jobIds = jobs.map(({ id }) => id);
    open += (await billing.renewHolds({ jobIds, expiresInSeconds: HOLD_SECONDS })).length;
  });
  return open;
}
