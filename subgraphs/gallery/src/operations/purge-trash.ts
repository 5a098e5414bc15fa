import type { Logger } from '@modu/logger';
import type { Image } from '../domain/image.ts';
import type { GalleryDeps } from './deps.ts';

/** So long a picture waits in the trash. */
export const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;
const MARKED_AT_ONCE = 1_000;
const PURGED_AT_ONCE = 50;
/** So many files are asked to go at the same time. */
const FILES_AT_ONCE = 5;
/** Other tidying waits for a round: what is left of a large trash is for the next one. */
const ROUND_MS = 20_000;

type Deps = Pick<GalleryDeps, 'purges' | 'assets' | 'now'>;

interface Round {
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** What a round did. */
export interface Purge {
  readonly purged: number;
  /** Whether its time was over before the end of the line. */
  readonly isCut: boolean;
}

/**
 * One round of what ends the pictures' stay in the trash. Files first, then the row: whatever a crash leaves, the next
 * round finds the row and ends it. Each picture is tried once a round. Safe in many processes at once.
 */
export async function purgeTrash(deps: Deps, round: Round): Promise<Purge> {
  const until = deps.now();
  const isOver = () => round.signal.aborted || deps.now().getTime() - until.getTime() >= ROUND_MS;
  await markExpired(until, { deps, isOver });
  let purged = 0;
  let after: Image | undefined;
  while (!isOver()) {
    const batch = await deps.purges.listMarked({ until, limit: PURGED_AT_ONCE, after });
    const gone = await purgeAll(batch, deps, round);
    purged += gone;
    // A batch that failed whole says that assets is away: the next round tries the others.
    if (batch.length < PURGED_AT_ONCE || gone === 0) return { purged, isCut: false };
    after = batch.at(-1);
  }
  return { purged, isCut: true };
}

async function markExpired(now: Date, { deps, isOver }: { readonly deps: Deps; isOver(): boolean }): Promise<void> {
  const cutoff = new Date(now.getTime() - TRASH_DAYS * DAY_MS);
  let marked: number;
  do marked = await deps.purges.markExpired(cutoff, { now, limit: MARKED_AT_ONCE });
  while (marked === MARKED_AT_ONCE && !isOver());
}

/** @returns how many of them were removed. */
async function purgeAll(batch: readonly Image[], deps: Deps, round: Round): Promise<number> {
  const bare: string[] = [];
  for (let from = 0; from < batch.length && !round.signal.aborted; from += FILES_AT_ONCE) {
    const some = batch.slice(from, from + FILES_AT_ONCE);
    const areBare = await Promise.all(some.map((image) => removeFiles(image, deps, round)));
    bare.push(...some.flatMap(({ id }, at) => (areBare[at] ? id : [])));
  }
  if (bare.length > 0) await deps.purges.remove(bare);
  return bare.length;
}

async function removeFiles(
  { id, ownerId, assetId, thumbnailAssetId }: Image,
  { purges, assets, now }: Deps,
  { logger, signal }: Round,
): Promise<boolean> {
  try {
    for (const file of [assetId, thumbnailAssetId]) await assets.removeFile(file, { ownerId, signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    logger.warn({ err: error, imageId: id }, 'the files of a picture could not be removed; they are tried again');
    await purges.postpone(id, now());
    return false;
  }
}
