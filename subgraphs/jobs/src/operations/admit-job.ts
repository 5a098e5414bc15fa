import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { refuseOneMore } from '../domain/create.ts';
import type { Allowance } from '../domain/create.ts';
import type { Job, NewJob } from '../domain/job.ts';
import { tierOfPriority } from '../domain/tier.ts';
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
  { countLiveJobs }: Pick<JobsDesk, 'countLiveJobs'>,
  wanted: Allowance & Pick<NewJob, 'ownerId' | 'tier'>,
): Promise<Refusal | undefined> {
  return refuseOneMore(await countLiveJobs(wanted.ownerId), wanted);
}
