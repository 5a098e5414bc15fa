import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { JobHub } from '../live/job-hub.ts';
import type { JobView } from '../live/job-view.ts';
import { findJobs } from './find-jobs.ts';
import type { JobsDesk } from './jobs-desk.ts';

type Watching = Pick<JobsDesk, 'database'> & { readonly hub: JobHub };

/** The job as it is now, or what came after the last number that was seen; then every change until it has ended. Only for its owner. */
export async function watchJob(
  desk: JobsDesk & Watching,
  viewer: Viewer,
  { id, after }: { readonly id: string; readonly after?: number | null | undefined },
): Promise<AsyncIterableIterator<JobView> | Refusal> {
  requireUser(viewer, 'read');
  if (!isId(id)) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  const feed = desk.hub.watchJob(id.toLowerCase(), after ?? undefined);
  try {
    const [job] = await findJobs(desk, viewer, [id]);
    if (job) feed.accept(job);
    else await feed.return?.();
    return job ? feed : refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  } catch (error) {
    await feed.return?.();
    throw error;
  }
}

/** Whoever comes back within this time hears of every job that ended meanwhile. */
const AWAY_MS = 300_000;

/**
 * The viewer's jobs that ended lately, wait or run, then every change of any; with the last number that was seen, every change
 * after it instead. Does not end by itself.
 */
export async function watchJobs(
  desk: Watching,
  viewer: Viewer,
  after?: number | null,
): Promise<AsyncIterableIterator<JobView>> {
  const ownerId = requireUser(viewer, 'read');
  const feed = desk.hub.watchOwner(ownerId);
  try {
    // Read first: what changes from here on is shown by its number, and by nothing else.
    const last = await desk.database.reads.lastChange(ownerId);
    if (typeof after === 'number') {
      feed.begin({ shown: [], after: Math.min(Math.max(after, 0), last) });
      return feed;
    }
    const since = new Date(Date.now() - AWAY_MS);
    feed.begin({ shown: await desk.database.reads.listRecentIds({ ownerId, since }), after: last });
    return feed;
  } catch (error) {
    await feed.return?.();
    throw error;
  }
}
