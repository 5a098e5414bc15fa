import { availableParallelism } from 'node:os';
import type { ImageEngine, ImageRequest, ImageResult, ImageRunOptions } from '../contract.ts';
import { abortError, EngineError } from '../engine-error.ts';
import { parseImageRequest } from '../image-request.ts';
import { assertSources } from '../pictures/picture-head.ts';
import { SKETCH_MODEL } from './model.ts';
import { openStudio, type Run, type StudioOptions } from './studio.ts';

export type SketchOptions = Partial<StudioOptions>;

const DEFAULTS: StudioOptions = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  queueMax: 32,
  runTimeoutMs: 120_000,
  waitTimeoutMs: 300_000,
  graceMs: 600,
};

/** Waits for a run, or for its signal: an abort is answered at once, and the worker stops behind it. */
async function finished(run: Run, signal: AbortSignal | undefined) {
  if (!signal) return run.done;
  let leave = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => {
      run.stop();
      reject(abortError(signal.reason));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    leave = () => signal.removeEventListener('abort', onAbort);
  });
  return Promise.race([run.done, aborted]).finally(leave);
}

/**
 * The built-in engine: a procedural painter in worker threads. Deterministic in (prompt, negative prompt, seed, size, steps),
 * byte for byte. Rejects with `EngineError` BUSY when `threads + queueMax` runs are under way.
 */
export function createSketchEngine(options: SketchOptions = {}): ImageEngine {
  const settings: StudioOptions = { ...DEFAULTS, ...options };
  const studio = openStudio(settings);
  let closing: Promise<void> | undefined;

  async function run(asked: ImageRequest, { signal, onProgress }: ImageRunOptions = {}): Promise<ImageResult> {
    if (closing) throw new EngineError('CLOSED', 'The engine has been shut down.');
    const request = parseImageRequest(asked, SKETCH_MODEL);
    if (signal?.aborted) throw abortError(signal.reason);
    await assertSources(request);
    if (closing) throw new EngineError('CLOSED', 'The engine has been shut down.');
    if (signal?.aborted) throw abortError(signal.reason);
    if (studio.busy >= settings.threads + settings.queueMax)
      throw new EngineError('BUSY', 'Too many pictures are waiting; try again in a moment.');
    const outcome = await finished(studio.start(request, onProgress ?? (() => {})), signal);
    if (outcome.kind === 'cancelled')
      throw new EngineError('CLOSED', 'The engine was shut down before the picture was finished.');
    if (outcome.kind === 'refused') throw new EngineError('INVALID_REQUEST', outcome.message);
    const { width, height } = request;
    return { bytes: outcome.bytes, contentType: 'image/png', width, height, metadata: outcome.metadata };
  }

  return {
    id: 'sketch',
    name: SKETCH_MODEL.name,
    models: () => [structuredClone(SKETCH_MODEL)],
    run,
    close: () => (closing ??= studio.close()),
  };
}
