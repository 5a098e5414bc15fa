import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { readOutcomes as readDays } from '../store/queue-reads.ts';
import type { DayOutcomes } from '../store/queue-reads.ts';
import type { JobsDesk } from './jobs-desk.ts';

export interface JobOutcomes {
  readonly completed: number;
  readonly failed: number;
  readonly canceled: number;
  /** Of the jobs that were not canceled; `null` when none ended. */
  readonly successRate: number | null;
  readonly days: readonly DayOutcomes[];
}

const DAYS_MAX = 400;
const DAY_MS = 86_400_000;

/**
 * How the viewer's jobs ended that were made in a span.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function readOutcomes(
  desk: JobsDesk,
  viewer: Viewer,
  span: { readonly from: Date | string; readonly to: Date | string },
): Promise<JobOutcomes | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const [from, to] = [new Date(span.from), new Date(span.to)];
  const length = (to.getTime() - from.getTime()) / DAY_MS;
  if (!(length > 0 && length <= DAYS_MAX)) {
    return refuse('INVALID_INPUT', 'days.range', { path: ['to'], params: { max: DAYS_MAX } });
  }
  const days = await readDays(desk.database.pool, { ownerId, from, to });
  const total = (of: 'completed' | 'failed' | 'canceled') => days.reduce((sum, day) => sum + day[of], 0);
  const [completed, failed] = [total('completed'), total('failed')];
  const ended = completed + failed;
  return { completed, failed, canceled: total('canceled'), successRate: ended === 0 ? null : completed / ended, days };
}
