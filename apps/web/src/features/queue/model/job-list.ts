import type { JobPartsFragment, JobStatus, PicturePartsFragment } from '../../../lib/graph/generated/graphql.ts';

/** A job as the studio shows it. */
export type Job = JobPartsFragment;

/** So many of the newest are held, and what waits or runs however many there are. */
const LIST_MAX = 60;

/** Whether the job has ended, one way or another. */
export function hasEnded(status: JobStatus): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
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
export const mergeJob = (jobs: readonly Job[], arrived: Job): readonly Job[] => merge(jobs, arrived, false);

/** So many answered jobs may leave out some that wait. */
const ANSWERED_MAX = 100;

/**
 * Puts an answer of the `jobs` query into the list without undoing what was heard while it was on its way. Of an ended job it is the
 * later word: the links of its picture are signed anew, and the picture may be in the trash by now. What was active `before` it was
 * asked for, was not heard of since and is not in it, has ended while nobody told of it.
 */
export const mergeJobs = (
  jobs: readonly Job[],
  answered: readonly Job[],
  before: readonly Job[] = [],
): readonly Job[] =>
  answered.reduce<readonly Job[]>(
    (list, job) => merge(list, job, true),
    jobs.filter(
      (job) =>
        hasEnded(job.status) ||
        answered.length >= ANSWERED_MAX ||
        !before.includes(job) ||
        answered.some(({ id }) => id === job.id),
    ),
  );

function merge(jobs: readonly Job[], arrived: Job, isAnswer: boolean): readonly Job[] {
  const known = jobs.find((job) => job.id === arrived.id);
  if (known === undefined) {
    return [arrived, ...jobs]
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
      .filter((job, place) => place < LIST_MAX || !hasEnded(job.status));
  }
  const next = newerOf(known, arrived, isAnswer);
  return next === known ? jobs : jobs.map((job) => (job === known ? next : job));
}

/**
 * Events of one job come over two subscriptions and a query and may overtake each other: an ended job stays ended, a run
 * never goes back a step, and a preview is kept until a newer one comes.
 */
function newerOf(known: Job, arrived: Job, isAnswer: boolean): Job {
  if (hasEnded(known.status)) return hasEnded(arrived.status) && (isAnswer || known.result === null) ? arrived : known;
  if (arrived.attempt < known.attempt) return known;
  const sameRun = arrived.attempt === known.attempt && arrived.status === 'RUNNING' && known.status === 'RUNNING';
  if (sameRun && arrived.progress < known.progress) return known;
  return sameRun && arrived.preview === null ? { ...arrived, preview: known.preview } : arrived;
}
