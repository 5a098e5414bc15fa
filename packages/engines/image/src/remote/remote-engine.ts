import type { EngineModel, ImageEngine, ImageRequest, ImageResult, ImageRunOptions } from '../contract.ts';
import { abortError, EngineError } from '../engine-error.ts';
import { parseImageRequest } from '../image-request.ts';
import { assertSources } from '../pictures/picture-head.ts';
import { finishPicture, prepareSources } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { openProgressTrack } from './progress-track.ts';
import type { ProgressTrack } from './progress-track.ts';
import { openWaitingTrack } from './waiting-track.ts';
import type { WaitingTrack } from './waiting-track.ts';

/** One request on its way to a backend. `Found` is what the backend knows a model by. */
export interface Order<Found> {
  readonly request: ImageRequest;
  readonly model: EngineModel;
  readonly found: Found;
  readonly prepared: Prepared;
  readonly track: ProgressTrack;
  readonly waiting: WaitingTrack;
  readonly signal: AbortSignal | undefined;
}

/** What sets one kind of backend apart from another. */
export interface Backend<Found> {
  readonly id: string;
  readonly name: string;
  discover(signal: AbortSignal): Promise<readonly { readonly model: EngineModel; readonly found: Found }[]>;
  load?(signal: AbortSignal): Promise<number>;
  /** Makes the picture; what it gives is cropped to size and, when a part was made anew, put into its source. */
  make(order: Order<Found>): Promise<{ readonly bytes: Uint8Array; readonly metadata: Record<string, unknown> }>;
}

const DISCOVER_TIMEOUT_MS = 10_000;

/** An engine of a backend elsewhere: the same checks, the same progress and the same finish for all of them. */
export function createRemoteEngine<Found>(backend: Backend<Found>): ImageEngine {
  const closing = new AbortController();
  let known: readonly { readonly model: EngineModel; readonly found: Found }[] = [];
  const models = () => known.map(({ model }) => structuredClone(model));
  const discover = async (signal: AbortSignal): Promise<EngineModel[]> => {
    known = await backend.discover(signal);
    return models();
  };
  const pick = async (modelId: string | undefined) => {
    const find = () => (modelId ? known.find(({ model }) => model.id === modelId) : known[0]);
    if (!find()) await discover(AbortSignal.timeout(DISCOVER_TIMEOUT_MS));
    const picked = find();
    if (!picked) throw new EngineError('UNREACHABLE', `${backend.name} does not have this model any more.`);
    return picked;
  };

  async function run(
    asked: ImageRequest,
    { signal, onProgress, onWaiting }: ImageRunOptions = {},
  ): Promise<ImageResult> {
    if (closing.signal.aborted) throw new EngineError('CLOSED', 'The engine has been shut down.');
    if (signal?.aborted) throw abortError(signal.reason);
    const { model, found } = await pick(asked.modelId);
    const request = parseImageRequest(asked, model);
    await assertSources(request);
    const prepared = await prepareSources(request, model.limits.sideMultiplePixels);
    const track = openProgressTrack({ steps: request.steps, onProgress });
    const waiting = openWaitingTrack(onWaiting);
    const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    try {
      const made = await backend.make({ request, model, found, prepared, track, waiting, signal: stop });
      const bytes = await finishPicture(made.bytes, request);
      if (stop.aborted) throw abortError(stop.reason);
      track.end();
      const { width, height, seed, steps } = request;
      const told = { engine: backend.id, model: model.id, neural: model.neural, seed, steps, width, height };
      return { bytes, contentType: 'image/png', width, height, metadata: { ...told, ...made.metadata } };
    } catch (error) {
      if (closing.signal.aborted && !signal?.aborted)
        throw new EngineError('CLOSED', 'The engine was shut down before the picture was finished.', { cause: error });
      if (signal?.aborted) throw abortError(signal.reason);
      throw error instanceof EngineError ? error : new EngineError('FAILED', 'The engine failed.', { cause: error });
    } finally {
      track.close();
    }
  }

  return {
    id: backend.id,
    name: backend.name,
    models,
    discover,
    ...(backend.load ? { load: (signal: AbortSignal) => backend.load!(signal) } : {}),
    run,
    close: () => Promise.resolve(closing.abort()),
  };
}
