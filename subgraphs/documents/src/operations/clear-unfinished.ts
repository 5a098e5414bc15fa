import type { Logger } from '@modu/logger';
import { filesOfRendition } from '../domain/rendition.ts';
import type { Rendition } from '../domain/rendition.ts';
import { STALE_TAKEN } from '../store/stale.ts';
import type { Desk } from './desk.ts';

const STALE_AFTER_MS = 30 * 60_000;

type Unfinished = Pick<Desk, 'documents' | 'renditions' | 'clips' | 'transcripts' | 'jobs' | 'assets'>;

type Begun = Pick<Rendition, 'id' | 'jobId' | 'ownerId'>;
type Files = readonly string[] | Promise<readonly string[]>;
interface Store<One> {
  listStale(changedBefore: Date, afterId?: string): Promise<One[]>;
  remove(id: string, ownerId: string): Promise<boolean>;
}

/**
 * Removes what was begun by a job that ended without a result and whose worker could not clean up. What can't be removed now
 * is in nobody's way and is tried again in the next round. @returns how many.
 */
export async function clearUnfinished(
  { documents, renditions, clips, transcripts, jobs, assets }: Unfinished,
  { logger, now }: { readonly logger: Logger; readonly now: Date },
): Promise<number> {
  const changedBefore = new Date(now.getTime() - STALE_AFTER_MS);
  let cleared = 0;
  async function clearOne<One extends Begun>(store: Store<One>, one: One, filesOf: (one: One) => Files) {
    const { id, jobId, ownerId } = one;
    const job = await jobs.find(jobId);
    if (job && job.status !== 'FAILED' && job.status !== 'CANCELED') return;
    // What was stored already are files of their owner, who never saw them.
    for (const assetId of await filesOf(one)) await assets.deleteAsset(ownerId, assetId);
    if (!(await store.remove(id, ownerId))) return;
    cleared += 1;
    logger.info({ id, jobId }, 'what a lost job had begun was removed');
  }
  async function clear<One extends Begun>(store: Store<One>, filesOf: (one: One) => Files = () => []): Promise<void> {
    for await (const one of staleIn(store, changedBefore))
      await clearOne(store, one, filesOf).catch((error: unknown) =>
        logger.warn({ id: one.id, err: error }, 'what a lost job had begun could not be removed yet'),
      );
  }
  // Before documents, which take their braille and clips along.
  await clear(renditions, filesOfRendition);
  await clear(clips, ({ id }) => clips.files(id));
  await clear(documents);
  await clear(transcripts);
  return cleared;
}

async function* staleIn<One extends Begun>(store: Store<One>, changedBefore: Date): AsyncGenerator<One> {
  for (let afterId: string | undefined; ;) {
    const page: readonly One[] = await store.listStale(changedBefore, afterId);
    yield* page;
    if (page.length < STALE_TAKEN) return;
    afterId = page.at(-1)?.id;
  }
}
