import type { Logger } from '@modu/logger';
import type { LeftoverStore } from '../store/leftover-store.ts';

export interface Sweep {
  /** Ends after the round that runs. */
  stop(): Promise<void>;
}

const INTERVAL_MS = 3_600_000;

/** Removes what is over, so that no table grows for ever; where people were signed in is personal. */
export function startSweep(
  { leftovers }: { readonly leftovers: LeftoverStore },
  { logger, intervalMs = INTERVAL_MS }: { readonly logger: Logger; readonly intervalMs?: number },
): Sweep {
  let round: Promise<void> | undefined;

  const sweep = async (): Promise<void> => {
    try {
      const removed = await leftovers.deleteExpired(new Date());
      if (removed > 0) logger.info({ removed }, 'sessions, proofs and letters that were over are removed');
    } catch (error) {
      logger.error({ err: error }, 'the sweep failed; the next round tries again');
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
