import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { LeftoverStore } from '../store/leftover-store.ts';

const INTERVAL_MS = 3_600_000;

/** Removes what is over, so that no table grows for ever; where people were signed in is personal. */
export function startSweep(
  { leftovers }: { readonly leftovers: LeftoverStore },
  { logger, intervalMs = INTERVAL_MS }: { readonly logger: Logger; readonly intervalMs?: number },
): Rounds {
  const sweep = async () => {
    const removed = await leftovers.deleteExpired(new Date());
    if (removed > 0) logger.info({ removed }, 'sessions, proofs and letters that were over are removed');
  };
  return keepRounds(sweep, { name: 'the sweep', logger, everyMs: intervalMs, firstMs: intervalMs });
}
