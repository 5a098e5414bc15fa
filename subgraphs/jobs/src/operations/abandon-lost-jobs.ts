import { isRefusal } from '@modu/errors';
import { doEach } from '@modu/rounds';
import type { Timings } from '@modu/tasks';
import { jobRunTask } from '../contracts.ts';
import type { Job } from '../domain/job.ts';
import { abandonJob, concludeJob } from '../domain/transitions.ts';
import type { BillingClient } from '../store/billing-client.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { pagesOf } from './unchanged-pages.ts';
import { transitionJob } from './transition-job.ts';

/** A task may be on its way from one state to the next; only what has been still for most of a lease is looked at. */
const STILL_SHARE = 0.8;
const PAGE = 500;

/**
 * Ends the jobs that no worker will ever run: their task has used up its runs, or is gone. Their holds are given back; but a
 * job that was paid for has its result and is completed. One that cannot be ended yet keeps none behind it.
 * @returns how many were ended.
 */
export async function abandonLostJobs(
  desk: JobsDesk,
  billing: BillingClient,
  { leaseSeconds }: Pick<Timings, 'leaseSeconds'>,
): Promise<number> {
  const since = new Date(desk.now().getTime() - leaseSeconds * 1_000 * STILL_SHARE);
  return doEach(listLost(desk, since), (job) => endLost(desk, { billing, job }));
}

async function* listLost(desk: JobsDesk, since: Date): AsyncGenerator<Job> {
  for await (const jobs of pagesOf(desk.database.reads, { since, take: PAGE })) yield* await selectLost(desk, jobs);
}

async function endLost(desk: JobsDesk, { billing, job }: { billing: BillingClient; job: Job }): Promise<boolean> {
  const now = desk.now();
  // From here on nothing can be spent any more; what was spent before says whether there is a result.
  const spent = job.sealed ? await billing.releaseHold({ jobId: job.id, note: 'worker lost' }) : null;
  const ended = await transitionJob(desk, job.id, (current) =>
    spent !== null && current.planned
      ? concludeJob(current, { now, chargedCredits: spent })
      : abandonJob(current, { now }),
  );
  if (isRefusal(ended)) return false;
  const { id: jobId, kind, attempt, status } = ended;
  desk.logger.error({ jobId, kind, attempt, status }, 'a job was ended for its workers: its task has died');
  return true;
}

async function selectLost({ queue }: JobsDesk, jobs: readonly Job[]): Promise<Job[]> {
  const lost: Job[] = [];
  for (const [kind, ofKind] of Map.groupBy(jobs, (job) => job.kind)) {
    const ids = ofKind.map(({ id }) => id);
    const states = await queue.states(jobRunTask(kind), ids);
    lost.push(...ofKind.filter(({ id }) => !['WAITING', 'RUNNING'].includes(states.get(id) ?? 'GONE')));
  }
  return lost;
}
