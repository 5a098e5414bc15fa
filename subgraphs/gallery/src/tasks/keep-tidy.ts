import type { Logger } from '@modu/logger';
import { doKinds, keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { GalleryDeps } from '../operations/deps.ts';
import { purgeTrash } from '../operations/purge-trash.ts';
import { sweepDepartures } from '../operations/remove-gallery-of.ts';
import { pruneCounts } from '../operations/tend-counts.ts';

/** So long one can read who looked at a link. */
const VIEWS_KEPT_MS = 90 * 86_400_000;

/** A trash that was too large for its round is gone on with soon. */
const GO_ON_MS = 1_000;

/** Empties what is due from the trash, and removes what is over; each kind by itself, so that one which fails stops no other. */
export function keepTidy(deps: GalleryDeps, { logger, everyMs }: { logger: Logger; everyMs: number }): Rounds {
  const tidy = async (signal: AbortSignal) => {
    let isTrashCut = false;
    const kinds = {
      purged: async () => {
        const { purged, isCut } = await purgeTrash(deps, { logger, signal });
        isTrashCut = isCut;
        return purged;
      },
      counts: () => pruneCounts(deps, { signal }),
      archives: () => deps.archives.removeExpired(deps.now()),
      guesses: () => deps.guesses.removeExpired(deps.now()),
      views: () => deps.shares.removeViews(new Date(deps.now().getTime() - VIEWS_KEPT_MS)),
      departures: () => sweepDepartures({ deps, signal }),
    };
    const done = await doKinds(kinds, { name: 'tidying pictures', logger, signal });
    if (Object.keys(done).length > 0) logger.info(done, 'pictures tidied');
    return isTrashCut ? Math.min(GO_ON_MS, everyMs) : undefined;
  };
  return keepRounds(tidy, { name: 'tidying pictures', logger, everyMs });
}
