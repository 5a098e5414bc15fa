import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import type { RunningModules } from '@modu/module';

export interface Stopping {
  readonly servers: {
    /** Lets answers and sockets that are open end, and ends them after the grace. */
    stop(options: { readonly graceMs: number }): Promise<unknown>;
  };
  readonly modules: Pick<RunningModules, 'stop'>;
  /** What everything else used, in the order of closing. */
  readonly rest: () => Promise<void>;
  readonly logger: Logger;
  /** How long servers and modules may take together. */
  readonly timeoutMs: number;
}

/** For answers that are under way. What a client holds open has no end of its own. */
const GRACE_MS = 5_000;
/** Among the rest are the embedded servers, which write to disk what they hold. */
const REST_MS = 8_000;

/**
 * Ends a host in its order: servers, modules, what they used. Each has its time, and what does not end in it is left behind: a stop
 * that waits for one client would end in a kill, and nothing that runs would be handed back.
 */
export async function stopHost({ servers, modules, rest, logger, timeoutMs }: Stopping): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  const graceMs = Math.min(GRACE_MS, timeoutMs / 4);
  const inTime = async (what: string, work: Promise<unknown>, waitMs: number) => {
    try {
      const outcome = await Promise.race([work, delay(waitMs, 'late' as const, { ref: false })]);
      if (outcome === 'late') logger.error(`${what} did not end in time`);
    } catch (error) {
      logger.error({ err: error }, `${what} failed while stopping`);
    }
  };
  await inTime('the servers', servers.stop({ graceMs }), 2 * graceMs);
  await modules.stop({ timeoutMs: Math.max(0, deadlineMs - Date.now()) });
  await inTime('what the modules used', rest(), REST_MS);
}
