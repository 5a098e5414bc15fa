import type { EngineModel, ImageEngine, ImageRequest, ImageResult, ImageRunOptions } from '../contract.ts';
import { EngineError } from '../engine-error.ts';
import { createBreaker } from './breaker.ts';
import type { Breaker, BreakerOptions } from './breaker.ts';

/** A backend as the router sees it. */
export interface Seat {
  readonly engine: ImageEngine;
  /** Whether it answers at all: that it lists its models says nothing of whether it can paint with them. */
  readonly answers: Breaker;
  /** Whether it makes pictures with a model. One may be broken there while another is well. */
  paints(modelId: string | undefined): Breaker;
  models: EngineModel[];
  /** Pictures of ours that are there now. */
  running: number;
  /** What it said of its queue, ours included, when it was last asked. */
  load: number;
}

const REFRESH_TIMEOUT_MS = 5_000;

export function openSeat(engine: ImageEngine, options: BreakerOptions): Seat {
  const painting = new Map<string, Breaker>();
  // What an engine in this very process fails over is the request: one person's must not close it to all.
  const ofPainting = engine.discover ? options : { ...options, failuresMax: Infinity };
  const paints = (modelId = '') => {
    const known = painting.get(modelId) ?? createBreaker(ofPainting);
    painting.set(modelId, known);
    return known;
  };
  return { engine, answers: createBreaker(options), paints, models: engine.models(), running: 0, load: 0 };
}

/** Asks a backend what it has and how busy it is. Never rejects. */
export async function look(seat: Seat): Promise<void> {
  const { engine, answers } = seat;
  if (!engine.discover) {
    seat.models = engine.models();
    return;
  }
  if (!answers.allows()) return;
  try {
    const signal = AbortSignal.timeout(REFRESH_TIMEOUT_MS);
    seat.models = await engine.discover(signal);
    seat.load = (await engine.load?.(signal)) ?? seat.running;
    answers.succeeded();
  } catch {
    answers.failed();
  }
}

/** Whether a run with this model may begin there now. One that is let in must be run. */
export function admits(seat: Seat, modelId: string | undefined): boolean {
  const painting = seat.paints(modelId);
  if (!painting.allows()) return false;
  if (seat.answers.allows()) return true;
  painting.leftOpen();
  return false;
}

export async function runAt(seat: Seat, request: ImageRequest, options: ImageRunOptions): Promise<ImageResult> {
  seat.running += 1;
  seat.load += 1;
  try {
    const result = await seat.engine.run(request, options);
    seat.answers.succeeded();
    seat.paints(request.modelId).succeeded();
    return result;
  } catch (error) {
    learn(seat, request.modelId, { error, reason: options.signal?.reason as unknown });
    throw error;
  } finally {
    seat.running -= 1;
    seat.load = Math.max(0, seat.load - 1);
  }
}

/** What says that the backend broke over its work, and not that the request was wrong. */
const BROKEN: ReadonlySet<string> = new Set(['FAILED', 'TIMED_OUT']);

/** What a run that did not succeed says of its backend. `reason`: why it was aborted, if it was. */
function learn(
  seat: Seat,
  modelId: string | undefined,
  { error, reason }: { readonly error: unknown; readonly reason: unknown },
): void {
  const painting = seat.paints(modelId);
  const code = error instanceof EngineError ? error.code : undefined;
  if (code === 'UNREACHABLE') seat.answers.failed();
  else if (code === undefined) seat.answers.leftOpen();
  else seat.answers.succeeded();
  // A run that is aborted says nothing of the backend, unless its time was up.
  const isLate = code === undefined && reason instanceof Error && reason.name === 'TimeoutError';
  if (isLate || (code !== undefined && BROKEN.has(code))) painting.failed();
  else painting.leftOpen();
}
