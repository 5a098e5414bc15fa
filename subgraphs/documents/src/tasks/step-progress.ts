import type { Bus } from '@modu/bus';
import { jobProgressChannel } from '@modu/jobs/contracts';
import type { Logger } from '@modu/logger';
import type { Run } from '@modu/paid-work';

/** Tells how far a run is, in whatever it counts: parts, blocks, characters, seconds. */
export type StepProgress = (done: number, total: number) => void;

/** More often than this no eye can follow. */
const INTERVAL_MS = 100;

/** Fire and forget: whoever misses a step sees the next. The time left is foretold by the pace so far. */
export function createStepProgress(
  { bus, logger }: { readonly bus: Bus; readonly logger: Logger },
  { jobId, ownerId, attempt, estimatedMs }: Run,
  now: () => number = () => performance.now(),
): StepProgress {
  const startedAt = now();
  let toldAt = Number.NEGATIVE_INFINITY;
  let first: number | undefined;
  return (done, total) => {
    first ??= done;
    if (done < total && now() - toldAt < INTERVAL_MS) return;
    toldAt = now();
    const paceMs = done > first ? (toldAt - startedAt) / (done - first) : estimatedMs / total;
    const etaMs = Math.max(0, Math.round(paceMs * (total - done)));
    const progress = {
      jobId,
      ownerId,
      attempt,
      step: done,
      stepsTotal: Math.max(1, total),
      progress: total > 0 ? done / total : 0,
      etaMs,
    };
    bus
      .publish(jobProgressChannel, progress)
      .catch((error: unknown) => logger.debug({ jobId, err: error }, 'progress was not heard'));
  };
}
