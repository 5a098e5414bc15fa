import type { Job } from './job.ts';

/** Expected time until a running job ends, by its estimate and the pace of late. */
export function remainingMs(
  { startedAt, estimatedMs }: Pick<Job, 'startedAt' | 'estimatedMs'>,
  { now, pace }: { readonly now: Date; readonly pace: number },
): number {
  const elapsedMs = startedAt ? now.getTime() - startedAt.getTime() : 0;
  return Math.max(0, Math.round(estimatedMs * pace - elapsedMs));
}
