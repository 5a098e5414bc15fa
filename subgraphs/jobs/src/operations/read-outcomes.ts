import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { parseDaySpan } from '@modu/subgraph';
import type { DaySpanArguments } from '@modu/subgraph';
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

/**
 * How the viewer's jobs ended that were made in a span.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function readOutcomes(
  desk: JobsDesk,
  viewer: Viewer,
  asked: DaySpanArguments,
): Promise<JobOutcomes | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const span = parseDaySpan(asked);
  if (isRefusal(span)) return span;
  const days = await readDays(desk.database.pool, ownerId, span);
  const total = (of: 'completed' | 'failed' | 'canceled') => days.reduce((sum, day) => sum + day[of], 0);
  const [completed, failed] = [total('completed'), total('failed')];
  const ended = completed + failed;
  return { completed, failed, canceled: total('canceled'), successRate: ended === 0 ? null : completed / ended, days };
}
