import { deriveId } from '@modu/ids';
import type { Job } from '../domain/job.ts';
import type { JobReads } from '../store/job-reads.ts';

/** Whoever has made a job once more so often may do so with the last of them; nobody else is to read further. */
export const RETRIES_MAX = 50;

interface Retries {
  readonly job: Job;
  /** The last of the job and its retries that came to nothing. */
  readonly last: Job;
  /** The one that was made of it, if any. */
  readonly existing: Job | undefined;
  /** There may be more behind. */
  readonly isLong: boolean;
}

/** The id of the one that is made of a job when it is tried again. */
export const retryOf = (id: string): string => deriveId('job', id, 'retry');

export const cameToNothing = ({ status }: Job): boolean => status === 'FAILED' || status === 'CANCELED';

/** Follows a job through its retries, all of them looked up at once. */
export async function followRetries(reads: Pick<JobReads, 'listByIds'>, id: string): Promise<Retries | undefined> {
  const ids = [id];
  while (ids.length <= RETRIES_MAX) ids.push(retryOf(ids.at(-1)!));
  const jobs = new Map((await reads.listByIds(ids)).map((job) => [job.id, job]));
  const job = jobs.get(id);
  if (!job) return undefined;
  let last = job;
  for (const next of ids.slice(1)) {
    const existing = jobs.get(next);
    if (!existing || !cameToNothing(existing)) return { job, last, existing, isLong: false };
    last = existing;
  }
  return { job, last, existing: undefined, isLong: true };
}
