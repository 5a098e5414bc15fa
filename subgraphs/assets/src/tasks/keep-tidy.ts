import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
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

/** One round of what heals and clears away, each kind by itself: one that fails stops no other. Safe to run in many processes at once. */
export async function tidyOnce(deps: AssetsDeps, logger: Logger, turn?: Turn): Promise<void> {
  const kinds = {
    expired: () => expireUploads(deps, turn),
    swept: () => sweepBytes(deps, turn),
    settled: () => settleMoves(deps),
    emptied: () => emptyTrash(deps, turn),
    ended: () => removeEndedArchives(deps, turn),
    forgotten: () => forgetFiles(deps, turn),
    departed: () => forgetDeparted(deps),
    previews: () => askForPreviews(deps),
    corrected: () => correctStorage(deps, logger),
  } satisfies Record<string, () => Promise<number | void>>;
  const done: Record<string, number> = {};
  for (const [kind, tidy] of Object.entries(kinds)) {
    if (turn?.signal?.aborted) return;
    try {
      const count = await tidy();
      if (count) done[kind] = count;
    } catch (error) {
      logger.error({ err: error, kind }, 'tidying uploads failed; the next round tries again');
    }
  }
  if (Object.keys(done).length > 0) logger.info(done, 'uploads tidied');
}

async function askForPreviews({ previews, deriveBell, now }: AssetsDeps): Promise<number> {
  const due = await previews.dueMissing({ now: now(), limit: PREVIEWS_AT_ONCE });
  if (due > 0) deriveBell.ring();
  return due;
}

async function correctStorage(deps: AssetsDeps, logger: Logger): Promise<void> {
  const corrected = await auditStorage(deps);
  if (corrected.length > 0) logger.warn({ corrected }, 'storage figures were wrong and have been corrected');
}

/** Tidies at once and then every `everyMs`. */
export function keepTidy(deps: AssetsDeps, { logger, everyMs }: { logger: Logger; everyMs: number }): Rounds {
  const walk = createBucketWalk(deps, logger);
  const tidy = async (signal: AbortSignal) => {
    await tidyOnce(deps, logger, { signal });
    await walk.step();
  };
  return keepRounds(tidy, { name: 'tidying uploads', logger, everyMs });
}
