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

const LIVE_JOBS_MAX = 500;

/** The job as it is now, then every change until it has ended. Only for its owner. */
export async function watchJob(
  desk: JobsDesk & Watching,
  viewer: Viewer,
  id: string,
): Promise<AsyncIterableIterator<JobView> | Refusal> {
  requireUser(viewer, 'read');
  if (!isId(id)) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  const feed = desk.hub.watchJob(id.toLowerCase());
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
const ENDED_MAX = 100;

/** The viewer's jobs that ended lately, wait or run, then every change of any. Does not end by itself. */
export async function watchJobs(desk: Watching, viewer: Viewer): Promise<AsyncIterableIterator<JobView>> {
  const ownerId = requireUser(viewer, 'read');
  const feed = desk.hub.watchOwner(ownerId);
  try {
    const since = new Date(Date.now() - AWAY_MS);
    const [ended, live] = await Promise.all([
      desk.database.reads.listEnded({ ownerId, since, take: ENDED_MAX }),
      desk.database.reads.listLive({ ownerIds: [ownerId], take: LIVE_JOBS_MAX }),
    ]);
    for (const job of [...ended, ...live.toReversed()]) feed.accept(job);
    return feed;
  } catch (error) {
    await feed.return?.();
    throw error;
  }
}
