import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { GalleryDeps } from '../operations/deps.ts';
import { purgeTrash } from '../operations/purge-trash.ts';
import { sweepDepartures } from '../operations/remove-gallery-of.ts';
import { pruneCounts } from '../operations/tend-counts.ts';

/** So long one can read who looked at a link. */
const VIEWS_KEPT_MS = 90 * 86_400_000;

/** A trash that was too large for its round is gone on with soon. */
const GO_ON_MS = 1_000;

/** Empties what is due from the trash, and removes what is over. */
export function keepTidy(deps: GalleryDeps, { logger, everyMs }: { logger: Logger; everyMs: number }): Rounds {
  const tidy = async (signal: AbortSignal) => {
    const { purged, isCut } = await purgeTrash(deps, { logger, signal });
    if (purged > 0) logger.info({ purged }, 'pictures left the trash for good');
    await pruneCounts(deps, { signal });
    await deps.archives.removeExpired(deps.now());
    await deps.guesses.removeExpired(deps.now());
    await deps.shares.removeViews(new Date(deps.now().getTime() - VIEWS_KEPT_MS));
    await sweepDepartures({ deps, signal });
    return isCut ? Math.min(GO_ON_MS, everyMs) : undefined;
  };
  return keepRounds(tidy, { name: 'emptying the trash', logger, everyMs });
}
