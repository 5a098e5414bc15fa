import { jobRunSchema, jobRunTask } from '@modu/jobs/contracts';
import { createServiceCaller } from '@modu/network';
import { createAssetsClient, createBillingClient, createJobConsumer, createJobsClient } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, Run } from '@modu/paid-work';
import { TaskAbortedError } from '@modu/tasks';
import { explainFailure } from '../src/tasks/explain-failure.ts';
import type { ReadingRoom } from './reading-room.ts';

/** What a worker asks of other domains, in a room where no worker runs. */
export function clientsOf({ platform }: ReadingRoom): {
  readonly jobs: JobsClient;
  readonly billing: BillingClient;
  readonly assets: AssetsClient;
} {
  const { network, identity } = platform;
  const caller = createServiceCaller({ service: 'documents', network, identity });
  return {
    jobs: createJobsClient(caller),
    billing: createBillingClient(caller),
    assets: createAssetsClient(caller),
  };
}

/** A run that a test holds in its hands. */
export interface RunByHand {
  readonly kind: string;
  readonly jobId: string;
  readonly attempt?: number;
  readonly run: (run: Run) => Promise<void>;
}

/**
 * Runs a waiting job as its consumer would. @returns what it rejected with: the queue's word
 * on whether it is run again; undefined when it is done with.
 */
export async function runByHand(
  room: ReadingRoom,
  { kind, jobId, attempt = 1, run }: RunByHand,
  controller = new AbortController(),
): Promise<unknown> {
  const { rows } = await room.query(`SELECT data->'input' AS input FROM pgboss.job_common WHERE id = $1`, [jobId]);
  const job = jobRunSchema.parse((rows[0] as { input: unknown }).input);
  const consumer = createJobConsumer({
    ...{ task: jobRunTask(kind), slots: 1, logger: room.platform.logger, explain: explainFailure, run },
    cancels: { follow: (_, signal) => ({ signal, end: () => undefined }), close: () => Promise.resolve() },
    clients: clientsOf(room),
  });
  const context = { id: jobId, attempt, signal: controller.signal, traceId: 'a'.repeat(32) };
  return consumer.run(job, context).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Ends the time of a run. */
export const timeIsUp = (controller: AbortController): void =>
  controller.abort(new TaskAbortedError('TIMEOUT', 'The task took too long.'));
