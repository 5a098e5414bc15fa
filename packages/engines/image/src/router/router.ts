import type { EngineModel, ImageEngine, ImageRequest, ImageResult, ImageRunOptions } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import { createBreaker } from './breaker.ts';
import type { Breaker, BreakerOptions } from './breaker.ts';

/** A model with what can be said of it right now. */
export interface ModelState {
  readonly model: EngineModel;
  readonly engineName: string;
  /** Whether a backend that has it answers. */
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

interface Seat {
  readonly engine: ImageEngine;
  readonly breaker: Breaker;
  models: EngineModel[];
  /** Pictures of ours that are there now. */
  running: number;
  /** What it said of its queue, ours included, when it was last asked. */
  load: number;
}

const REFRESH_TIMEOUT_MS = 5_000;
/** What says something of the backend and not of the request. */
const BACKEND_AT_FAULT: ReadonlySet<string> = new Set(['UNREACHABLE', 'TIMED_OUT']);

async function look(seat: Seat): Promise<void> {
  const { engine, breaker } = seat;
  if (!engine.discover) {
    seat.models = engine.models();
    return;
  }
  if (!breaker.allows()) return;
  try {
    const signal = AbortSignal.timeout(REFRESH_TIMEOUT_MS);
    seat.models = await engine.discover(signal);
    seat.load = (await engine.load?.(signal)) ?? seat.running;
    breaker.succeeded();
  } catch {
    breaker.failed();
  }
}

const hasModel = (seat: Seat, id: string | undefined) => !id || seat.models.some((model) => model.id === id);

/** The backends that have the model, the least busy first; those whose breaker is open are left out. */
function candidates(seats: readonly Seat[], modelId: string | undefined): Seat[] {
  return seats
    .filter((seat) => hasModel(seat, modelId))
    .toSorted((a, b) => Math.max(a.load, a.running) - Math.max(b.load, b.running));
}

async function runAt(seat: Seat, request: ImageRequest, options: ImageRunOptions): Promise<ImageResult> {
  seat.running += 1;
  seat.load += 1;
  try {
    const result = await seat.engine.run(request, options);
    seat.breaker.succeeded();
    return result;
  } catch (error) {
    if (error instanceof EngineError && BACKEND_AT_FAULT.has(error.code)) seat.breaker.failed();
    // A refusal or an abort shows that it answers; a breaker that was trying must not try for ever.
    else seat.breaker.succeeded();
    throw error;
  } finally {
    seat.running -= 1;
    seat.load = Math.max(0, seat.load - 1);
  }
}

/**
 * Sends each request to the least busy backend that has its model. One that does not answer is skipped for another; when none
 * is left the request is refused with UNREACHABLE, and as soon as one answers again it is used again.
 */
export function createEngineRouter({ backends, refreshMs = 10_000, breaker = {} }: RouterOptions): EngineRouter {
  const seats: Seat[] = backends.map((engine) => {
    const models = engine.models();
    return { engine, breaker: createBreaker(breaker), models, running: 0, load: 0 };
  });
  const refresh = async () => void (await Promise.all(seats.map(look)));
  const timer = refreshMs > 0 ? setInterval(() => void refresh(), refreshMs).unref() : undefined;
  const states = (): ModelState[] => {
    const byId = new Map<string, ModelState>();
    for (const { models, engine, breaker: gate } of seats)
      for (const model of models) {
        const before = byId.get(model.id);
        byId.set(model.id, { model, engineName: engine.name, available: gate.closed || before?.available === true });
      }
    return [...byId.values()];
  };

  async function run(request: ImageRequest, options: ImageRunOptions = {}): Promise<ImageResult> {
    if (candidates(seats, request.modelId).length === 0) await refresh();
    let last: unknown;
    let heard = false;
    const onProgress: NonNullable<ImageRunOptions['onProgress']> = (progress) => {
      heard = true;
      options.onProgress?.(progress);
    };
    for (const seat of candidates(seats, request.modelId)) {
      if (!seat.breaker.allows()) continue;
      try {
        return await runAt(seat, request, { ...options, onProgress });
      } catch (error) {
        last = error;
        const elsewhere = error instanceof EngineError && (error.code === 'UNREACHABLE' || error.code === 'BUSY');
        if (!elsewhere || heard) throw error;
      }
    }
    throw last ?? new EngineError('UNREACHABLE', 'No backend that has this model answers right now.');
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
