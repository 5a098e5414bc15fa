import type { JobPartsFragment, JobStatus, PicturePartsFragment } from '../../../lib/graph/generated/graphql.ts';

/** A job as the studio shows it. */
export type Job = JobPartsFragment;

const LIST_MAX = 60;

/** Whether the job has ended, one way or another. */
export function hasEnded(status: JobStatus): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELED';
}

/** The picture that a job resulted in; null for jobs that make something else, or nothing, and when it is in the trash. */
export function pictureOf({ result }: Pick<Job, 'result'>): PicturePartsFragment | null {
  return result?.__typename === 'Image' && result.deletedAt === null ? result : null;
}

/** The jobs that wait or run, the one that ends first at the front. */
export function activeJobs(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter((job) => !hasEnded(job.status)).toReversed();
}

/** Puts a state that just arrived into the list, newest job first; an older state than the one known changes nothing. */
export function mergeJob(jobs: readonly Job[], arrived: Job): readonly Job[] {
  const at = jobs.findIndex((job) => job.id === arrived.id);
  const known = jobs[at];
  if (known === undefined) {
    return [arrived, ...jobs].toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, LIST_MAX);
  }
  const next = newerOf(known, arrived);
  return next === known ? jobs : jobs.with(at, next);
}

/**
 * Puts an answer of the `jobs` query into the list without undoing what was heard while it was on its way. Of an ended job it is the
 * later word: the links of its picture are signed anew, and the picture may be in the trash by now.
 */
export function mergeJobs(jobs: readonly Job[], answered: readonly Job[]): readonly Job[] {
  return answered.reduce((list, job) => {
    const at = hasEnded(job.status) ? list.findIndex(({ id, status }) => id === job.id && hasEnded(status)) : -1;
    return at === -1 ? mergeJob(list, job) : list.with(at, job);
  }, jobs);
}

/**
 * Events of one job come over two subscriptions and a query and may overtake each other: an ended job stays ended, a run
 * never goes back a step, and a preview is kept until a newer one comes.
 */
function newerOf(known: Job, arrived: Job): Job {
  if (hasEnded(known.status)) return hasEnded(arrived.status) && known.result === null ? arrived : known;
  if (arrived.attempt < known.attempt) return known;
  const sameRun = arrived.attempt === known.attempt && arrived.status === 'RUNNING' && known.status === 'RUNNING';
  if (sameRun && arrived.progress < known.progress) return known;
  return sameRun && arrived.preview === null ? { ...arrived, preview: known.preview } : arrived;
}
