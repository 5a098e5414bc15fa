import { inTransaction } from '@modu/postgres';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { jobRunTask } from '../contracts.ts';
import { tierLevel } from '../domain/tier.ts';
import type { AccountTerms } from '../store/billing-client.ts';
import { lockOwners, setWaitingTier } from '../store/job-writes.ts';
import type { JobsDesk } from './jobs-desk.ts';

/**
 * Puts what a person has waiting where their new terms say: whoever moves to a higher plan does not wait on in the old line.
 * What runs goes on. Idempotent.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function moveWaitingJobs(
  { database, queue }: Pick<JobsDesk, 'database' | 'queue'>,
  viewer: Viewer,
  { ownerId, terms }: { readonly ownerId: string; readonly terms: AccountTerms },
): Promise<void> {
  assertService(viewer);
  const { tier, runningJobsMax: slots } = terms;
  await inTransaction(database.pool, async (sql) => {
    await lockOwners(sql, [ownerId]);
    const kinds = await setWaitingTier(sql, { ownerId, tier });
    const line = { ownerId, tier: tierLevel(tier), slots };
    for (const kind of kinds) await queue.moveLine(jobRunTask(kind), line, { sql });
  });
}
