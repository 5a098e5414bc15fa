import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import { sweepExpired } from '../operations/sweep-expired.ts';
import type { Ledger } from '../store/ledger.ts';

const INTERVAL_MS = 5_000;

/**
 * Gives back what holds that nobody renewed keep, and takes out what expired grants left, every few seconds. Needs no queue: a round
 * that is missed is made up for by the next, in whichever process that runs.
 */
export function startHoldSweep(
  ledger: Ledger,
  { logger, intervalMs = INTERVAL_MS }: { readonly logger: Logger; readonly intervalMs?: number },
): Rounds {
  const sweep = async () => {
    const freed = await sweepExpired(ledger);
    if (freed > 0) logger.info({ freedCredits: freed }, 'expired holds were given back');
  };
  return keepRounds(sweep, { name: 'the sweep of expired holds', logger, everyMs: intervalMs, firstMs: intervalMs });
}
