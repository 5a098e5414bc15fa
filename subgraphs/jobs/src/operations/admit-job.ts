import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { NO_LIVE_JOBS, refuseOneMore } from '../domain/create.ts';
import type { Allowance } from '../domain/create.ts';
import type { Job, NewJob } from '../domain/job.ts';
import { tierOfPriority } from '../domain/tier.ts';
import { countLive } from '../store/job-writes.ts';
import { findJobs } from './find-jobs.ts';
import type { JobsDesk } from './jobs-desk.ts';

interface Admission extends Allowance {
  /** Of a job that may be there already. */
  readonly id?: string | null;
  readonly ownerId: string;
  readonly priority: number;
}

/**
 * What a service asks before it sets credits aside, so that a full queue touches no account: the job that is there under the id, why there
 * is no room for one more, or `null` where there is. When the job is made, it is asked again under the owner's lock.
 */
export async function admitJob(desk: JobsDesk, viewer: Viewer, asked: Admission): Promise<Job | Refusal | null> {
  assertService(viewer);
  const { id, ownerId, priority, queuedJobsMax, runningJobsMax } = asked;
  const wanted = { ownerId, tier: tierOfPriority(priority), queuedJobsMax, runningJobsMax };
  const [[existing], noRoom] = await Promise.all([
    id ? findJobs(desk, viewer, [id]) : [null],
    lookForRoom(desk, wanted),
  ]);
  return existing ?? noRoom ?? null;
}

/** Why the owner may not have one more job at this moment, if so. */
export async function lookForRoom(
  { database }: Pick<JobsDesk, 'database'>,
  wanted: Allowance & Pick<NewJob, 'ownerId' | 'tier'>,
): Promise<Refusal | undefined> {
  const live = await countLive(database.pool, [wanted.ownerId]);
  return refuseOneMore(live.get(wanted.ownerId) ?? NO_LIVE_JOBS, wanted);
}
