import type { Logger } from '@modu/logger';
import { filesOfRendition } from '../domain/rendition.ts';
import type { Rendition } from '../domain/rendition.ts';
import { filesOfClip } from '../domain/speech-clip.ts';
import type { Desk } from './desk.ts';

const STALE_AFTER_MS = 30 * 60_000;

type Unfinished = Pick<Desk, 'documents' | 'renditions' | 'clips' | 'transcripts' | 'jobs' | 'assets'>;

type Begun = Pick<Rendition, 'id' | 'jobId' | 'ownerId'>;
type Files = readonly string[] | Promise<readonly string[]>;
type Store<One> = Pick<Desk['transcripts'], 'remove'> & { listStale(changedBefore: Date): Promise<One[]> };

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
  async function clear<One extends Begun>(store: Store<One>, filesOf: (one: One) => Files = () => []): Promise<void> {
    for (const one of await store.listStale(changedBefore)) {
      const { id, jobId, ownerId } = one;
      if (!(await isLost(jobId))) continue;
      // What was stored already are files of their owner, who never saw them.
      for (const assetId of await filesOf(one)) await assets.deleteAsset(ownerId, assetId);
      if (!(await store.remove(id, ownerId))) continue;
      cleared += 1;
      logger.info({ id, jobId }, 'what a lost job had begun was removed');
    }
  }
  // Before documents, which take their braille and clips along.
  await clear(renditions, filesOfRendition);
  await clear(clips, async (clip) => filesOfClip(clip, await clips.chapters([clip.id])));
  await clear(documents);
  await clear(transcripts);
  return cleared;
}
