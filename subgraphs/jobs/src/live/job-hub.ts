import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import { jobChangedChannel, jobProgressChannel } from '../contracts.ts';
import type { JobProgress } from '../contracts.ts';
import { fromChanged } from '../domain/changed.ts';
import { isTerminal } from '../domain/job.ts';
import type { Job } from '../domain/job.ts';
import type { Place } from '../domain/place.ts';
import { createJobFeed } from './job-feed.ts';
import type { JobFeed } from './job-feed.ts';
import { createLatestProgress } from './latest-progress.ts';
import { numberOfJob, numberOfOwner } from './numbering.ts';
import { createOwnerFeed } from './owner-feed.ts';
import type { OwnerFeed, OwnerReads } from './owner-feed.ts';

/** All live news of jobs in this process: one subscription to the bus, handed on to any number of feeds. */
export interface JobHub {
  progressOf(jobId: string): JobProgress | undefined;
  /** Opens before the state is read, so that nothing falls into the gap. Close it with `return`. */
  watchJob(jobId: string, after?: number): JobFeed;
  /** Shows nothing before its `begin`. */
  watchOwner(ownerId: string): OwnerFeed;
  close(): Promise<void>;
}

export interface HubSources extends OwnerReads {
  listLive(query: { readonly ownerIds: readonly string[]; readonly take: number }): Promise<readonly Job[]>;
  readPlaces(jobs: readonly Job[]): Promise<ReadonlyMap<string, Place>>;
}

interface HubOptions {
  readonly bus: Bus;
  readonly sources: HubSources;
  readonly logger: Logger;
  readonly compareEveryMs?: number;
}

/** Messages can be missed; what is watched is compared with the database this often. Places in the queue only come so. */
const COMPARE_EVERY_MS = 2_000;
const COMPARE_MAX = 5_000;

type Feeds = Map<string, Set<JobFeed>>;

export async function createJobHub({
  bus,
  sources,
  logger,
  compareEveryMs = COMPARE_EVERY_MS,
}: HubOptions): Promise<JobHub> {
  const byJob: Feeds = new Map();
  const byOwner: Feeds = new Map();
  const latest = createLatestProgress();

  const feedsOf = ({ id, ownerId }: { id: string; ownerId: string }) => [
    ...(byJob.get(id) ?? []),
    ...(byOwner.get(ownerId) ?? []),
  ];
  const accept = (job: Job) => {
    for (const feed of feedsOf(job)) feed.accept(job);
    if (isTerminal(job)) latest.forget(job.id);
  };
  const watch = <Feed extends JobFeed>(feeds: Feeds, key: string, open: (onClose: () => void) => Feed): Feed => {
    const set = feeds.get(key) ?? new Set();
    feeds.set(key, set);
    const feed = open(() => {
      set.delete(feed);
      if (set.size === 0 && feeds.get(key) === set) feeds.delete(key);
    });
    set.add(feed);
    return feed;
  };
  const progressOf = latest.get;

  const leave = await Promise.all([
    bus.subscribe(jobChangedChannel, (changed) => accept(fromChanged(changed))),
    bus.subscribe(jobProgressChannel, (progress) => {
      if (!latest.put(progress)) return;
      for (const feed of feedsOf({ id: progress.jobId, ownerId: progress.ownerId })) feed.acceptProgress(progress);
    }),
  ]);
  const next = takeTurns();
  const comparing = keepRounds(() => compare({ byJob, byOwner, sources, next, accept, feedsOf }), {
    name: 'comparing what is watched',
    logger,
    everyMs: compareEveryMs,
    firstMs: compareEveryMs,
  });

  return {
    progressOf: latest.get,
    watchJob: (jobId, after) =>
      watch(byJob, jobId, (onClose) =>
        createJobFeed({ progressOf, endsWithJob: true, numbering: numberOfJob, after, onClose }),
      ),
    watchOwner: (ownerId) =>
      watch(byOwner, ownerId, (onClose) => {
        const feed = createJobFeed({ progressOf, endsWithJob: false, numbering: numberOfOwner, onClose });
        return createOwnerFeed({ ownerId, feed, reads: sources, logger });
      }),
    close: async () => {
      await comparing.stop();
      await Promise.all(leave.map((unsubscribe) => unsubscribe()));
      const open = [...byJob.values(), ...byOwner.values()].flatMap((set) => [...set]);
      await Promise.all(open.map(async (feed) => feed.return?.()));
    },
  };
}

async function compare({
  byJob,
  byOwner,
  sources,
  next,
  accept,
  feedsOf,
}: {
  byJob: Feeds;
  byOwner: Feeds;
  sources: HubSources;
  next(live: readonly Job[]): readonly Job[];
  accept(job: Job): void;
  feedsOf(job: Pick<Job, 'id' | 'ownerId'>): readonly JobFeed[];
}): Promise<void> {
  const feeds = [...byJob.values(), ...byOwner.values()].flatMap((set) => [...set]);
  if (feeds.length === 0) return;
  const live = new Map(feeds.flatMap((feed) => feed.liveJobs().map((job) => [job.id, job] as const)));
  const known = next([...live.values()]);
  if (known.length > 0) for (const job of await sources.listByIds(known.map(({ id }) => id))) accept(job);
  const ownerIds = [...byOwner.keys()];
  if (ownerIds.length > 0) for (const job of await sources.listLive({ ownerIds, take: COMPARE_MAX })) accept(job);

  const queued = known.filter((job) => job.status === 'QUEUED');
  const places = queued.length > 0 ? await sources.readPlaces(queued) : new Map<string, Place>();
  for (const job of queued) {
    const place = places.get(job.id);
    if (place) for (const feed of feedsOf(job)) feed.acceptPlace(job.id, place);
  }
}

/** Of more jobs than are compared at once, others each time: everyone's turn comes. */
function takeTurns(): (live: readonly Job[]) => readonly Job[] {
  let from = 0;
  return (live) => {
    if (from >= live.length) from = 0;
    const jobs = live.slice(from, from + COMPARE_MAX);
    from += COMPARE_MAX;
    return jobs;
  };
}
