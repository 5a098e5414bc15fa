import { setTimeout as delay } from 'node:timers/promises';
import { abortError, EngineError } from '../engine-error.ts';

/** Rings when a backend has news; what the news is, is asked. */
export class Bell {
  #ring = Promise.withResolvers<void>();

  ring(): void {
    this.#ring.resolve();
    this.#ring = Promise.withResolvers();
  }

  get rung(): Promise<void> {
    return this.#ring.promise;
  }
}

interface FollowOptions<T> {
  /** The outcome, or undefined as long as there is none. Rejects when there will be none. */
  readonly ask: () => Promise<T | undefined>;
  readonly bell: Bell;
  readonly signal: AbortSignal | undefined;
  readonly intervalMs: number;
  /** How long a backend may be away (restarting, cut off) before it is given up. */
  readonly patienceMs: number;
}

/**
 * Asks until there is an outcome, at intervals and whenever the bell rings. Events only ever hurry it: one that is late, lost or
 * sent twice changes nothing.
 */
export async function follow<T>({ ask, bell, signal, intervalMs, patienceMs }: FollowOptions<T>): Promise<T> {
  let awaySince: number | undefined;
  for (;;) {
    if (signal?.aborted) throw abortError(signal.reason);
    const rung = bell.rung;
    try {
      const outcome = await ask();
      if (outcome !== undefined) return outcome;
      awaySince = undefined;
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'UNREACHABLE') throw error;
      awaySince ??= performance.now();
      if (performance.now() - awaySince > patienceMs) throw error;
    }
    const pause = new AbortController();
    await Promise.race([
      rung,
      delay(intervalMs, undefined, { signal: pause.signal }).catch(() => undefined),
      aborted(signal, pause.signal),
    ]);
    pause.abort();
  }
}

function aborted(signal: AbortSignal | undefined, until: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(), { once: true, signal: until });
  });
}

/** The outcome of work that goes on regardless, or an `AbortError` as soon as nobody wants it any more. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const done = new AbortController();
  try {
    return await Promise.race([
      work,
      aborted(signal, done.signal).then((): never => {
        throw abortError(signal?.reason);
      }),
    ]);
  } finally {
    done.abort();
  }
}
