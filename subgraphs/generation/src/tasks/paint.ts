import type { ImageEngine, ImageResult } from '@modu/engine-image';
import type { TextToImage } from '../contracts.ts';
import { pngSize } from '../domain/picture.ts';
import type { ProgressReporter } from './progress-reporter.ts';
import { RunFailure } from './run-failure.ts';

interface PaintOptions {
  readonly engine: ImageEngine;
  readonly wish: TextToImage;
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
  const { engine, wish, estimatedMs, signal, report } = options;
  const deadline = AbortSignal.timeout(options.timeoutMs ?? Math.max(TIMEOUT_MIN_MS, estimatedMs * TIMEOUT_FACTOR));
  const stop = AbortSignal.any([signal, deadline]);
  const { negativePrompt, prompt, width, height, seed, steps } = wish;
  const request = {
    ...{ prompt, width, height, seed, steps, task: 'TEXT_TO_IMAGE' as const },
    ...(negativePrompt ? { negativePrompt } : {}),
  };
  try {
    const result = await orAbort(engine.run(request, { signal: stop, onProgress: report }), stop);
    assertPicture(result, wish);
    return result;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (deadline.aborted) throw new RunFailure('ENGINE_TIMEOUT', { retryable: true, cause: error });
    throw error;
  }
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

function assertPicture({ bytes }: ImageResult, { width, height }: TextToImage): void {
  const size = pngSize(bytes);
  if (size?.width === width && size.height === height) return;
  const seen = size ? `a picture of ${size.width} × ${size.height}` : 'no picture';
  throw new RunFailure('ENGINE_FAILED', { retryable: true, cause: new Error(`The engine sent ${seen}.`) });
}
