import type { Logger } from '@modu/logger';
import { STALE_TAKEN } from '../store/stale.ts';
import type { Desk } from './desk.ts';

const STALE_AFTER_MS = 30 * 60_000;

type Unfinished = Pick<Desk, 'documents' | 'renditions' | 'clips' | 'transcripts' | 'jobs' | 'assets'>;
type Store = Unfinished['documents' | 'renditions' | 'clips' | 'transcripts'];

interface Begun {
  readonly id: string;
  readonly jobId: string;
  readonly ownerId: string;
}

/**
 * Removes what was begun by a job that ended without a result and whose worker could not clean up. What can't be removed now
 * is in nobody's way and is tried again in the next round. @returns how many.
 */
export async function clearUnfinished(
  desk: Unfinished,
  { logger, now }: { readonly logger: Logger; readonly now: Date },
): Promise<number> {
  const changedBefore = new Date(now.getTime() - STALE_AFTER_MS);
  let cleared = 0;
  for (const store of [desk.documents, desk.renditions, desk.clips, desk.transcripts])
    for await (const begun of staleIn(store, changedBefore)) {
      const { id, jobId } = begun;
      const isCleared = await clear(desk, store, begun).catch((error: unknown) => {
        logger.warn({ id, jobId, err: error }, 'what a lost job had begun could not be removed yet');
        return false;
      });
      if (!isCleared) continue;
      cleared += 1;
      logger.info({ id, jobId }, 'what a lost job had begun was removed');
    }
  return cleared;
}

async function* staleIn(store: Store, changedBefore: Date): AsyncGenerator<Begun> {
  for (let afterId: string | undefined; ;) {
    const page: readonly Begun[] = await store.listStale(changedBefore, afterId);
    yield* page;
    if (page.length < STALE_TAKEN) return;
    afterId = page.at(-1)?.id;
  }
}

async function clear(
  { clips, jobs, assets }: Unfinished,
  store: Store,
  { id, jobId, ownerId }: Begun,
): Promise<boolean> {
  const job = await jobs.find(jobId);
  if (job && job.status !== 'FAILED' && job.status !== 'CANCELED') return false;
  // What was said already are files of their owner, who never saw them.
  if (store === clips) for (const assetId of await clips.files(id)) await assets.deleteAsset(ownerId, assetId);
  return store.remove(id, ownerId);
}
