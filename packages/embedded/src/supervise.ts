import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import type { Child } from './child.ts';
import type { Liveness, Ping } from './liveness.ts';
import { endWhenHung } from './liveness.ts';

export interface SuperviseOptions {
  readonly name: string;
  /** Starts the process and settles when it serves. Called again after an unexpected end. */
  readonly start: (stopping: AbortSignal) => Promise<Child>;
  /** Ends the first start before it is through; `stop` ends later ones. */
  readonly stopping?: AbortSignal;
  readonly logger: Logger;
  /** Told once, when the process ended too often to try again. */
  readonly onFailed: (error: Error) => void;
  /** Settles when the server answers; without it, only a server that ended is started again. */
  readonly ping?: Ping;
  readonly liveness?: Partial<Liveness>;
  readonly restartsMax?: number;
  readonly windowMs?: number;
}

export interface Supervised {
  child(): Child;
  stop(): Promise<void>;
}

const RESTARTS_MAX = 5;
const WINDOW_MS = 60_000;
const BACKOFF_FIRST_MS = 50;
const BACKOFF_MAX_MS = 5_000;

/** Starts a process (a failure of the first start is thrown) and starts it again whenever it ends without being asked to. */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  const stopping = new AbortController();
  let child = await options.start(options.stopping ?? stopping.signal);
  const watching = watch(options, stopping.signal, {
    current: () => child,
    replace: (next) => {
      child = next;
    },
  });
  return {
    child: () => child,
    async stop() {
      stopping.abort();
      await child.stop();
      await watching; // A restart may have been under way: the watcher stops what it started.
    },
  };
}

interface Slot {
  current(): Child;
  replace(child: Child): void;
}

async function watch(options: SuperviseOptions, stopping: AbortSignal, slot: Slot): Promise<void> {
  const { name, logger, onFailed, restartsMax = RESTARTS_MAX, windowMs = WINDOW_MS } = options;
  let restarts: number[] = [];
  let reason = await endOf(slot.current(), options);
  while (!stopping.aborted) {
    restarts = restarts.filter((at) => at > Date.now() - windowMs);
    if (restarts.length >= restartsMax) {
      onFailed(new Error(`${name} ended ${restarts.length + 1} times within ${windowMs / 1000} s. Last: ${reason}`));
      return;
    }
    logger.warn({ server: name, reason }, 'a server ended unexpectedly and is started again');
    await sleep(backoffMs(restarts.length), undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
    restarts.push(Date.now());
    reason = await restart(options, stopping, slot);
  }
}

/** Settles with why the restarted process ended, or why it could not start. */
async function restart(options: SuperviseOptions, stopping: AbortSignal, slot: Slot): Promise<string> {
  try {
    const child = await options.start(stopping);
    slot.replace(child);
    if (stopping.aborted) await child.stop();
    return await endOf(child, options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Settles with why a running process ended; one that hangs is ended. */
async function endOf(child: Child, { name, ping, liveness, logger }: SuperviseOptions): Promise<string> {
  if (ping) void endWhenHung(child, { ...liveness, name, ping, logger });
  return child.exited;
}

function backoffMs(restarts: number): number {
  return Math.min(BACKOFF_FIRST_MS * 4 ** restarts, BACKOFF_MAX_MS);
}
