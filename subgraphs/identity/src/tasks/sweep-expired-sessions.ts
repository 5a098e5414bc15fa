import type { Logger } from '@modu/logger';
import type { SessionStore } from '../store/session-store.ts';

export interface SessionSweep {
  /** Ends after the round that runs. */
  stop(): Promise<void>;
}

const INTERVAL_MS = 3_600_000;

/** Removes sessions that are over, so that the table does not grow for ever; where people were signed in is personal. */
export function startSessionSweep(
  sessions: SessionStore,
  { logger, intervalMs = INTERVAL_MS }: { readonly logger: Logger; readonly intervalMs?: number },
): SessionSweep {
  let round: Promise<void> | undefined;

  const sweep = async (): Promise<void> => {
    try {
      const removed = await sessions.deleteExpired(new Date());
      if (removed > 0) logger.info({ removed }, 'sessions that were over are removed');
    } catch (error) {
      logger.error({ err: error }, 'the sweep of sessions failed; the next round tries again');
    }
  };
  const timer = setInterval(() => {
    round ??= sweep().finally(() => (round = undefined));
  }, intervalMs);

  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
