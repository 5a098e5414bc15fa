import type { Logger } from '@modu/logger';
import { sweepExpired } from '../operations/sweep-expired.ts';
import type { Ledger } from '../store/ledger.ts';

export interface HoldSweep {
  /** Ends after the round that runs. */
  stop(): Promise<void>;
}

const INTERVAL_MS = 5_000;

/**
 * Gives back what holds that nobody renewed keep, and takes out what expired grants left, every few seconds, one round at a time. Needs no queue: a round
 * that is missed is made up for by the next, in whichever process that runs.
 */
export function startHoldSweep(
  ledger: Ledger,
  { logger, intervalMs = INTERVAL_MS }: { readonly logger: Logger; readonly intervalMs?: number },
): HoldSweep {
  let round: Promise<void> | undefined;

  const sweep = async (): Promise<void> => {
    try {
      const freed = await sweepExpired(ledger);
      if (freed > 0) logger.info({ freedCredits: freed }, 'expired holds were given back');
    } catch (error) {
      logger.error({ err: error }, 'the sweep of expired holds failed; the next round tries again');
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
