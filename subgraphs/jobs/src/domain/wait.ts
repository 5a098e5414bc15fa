import type { Job } from './job.ts';
import { expectedRunMs } from './paces.ts';
import type { Paces } from './paces.ts';

/** Expected time until a running job ends, by its estimate and what the last runs taught. */
export function remainingMs(
  { startedAt, estimatedMs, loads }: Pick<Job, 'startedAt' | 'estimatedMs' | 'loads'>,
  { now, paces }: { readonly now: Date; readonly paces: Paces },
): number {
  const startedAtMs = (startedAt ?? now).getTime();
  const elapsedMs = now.getTime() - startedAtMs;
  return Math.max(0, Math.round(expectedRunMs(paces, { loads, costMs: estimatedMs, startedAtMs }) - elapsedMs));
}
