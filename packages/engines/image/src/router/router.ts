import type { EngineModel, ImageEngine, ImageRequest, ImageResult, ImageRunOptions } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import type { BreakerOptions } from './breaker.ts';
import { admits, look, openSeat, runAt } from './seat.ts';
import type { Seat } from './seat.ts';

/** A model with what can be said of it right now. */
export interface ModelState {
  readonly model: EngineModel;
  readonly engineName: string;
  /** Whether a backend that has it answers, and has not failed with it again and again. */
  readonly available: boolean;
}

/** Several backends as one engine. */
export interface EngineRouter extends ImageEngine {
  states(): ModelState[];
  /** Asks all backends what they have and how busy they are. Never rejects. */
  refresh(): Promise<void>;
}

export interface RouterOptions {
  /** In the order their models are offered. */
  readonly backends: readonly ImageEngine[];
  /** How often backends are looked at; 0 for never. */
  readonly refreshMs?: number;
  readonly breaker?: BreakerOptions;
}

const hasModel = (seat: Seat, id: string | undefined) => !id || seat.models.some((model) => model.id === id);

/** The backends that have the model: first those that have not failed with it lately, the least busy first. */
function candidates(seats: readonly Seat[], modelId: string | undefined): Seat[] {
  const rank = (seat: Seat) => (seat.paints(modelId).failedLately ? 1 : 0);
  return seats
    .filter((seat) => hasModel(seat, modelId))
    .toSorted((a, b) => rank(a) - rank(b) || Math.max(a.load, a.running) - Math.max(b.load, b.running));
}

/**
 * Sends each request to the least busy backend that has its model, and to one that has failed with it lately only when there is no other: it
 * fails fast, so that it would always seem idle. One that does not answer is skipped for another; when none is left the request is refused
 * with UNREACHABLE, and as soon as one answers again it is used again.
 */
export function createEngineRouter({ backends, refreshMs = 10_000, breaker = {} }: RouterOptions): EngineRouter {
  const seats = backends.map((engine) => openSeat(engine, breaker));
  const refresh = async () => void (await Promise.all(seats.map(look)));
  const timer = refreshMs > 0 ? setInterval(() => void refresh(), refreshMs).unref() : undefined;
  const states = (): ModelState[] => {
    const byId = new Map<string, ModelState>();
    for (const { models, engine, answers, paints } of seats)
      for (const model of models) {
        const isWell = answers.closed && paints(model.id).closed;
        const available = isWell || byId.get(model.id)?.available === true;
        byId.set(model.id, { model, engineName: engine.name, available });
      }
    return [...byId.values()];
  };

  async function run(request: ImageRequest, options: ImageRunOptions = {}): Promise<ImageResult> {
    if (candidates(seats, request.modelId).length === 0) await refresh();
    /** One that may have been given the request comes before one that is not there. */
    let problem: EngineError | undefined;
    let heard = false;
    const onProgress: NonNullable<ImageRunOptions['onProgress']> = (progress) => {
      heard = true;
      options.onProgress?.(progress);
    };
    for (const seat of candidates(seats, request.modelId)) {
      if (!admits(seat, request.modelId)) continue;
      try {
        return await runAt(seat, request, { ...options, onProgress });
      } catch (error) {
        const elsewhere = error instanceof EngineError && (error.code === 'UNREACHABLE' || error.code === 'BUSY');
        if (!elsewhere || heard) throw error;
        if (!problem || problem.isAway) problem = error;
      }
    }
    if (problem) throw problem;
    throw new EngineError('UNREACHABLE', 'No backend that has this model answers right now.', { isAway: true });
  }

  return {
    ...{ id: 'router', name: 'Engines', states, refresh, run },
    models: () => states().map(({ model }) => model),
    close: async () => {
      clearInterval(timer);
      await Promise.all(seats.map(({ engine }) => engine.close()));
    },
  };
}
