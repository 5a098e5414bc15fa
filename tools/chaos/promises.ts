import type { JobRow } from './audit.ts';
import type { Wish } from './people.ts';

interface Storm {
  readonly wishes: readonly Wish[];
  readonly jobs: readonly Pick<JobRow, 'id' | 'owner_id'>[];
  /** Ids of the jobs that were there before it. */
  readonly before: ReadonlySet<string>;
  /** Whether nothing was under way any more in the end. */
  readonly healed: boolean;
}

/**
 * What people were told, against what became of it. An answer that was lost is asked for again under the same key: that may have made the
 * one job that nobody heard of, never a second one.
 */
export function checkPromises({ wishes, jobs, before, healed }: Storm): string[] {
  const ids = new Set(jobs.map(({ id }) => id));
  const lost = wishes.flatMap(({ jobId }) => (jobId && !ids.has(jobId) ? [jobId] : []));
  const known = new Set([...before, ...wishes.flatMap(({ jobId }) => jobId ?? [])]);
  const surplus = Map.groupBy(
    jobs.filter(({ id }) => !known.has(id)),
    (job) => job.owner_id,
  );
  const unanswered = (owner: string) =>
    wishes.filter(({ userId, jobId, refused }) => userId === owner && !jobId && !refused).length;
  return [
    ...lost.map((id) => `job ${id} was promised and is gone`),
    ...[...surplus].flatMap(([owner, unknown]) =>
      unknown.length > unanswered(owner)
        ? [`${owner} has ${unknown.length} jobs that they did not hear of, and lacks ${unanswered(owner)} answers`]
        : [],
    ),
    ...(healed ? [] : ['it never came to rest']),
  ];
}
