import { MongoError } from '../mongo-error.ts';

/** Scans longer than this are stopped even when the client set no `maxTimeMS`: this server answers one query at a time. */
const scanMaxMs = 120_000;

/** The time a command may still take; the time between two batches of a cursor does not count. */
export class Deadline {
  #endsAt: number;

  constructor(maxTimeMs: number | undefined) {
    this.#endsAt = performance.now() + (maxTimeMs ? Math.min(maxTimeMs, scanMaxMs) : scanMaxMs);
  }

  /** Begins anew, for the next batch of a cursor. */
  restart(maxTimeMs: number | undefined): void {
    this.#endsAt = performance.now() + (maxTimeMs ? Math.min(maxTimeMs, scanMaxMs) : scanMaxMs);
  }

  /** Throws MaxTimeMSExpired (50) when the time is over. */
  check(): void {
    if (performance.now() > this.#endsAt) throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}
