import { createId } from '@modu/ids';
import { createTaskQueue, defineConsumer, QUICK_TIMINGS, startWorker } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  CANCEL_JOB,
  CREATE_JOB,
  JOB,
  newJob,
  openStudio,
  person,
  SEAL_JOB,
  service,
  START_JOB,
} from '../testing/index.ts';
import type { Studio } from '../testing/index.ts';
import { jobDiscardTask, jobRunTask } from './contracts.ts';

const worker = service('generation');
let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;

beforeAll(async () => {
  database = await testDatabase('jobtasks');
  studio = await openStudio({ databaseUrl: database.url });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const hold = (jobId: string, expiresInSeconds: number) =>
  studio.ask({
    subgraph: 'billing',
    query: 'mutation ($input: HoldCreditsInput!) { holdCredits(input: $input) { __typename } }',
    variables: { input: { jobId, userId: 'ada', amount: 2, expiresInSeconds } },
    viewer: worker,
  });
const make = async (kind = 'testing.sleep') => {
  const input = newJob({ kind });
  await hold(input.id, 20);
  await studio.ask({ query: CREATE_JOB, variables: { input }, viewer: worker });
  return input.id;
};

describe('the hold of a job', () => {
  it('is kept well before its first seconds are over', async () => {
    const id = await make();

    await vi.waitFor(() => {
      const secondsLeft = ((studio.billing.holds.get(id)?.expiresAt.getTime() ?? 0) - Date.now()) / 1_000;
      expect(secondsLeft).toBeGreaterThan(500);
    }, 10_000);
  });

  it('is given back when the job is canceled, and its task leaves the queue', async () => {
    const id = await make();
    const before = studio.billing.available('ada');

    await studio.ask({ query: CANCEL_JOB, variables: { id }, viewer: person('ada') });

    await vi.waitFor(() => expect(studio.billing.holds.get(id)?.status).toBe('RELEASED'));
    expect(studio.billing.available('ada')).toBe(before + 2);
    await inQueue(async (queue) => {
      expect((await queue.states(jobRunTask('testing.sleep'), [id])).get(id)).toBe('CANCELED');
    });
  });
});

describe('a job that ends without a result', () => {
  it('has what its runs left removed, if any was begun', async () => {
    const [begun, waiting] = [await make(), await make()];
    await studio.ask({ query: START_JOB, variables: { id: begun, attempt: 1 }, viewer: worker });
    for (const id of [begun, waiting])
      await studio.ask({ query: CANCEL_JOB, variables: { id }, viewer: person('ada') });

    const { rows } = await studio.query('SELECT data::text FROM pgboss.job WHERE name = $1', [
      jobDiscardTask('testing.sleep').name,
    ]);
    const discards = rows.map((row) => JSON.stringify(row));
    expect(discards.filter((text) => text.includes(begun))).toHaveLength(1);
    expect(discards.filter((text) => text.includes(waiting))).toEqual([]);
  });
});

describe('the owner of a job', () => {
  it('is told once more when the credits of an ended job are back', async () => {
    const stop = new AbortController();
    const query = 'subscription { jobUpdates { id status creditsFinal } }';
    await make();
    const updates = await studio.watch({ query, viewer: person('ada'), signal: stop.signal });
    await updates.next();
    const id = await make();

    await studio.ask({ query: CANCEL_JOB, variables: { id }, viewer: person('ada') });

    const seen: unknown[] = [];
    for await (const { data } of updates) {
      const job = data?.['jobUpdates'] as { id: string; status: string; creditsFinal: boolean };
      if (job.id !== id) continue;
      seen.push(`${job.status} ${job.creditsFinal}`);
      if (!job.creditsFinal) continue;
      expect(studio.billing.holds.get(id)?.status).toBe('RELEASED');
      break;
    }
    stop.abort();
    expect(seen).toEqual(['QUEUED false', 'CANCELED false', 'CANCELED true']);
  });
});

describe('a job whose task died for good', () => {
  it('ends as failed, and its hold is given back', async () => {
    const kind = `testing.k${createId().slice(-8)}`;
    const id = await make(kind);
    await studio.ask({ query: START_JOB, variables: { id, attempt: 1 }, viewer: worker });
    await inQueue(async (queue) => {
      const run = () => Promise.reject(new Error('this worker always dies'));
      const consumer = defineConsumer({ task: jobRunTask(kind), slots: 1, run });
      const { logger } = studio.platform;
      const dying = await startWorker({ queue, databaseUrl: database.url, logger, consumers: [consumer] });
      await vi.waitFor(async () => expect((await queue.states(jobRunTask(kind), [id])).get(id)).toBe('FAILED'), {
        timeout: 20_000,
      });
      await dying.drain({ timeoutMs: 1_000 });
    });

    const job = await ended(id, 'FAILED');

    expect(job).toMatchObject({ refundedCredits: 2, error: { code: 'WORKER_LOST' } });
    await vi.waitFor(() => expect(studio.billing.holds.get(id)?.status).toBe('RELEASED'));
  }, 60_000);

  it('ends as completed when it was paid for: the result is there', async () => {
    const id = await make();
    const imageId = createId();
    await studio.ask({ query: START_JOB, variables: { id, attempt: 1 }, viewer: worker });
    await studio.ask({
      query: SEAL_JOB,
      variables: { id, attempt: 1, resultType: 'Image', resultId: imageId },
      viewer: worker,
    });
    await studio.ask({
      subgraph: 'billing',
      query: 'mutation ($jobId: ID!) { settleHold(jobId: $jobId, amount: 2) { __typename } }',
      variables: { jobId: id },
      viewer: worker,
    });
    await deleteTask(id);

    const job = await ended(id, 'COMPLETED');

    expect(job).toMatchObject({
      chargedCredits: 2,
      refundedCredits: null,
      creditsFinal: true,
      result: { id: imageId },
    });
  });

  it('ends as failed even when the task is gone without a trace', async () => {
    const id = await make();
    await deleteTask(id);

    const job = await ended(id, 'FAILED');

    expect(job).toMatchObject({ error: { code: 'WORKER_LOST' } });
    await vi.waitFor(() => expect(studio.billing.holds.get(id)?.status).toBe('RELEASED'));
  }, 60_000);
});

async function ended(id: string, status: string): Promise<unknown> {
  return vi.waitFor(
    async () => {
      const { data } = await studio.ask({ query: JOB, variables: { id }, viewer: person('ada') });
      expect(data?.['job']).toMatchObject({ status });
      return data?.['job'];
    },
    { timeout: 30_000, interval: 250 },
  );
}

async function deleteTask(id: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('DELETE FROM pgboss.job WHERE id = $1', [id]);
  await client.end();
}

async function inQueue(work: (queue: Awaited<ReturnType<typeof createTaskQueue>>) => Promise<void>): Promise<void> {
  const queue = await createTaskQueue({
    databaseUrl: database.url,
    logger: studio.platform.logger,
    timings: QUICK_TIMINGS,
  });
  await work(queue).finally(() => queue.close());
}
