import type { Logger } from '@modu/logger';
import type { GalleryDeps } from '../operations/deps.ts';
import { pruneWords } from '../operations/prune-words.ts';
import { purgeTrash } from '../operations/purge-trash.ts';
import { sweepDepartures } from '../operations/remove-gallery-of.ts';
import { pruneCounts } from '../operations/tend-counts.ts';

export interface TidyLoop {
  /** Resolves when the round that runs has ended. */
  stop(): Promise<void>;
}

/** So long one can read who looked at a link. */
const VIEWS_KEPT_MS = 90 * 86_400_000;

/** A trash that was too large for its round is gone on with soon. */
const GO_ON_MS = 1_000;

/** Empties what is due from the trash at once and then every `everyMs`; a round that fails is logged, the next one starts. */
export function keepTidy(deps: GalleryDeps, { logger, everyMs }: { logger: Logger; everyMs: number }): TidyLoop {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const run = () => {
    round = purgeTrash(deps, { logger, signal: stopping.signal })
      .then(async ({ purged, isCut }) => {
        if (purged > 0) logger.info({ purged }, 'pictures left the trash for good');
        await pruneWords(deps, { signal: stopping.signal });
        await pruneCounts(deps, { signal: stopping.signal });
        await deps.archives.removeExpired(deps.now());
        await deps.guesses.removeExpired(deps.now());
        await deps.shares.removeViews(new Date(deps.now().getTime() - VIEWS_KEPT_MS));
        await sweepDepartures({ deps, signal: stopping.signal });
        return isCut;
      })
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) logger.error({ err: error }, 'emptying the trash failed');
        return false;
      })
      .then((isMore) => {
        if (!stopping.signal.aborted) timer = setTimeout(run, isMore ? Math.min(GO_ON_MS, everyMs) : everyMs);
      });
  };
  run();
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await round;
    },
  };
}
