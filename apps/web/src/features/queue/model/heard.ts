import { hasEnded } from './job-list.ts';
import type { Job } from './job-list.ts';

/** What a person who listens should hear about a job; null when nothing is worth a word. */
export type Heard =
  | { readonly kind: 'started' }
  | { readonly kind: 'quarter'; readonly percent: 25 | 50 | 75 }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'canceled' };

type Heed = Pick<Job, 'status' | 'progress' | 'error'>;

/** Compares two states of one job: its start, each quarter once, its end. A job first seen when it has ended is silent. */
export function heardBetween(before: Heed | undefined, after: Heed): Heard | null {
  if (hasEnded(after.status)) return before === undefined || hasEnded(before.status) ? null : ending(after);
  if (after.status !== 'RUNNING') return null;
  if (before === undefined) return null;
  if (before.status === 'QUEUED') return { kind: 'started' };
  const quarter = Math.floor(after.progress * 4);
  if (quarter <= Math.floor(before.progress * 4)) return null;
  return quarter === 1 || quarter === 2 || quarter === 3
    ? { kind: 'quarter', percent: (quarter * 25) as 25 | 50 | 75 }
    : null;
}

function ending(job: Heed): Heard {
  if (job.status === 'COMPLETED') return { kind: 'done' };
  if (job.status === 'CANCELED') return { kind: 'canceled' };
  return { kind: 'failed', reason: job.error?.message ?? '' };
}
