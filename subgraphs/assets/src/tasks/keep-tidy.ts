import type { Logger } from '@modu/logger';
import type { Turn } from '../operations/batch-by-batch.ts';
import type { AssetsDeps } from '../operations/deps.ts';
import { emptyTrash, removeEndedArchives } from '../operations/empty-trash.ts';
import { expireUploads, sweepBytes } from '../operations/expire-uploads.ts';
import { forgetDeparted, forgetFiles } from '../operations/forget-records.ts';
import { auditStorage } from '../operations/reconcile-storage.ts';
import { settleMoves } from '../operations/settle-moves.ts';
import { createBucketWalk } from './walk-bucket.ts';

/** So many small pictures of before are made in a round. */
const PREVIEWS_AT_ONCE = 1_000;

/** One round of what heals and clears away; safe to run in many processes at once. */
export async function tidyOnce(deps: AssetsDeps, logger: Logger, turn?: Turn): Promise<void> {
  const expired = await expireUploads(deps, turn);
  const swept = await sweepBytes(deps, turn);
  const settled = await settleMoves(deps);
  const emptied = (await emptyTrash(deps, turn)) + (await removeEndedArchives(deps, turn));
  const forgotten = await forgetFiles(deps, turn);
  await forgetDeparted(deps);
  const due = await deps.previews.dueMissing({ now: deps.now(), limit: PREVIEWS_AT_ONCE });
  if (due > 0) deps.deriveBell.ring();
  const corrected = await auditStorage(deps);
  const done = { expired, swept, settled, emptied, forgotten, previews: due };
  if (Object.values(done).some((count) => count > 0)) logger.info(done, 'uploads tidied');
  if (corrected.length > 0) logger.warn({ corrected }, 'storage figures were wrong and have been corrected');
}

export interface TidyLoop {
  /** Resolves when the round that runs has ended. */
  stop(): Promise<void>;
}

/** Tidies at once and then every `everyMs`; a round that fails is logged, the next one starts all the same. */
export function keepTidy(deps: AssetsDeps, { logger, everyMs }: { logger: Logger; everyMs: number }): TidyLoop {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const walk = createBucketWalk(deps, logger);
  const run = () => {
    round = tidyOnce(deps, logger, { signal: stopping.signal })
      .then(() => walk.step())
      .catch((error: unknown) => logger.error({ err: error }, 'tidying uploads failed'))
      .then(() => {
        if (!stopping.signal.aborted) timer = setTimeout(run, everyMs);
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
