import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { JobsClient } from '@modu/paid-work';
import { pageByTime } from '@modu/subgraph';
import type { Connection, TimePlace } from '@modu/subgraph';

/** What a job makes, part by part. */
export interface Made {
  readonly state: string;
  readonly jobId: string;
}

type Jobs = Pick<JobsClient, 'findAll'>;

/**
 * What is shown of what jobs make: all that is ready, and what is being made as long as its job may still finish. What a canceled or
 * failed job has left was given back its price: from that moment nobody reads it, though its parts take a while to be removed.
 */
export async function withoutLost<Row extends Made>(jobs: Jobs, rows: readonly Row[]): Promise<readonly Row[]> {
  const unfinished = rows.filter(({ state }) => state !== 'READY').map(({ jobId }) => jobId);
  if (unfinished.length === 0) return rows;
  const alive = (await jobs.findAll(unfinished)).filter(({ status }) => status !== 'CANCELED' && status !== 'FAILED');
  const shown = new Set(alive.map(({ id }) => id));
  return rows.filter(({ state, jobId }) => state === 'READY' || shown.has(jobId));
}

type List<Row> = (asked: { readonly take: number; readonly after?: TimePlace }) => Promise<readonly Row[]>;

/** A page of what jobs have made or are making, the newest first. */
export async function pageWithoutLost<Row extends Made & TimePlace>(
  jobs: Jobs,
  input: Parameters<typeof pageByTime>[0],
  list: List<Row>,
): Promise<Connection<Row> | Refusal> {
  const page = await pageByTime(input, list);
  if (isRefusal(page)) return page;
  const shown = new Set(
    await withoutLost(
      jobs,
      page.edges.map(({ node }) => node),
    ),
  );
  return { ...page, edges: page.edges.filter(({ node }) => shown.has(node)) };
}
