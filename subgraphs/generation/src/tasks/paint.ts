import { EngineError, NEURAL_TIMEOUTS } from '@modu/engine-image';
import type { ImageEngine, ImageProgress, ImageRequest, ImageResult } from '@modu/engine-image';
import { RunFailure } from '@modu/paid-work';
import type { ImageJob } from '../contracts.ts';
import { pictureOf } from '../domain/batch.ts';
import { pngSize } from '../domain/picture.ts';
import { readingOf } from '../domain/readings.ts';
import { openDeadline } from './deadline.ts';
import type { Sources } from './fetch-source.ts';
import type { ProgressReporter } from './progress-reporter.ts';

interface PaintOptions {
  readonly engine: ImageEngine;
  readonly job: ImageJob;
  /** Which of its pictures. */
  readonly index: number;
  readonly sources: Sources;
  readonly estimatedMs: number;
  readonly signal: AbortSignal;
  readonly report: ProgressReporter;
  readonly timeoutMs?: number;
}

const TIMEOUT_MIN_MS = 60_000;
const TIMEOUT_FACTOR = 20;
/** An engine has a second to stop when it is told to; then we stop waiting for it. */
const ABORT_GRACE_MS = 1_500;

/**
 * Lets the engine paint, within a deadline, and looks at what it brings: an engine that never answers, ignores its signal or
 * sends something else than was asked for fails the run.
 */
export async function paint(options: PaintOptions): Promise<ImageResult> {
  const { engine, job, signal, report } = options;
  const deadline = openDeadline(limitsOf(options));
  const stop = AbortSignal.any([signal, deadline.signal]);
  let hasBegun = false;
  const onProgress = (progress: ImageProgress) => {
    hasBegun = true;
    deadline.begins();
    report(progress);
  };
  const onWaiting = (ahead: number) => {
    deadline.waits(ahead);
    report.waits(ahead);
  };
  try {
    const heard = { signal: stop, onProgress, onWaiting };
    const result = await orAbort(engine.run(toRequest(options), heard), stop);
    assertPicture(result, job);
    return result;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    // Not tried again: its owner has waited long enough, and so have those behind it.
    if (deadline.signal.aborted) throw new RunFailure('ENGINE_TIMEOUT', { retryable: false, cause: error });
    // One that went away with the request may have gone because of it, or have made the picture.
    if (error instanceof EngineError && error.isAway && !hasBegun) {
      const { retryAfterMs } = error;
      throw new RunFailure('ENGINE_UNAVAILABLE', { retryable: true, isAbsence: true, retryAfterMs, cause: error });
    }
    throw error;
  } finally {
    deadline.end();
  }
}

function limitsOf({ engine, job, estimatedMs, timeoutMs }: PaintOptions): { runMs: number; waitMs: number } {
  if (timeoutMs !== undefined) return { runMs: timeoutMs, waitMs: timeoutMs };
  // One that is not known yet is elsewhere: those here are known from the start.
  const model = engine.models().find(({ id }) => id === job.modelId) ?? NEURAL_TIMEOUTS;
  const runMs = Math.max(model.runTimeoutMs ?? TIMEOUT_MIN_MS, estimatedMs * TIMEOUT_FACTOR);
  return { runMs, waitMs: model.waitTimeoutMs ?? runMs };
}

function toRequest({ job, index, sources }: PaintOptions): ImageRequest {
  const { task, modelId, width, height, steps, strength, factor } = job;
  const { seed } = pictureOf(job, index);
  const words = readingOf(job, index);
  return {
    ...{ task, modelId, prompt: words.prompt, width, height, seed, steps },
    ...(words.negativePrompt ? { negativePrompt: words.negativePrompt } : {}),
    ...(strength === null ? {} : { strength }),
    ...(factor === null ? {} : { factor }),
    ...sources,
  };
}

/** The work, or the signal's reason if the work goes on regardless. */
async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => {
    timer = setTimeout(() => reject(signal.reason as Error), ABORT_GRACE_MS);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  }
}

function assertPicture({ bytes }: ImageResult, { width, height }: ImageJob): void {
  const size = pngSize(bytes);
  if (size?.width === width && size.height === height) return;
  const seen = size ? `a picture of ${size.width} × ${size.height}` : 'no picture';
  throw new RunFailure('ENGINE_FAILED', { retryable: true, cause: new Error(`The engine sent ${seen}.`) });
}
