import type { Job } from './job.ts';

/** What stands before a job, or before a new one. */
export interface WorkAhead {
  /** Expected work of the jobs that wait before it, in milliseconds of one engine. */
  readonly queuedMs: number;
  /** Expected rest of the jobs that run. */
  readonly runningMs: number;
  /** How many run: as many engines as we know to be at work. */
  readonly runners: number;
}

/** Expected wait in milliseconds: the work ahead, shared by the engines at work. */
export function expectedWaitMs({ queuedMs, runningMs, runners }: WorkAhead): number {
  return Math.round((queuedMs + runningMs) / Math.max(1, runners));
}

/** Expected time until a running job ends, by its estimate alone. */
export function remainingMs({ startedAt, estimatedMs }: Pick<Job, 'startedAt' | 'estimatedMs'>, now: Date): number {
  const elapsedMs = startedAt ? now.getTime() - startedAt.getTime() : 0;
  return Math.max(0, estimatedMs - elapsedMs);
}
