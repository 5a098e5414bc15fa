import type { Logger } from '@modu/logger';
import { doKinds, keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { Turn } from '../operations/batch-by-batch.ts';
import type { AssetsDeps } from '../operations/deps.ts';
import { emptyTrash, removeEndedArchives } from '../operations/empty-trash.ts';
import { expireUploads, sweepBytes } from '../operations/expire-uploads.ts';
import { forgetDeparted, forgetFiles } from '../operations/forget-records.ts';
import { auditStorage } from '../operations/reconcile-storage.ts';
import { settleMoves } from '../operations/settle-moves.ts';
import { createBucketWalk } from './walk-bucket.ts';

/** So many small pictures of before are asked for at a time, and so many large ones, of which each is a whole picture decoded. */
const MISSING = [
  { purpose: 'IMAGE_THUMBNAIL', limit: 1_000 },
  { purpose: 'IMAGE_ORIGINAL', limit: 100 },
] as const;
/** They are spread over most of the minute until the next round: they are made where nothing new waits. */
const SPREAD_MS = 50_000;

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
  };
  const done = await doKinds(kinds, { name: 'tidying uploads', logger, signal: turn?.signal });
  if (Object.keys(done).length > 0) logger.info(done, 'uploads tidied');
}

async function askForPreviews({ previews, deriveBell, now }: AssetsDeps): Promise<number> {
  let due = 0;
  for (const missing of MISSING) due += await previews.dueMissing({ ...missing, now: now(), withinMs: SPREAD_MS });
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
