import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import type { Child } from './child.ts';

/** Settles when the server at this port answers, whatever it answers. */
export type Ping = (port: number, signal: AbortSignal) => Promise<void>;

/** When a server counts as hung. */
export interface Liveness {
  readonly everyMs: number;
  readonly timeoutMs: number;
  /** Questions without an answer, one after another; counted, so that a machine that slept ends nobody. */
  readonly missesMax: number;
}

/** Together more than the 120 s that one scan of the embedded MongoDB may take, in which it answers nobody. */
const LIVENESS: Liveness = { everyMs: 10_000, timeoutMs: 30_000, missesMax: 5 };

/** Asks a running server now and then whether it is there, and ends it when it stays away. Settles when it is gone. */
export async function endWhenHung(
  child: Child,
  options: Partial<Liveness> & { readonly name: string; readonly ping: Ping; readonly logger: Logger },
): Promise<void> {
  const { everyMs, timeoutMs, missesMax } = { ...LIVENESS, ...options };
  const gone = new AbortController();
  void child.exited.then(() => gone.abort());
  for (let misses = 0; !gone.signal.aborted;) {
    await sleep(everyMs, undefined, { signal: gone.signal, ref: false }).catch(() => {});
    const late = AbortSignal.timeout(timeoutMs);
    // A connection that is turned away was seen too: only silence counts.
    await options.ping(child.port, AbortSignal.any([gone.signal, late])).catch(() => {});
    misses = late.aborted ? misses + 1 : 0;
    if (gone.signal.aborted || misses < missesMax) continue;
    options.logger.error({ server: options.name, misses }, 'a server answers nobody any more: it is ended');
    await child.stop();
    return;
  }
}
