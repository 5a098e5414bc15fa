import type { BillingClient } from '../store/billing-client.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** Holds outlast several missed renewals; the holds of jobs that end are released, not left to expire. */
export const HOLD_SECONDS = 600;
const PAGE = 200;

/** Keeps the holds of all jobs that wait or run. @returns how many are open. */
export async function renewHolds(desk: JobsDesk, billing: BillingClient): Promise<number> {
  let open = 0;
  let afterId: string | undefined;
  for (;;) {
    const since = desk.now();
    const jobs = await desk.database.reads.listUnchanged({ since, take: PAGE, ...(afterId ? { afterId } : {}) });
    if (jobs.length > 0) {
      const jobIds = jobs.map(({ id }) => id);
      open += (await billing.renewHolds({ jobIds, expiresInSeconds: HOLD_SECONDS })).length;
    }
    if (jobs.length < PAGE) return open;
    afterId = jobs.at(-1)?.id;
  }
}
