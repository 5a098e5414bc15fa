import type { Logger } from '@modu/logger';
import type { Job } from '../domain/job.ts';
import type { JobFeed } from './job-feed.ts';

/** The changes of one person's jobs after a number, oldest first. */
export type ListChanged = (query: {
  readonly ownerId: string;
  readonly after: number;
  readonly take: number;
}) => Promise<readonly Job[]>;

export interface OwnerFeed extends JobFeed {
  /** Shows these jobs, then every change after this number. Until then nothing is shown. */
  begin(start: { readonly shown: readonly Job[]; readonly after: number }): Promise<void>;
}

interface OwnerFeedOptions {
  readonly ownerId: string;
  readonly feed: JobFeed;
  readonly listChanged: ListChanged;
  readonly logger: Logger;
}

const TAKE = 200;

/**
 * The jobs of one person in the order of their changes. Messages come in any order, or not at all: the next number is shown at
 * once, anything else is a sign that some are missing, and all of them are read from the database.
 */
export function createOwnerFeed({ ownerId, feed, listChanged, logger }: OwnerFeedOptions): OwnerFeed {
  let last: number | undefined;
  let filling: Promise<void> | undefined;
  let heardMore = false;

  const show = (job: Job) => {
    if (last === undefined || job.change <= last) return;
    last = job.change;
    feed.accept(job);
  };
  const readMissing = async () => {
    do {
      heardMore = false;
      const rows = await listChanged({ ownerId, after: last ?? 0, take: TAKE });
      rows.forEach(show);
      if (rows.length === TAKE) heardMore = true;
    } while (heardMore);
  };
  const fill = (): Promise<void> => {
    heardMore = true;
    return (filling ??= readMissing().finally(() => (filling = undefined)));
  };

  return {
    ...feed,
    accept: (job) => {
      if (last === undefined || job.change <= last) return;
      if (!filling && job.change === last + 1) return show(job);
      // What fails here is tried again with the next comparison.
      fill().catch((error: unknown) => logger.warn({ err: error }, 'missing changes of jobs could not be read'));
    },
    begin: async ({ shown, after }) => {
      for (const job of shown.toSorted((one, other) => one.change - other.change)) feed.accept(job);
      last = after;
      await fill();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
