import type { Pace } from '../../../lib/hearing/index.ts';
import { hasEnded } from './job-list.ts';
import type { Job } from './job-list.ts';

/** What a person who listens should hear about a job; null when nothing is worth a word. */
export type Heard =
  | { readonly kind: 'started' }
  | { readonly kind: 'share'; readonly percent: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'canceled' };

type Heed = Pick<Job, 'status' | 'progress' | 'error'>;

export interface HeedOptions {
  /** How often the person wants to hear of what runs. */
  readonly pace: Pace;
  /** How long ago anything was said of this job. */
  readonly silentMs: number;
}

const HALF_MINUTE_MS = 30_000;

/** Compares two states of one job at the person's pace. Its end is always heard; a job first seen when it has ended is silent. */
export function heardBetween(before: Heed | undefined, after: Heed, { pace, silentMs }: HeedOptions): Heard | null {
  if (hasEnded(after.status)) return before === undefined || hasEnded(before.status) ? null : ending(after);
  if (before === undefined || after.status !== 'RUNNING' || pace === 'end') return null;
  if (before.status === 'QUEUED') return { kind: 'started' };
  const isDue =
    pace === 'tenth' ? tenthOf(after) > tenthOf(before) : pace === 'halfMinute' && silentMs >= HALF_MINUTE_MS;
  const percent = Math.floor(after.progress * 100 + 1e-9);
  return isDue && percent > 0 && percent < 100 ? { kind: 'share', percent } : null;
}

// A share of 0.3 is stored as a little less; a hair is added so that three tenths are three.
const tenthOf = ({ progress }: Heed) => Math.floor(progress * 10 + 1e-9);

function ending(job: Heed): Heard {
  if (job.status === 'COMPLETED') return { kind: 'done' };
  if (job.status === 'CANCELED') return { kind: 'canceled' };
  return { kind: 'failed', reason: job.error?.message ?? '' };
}
