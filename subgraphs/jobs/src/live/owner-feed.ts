import type { Logger } from '@modu/logger';
import type { Job } from '../domain/job.ts';
import type { JobFeed } from './job-feed.ts';

/** The changes of one person's jobs after a number, oldest first. */
export type ListChanged = (query: {
  readonly ownerId: string;
  readonly after: number;
  readonly take: number;
}) => Promise<readonly Job[]>;

/** Where the changes of a person's jobs are found whenever messages do not bring them. */
export interface OwnerReads {
  readonly listChanged: ListChanged;
  listByIds(ids: readonly string[]): Promise<readonly Job[]>;
}

export interface OwnerFeed extends JobFeed {
  /** Shows those of these jobs that have not changed after this number, then every change after it. Until then nothing is shown. */
  begin(start: { readonly shown: readonly string[]; readonly after: number }): void;
}

interface OwnerFeedOptions {
  readonly ownerId: string;
  readonly feed: JobFeed;
  readonly reads: OwnerReads;
  readonly logger: Logger;
}

const TAKE = 200;
/** Who has left so many unread hears of the rest from the database, in their own time: nothing has to be dropped for them. */
const UNREAD_MAX = 500;

/**
 * The jobs of one person in the order of their changes. Messages come in any order, or not at all: the next number is shown at
 * once, anything else is a sign that some are missing. These are read from the database, a page whenever less than one waits
 * for the reader.
 */
export function createOwnerFeed({ ownerId, feed, reads, logger }: OwnerFeedOptions): OwnerFeed {
  let toShow: readonly string[] = [];
  let last: number | undefined;
  /** There may be changes that only the database has. */
  let isBehind = false;
  let heardMore = false;
  let isClosed = false;
  let reading: Promise<void> | undefined;

  const show = (job: Job) => {
    if (last === undefined || job.change <= last) return;
    last = job.change;
    feed.accept(job);
  };
  const readShown = async (after: number) => {
    const ids = toShow.slice(0, TAKE);
    const jobs = await reads.listByIds(ids);
    toShow = toShow.slice(TAKE);
    // What has changed since comes with the changes.
    const same = jobs.filter(({ change }) => change <= after);
    for (const job of same.toSorted((one, other) => one.change - other.change)) feed.accept(job);
  };
  const readChanges = async (after: number) => {
    heardMore = false;
    const rows = await reads.listChanged({ ownerId, after, take: TAKE });
    rows.forEach(show);
    isBehind = heardMore || rows.length === TAKE;
  };
  const wantsMore = () => isBehind && !isClosed && feed.unread() < TAKE;
  const readOn = async () => {
    try {
      while (wantsMore()) await (toShow.length > 0 ? readShown : readChanges)(last ?? 0);
    } finally {
      reading = undefined;
    }
  };
  const fill = (): Promise<void> => (wantsMore() ? (reading ??= readOn()) : Promise.resolve());

  return {
    ...feed,
    accept: (job) => {
      if (last === undefined || job.change <= last) return;
      if (!isBehind && job.change === last + 1 && feed.unread() < UNREAD_MAX) return show(job);
      isBehind = heardMore = true;
      // What fails here is tried again with the next comparison.
      fill().catch((error: unknown) => logger.warn({ err: error }, 'missing changes of jobs could not be read'));
    },
    begin: ({ shown, after }) => {
      toShow = shown;
      last = after;
      isBehind = true;
    },
    next: async () => {
      await fill();
      return feed.next();
    },
    return: async () => {
      isClosed = true;
      return (await feed.return?.()) ?? { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
