import type { Logger } from '@modu/logger';
import type { Desk } from './desk.ts';

const STALE_AFTER_MS = 30 * 60_000;

type Unfinished = Pick<Desk, 'documents' | 'renditions' | 'clips' | 'transcripts' | 'jobs' | 'assets'>;

/** Removes what was begun by a job that ended without a result and whose worker could not clean up. @returns how many. */
export async function clearUnfinished(
  { documents, renditions, clips, transcripts, jobs, assets }: Unfinished,
  { logger, now }: { readonly logger: Logger; readonly now: Date },
): Promise<number> {
  const changedBefore = new Date(now.getTime() - STALE_AFTER_MS);
  const isLost = async (jobId: string) => {
    const job = await jobs.find(jobId);
    return !job || job.status === 'FAILED' || job.status === 'CANCELED';
  };
  let cleared = 0;
  for (const store of [documents, renditions, clips, transcripts])
    for (const { id, jobId, ownerId } of await store.listStale(changedBefore)) {
      if (!(await isLost(jobId))) continue;
      // Chapters that were said already are files of their owner, who never saw them.
      if (store === clips)
        for (const { assetId } of await clips.chapters([id])) await assets.deleteAsset(ownerId, assetId);
      if (!(await store.remove(id, ownerId))) continue;
      cleared += 1;
      logger.info({ id, jobId }, 'what a lost job had begun was removed');
    }
  return cleared;
}
