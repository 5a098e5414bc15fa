import { createMemoryBus } from '@modu/bus';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { QUICK_TIMINGS } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobRunTask } from '../contracts.ts';
import { sealJob, startJob } from '../domain/transitions.ts';
import { openDesk } from '../open-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { BillingClient } from '../store/billing-client.ts';
import { abandonLostJobs } from './abandon-lost-jobs.ts';

const kind = 'image.text-to-image';
let database: Awaited<ReturnType<typeof testDatabase>>;
let desk: OpenDesk;

beforeAll(async () => {
  database = await testDatabase('jobs-lost');
  const logger = createLogger({ level: 'silent' });
  const platform = { logger, bus: createMemoryBus({ logger }) };
  const options = { databaseUrl: database.url, supervise: false, timings: QUICK_TIMINGS, coldStartMs: 1_000 };
  desk = await openDesk(options, platform);
});

afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** A job that runs though its task has died. */
async function lostJob(): Promise<string> {
  const id = createId();
  await desk.writing.create({
    ...{
      id,
      kind,
      title: null,
      ownerId: createId(),
      tier: 'PRO',
      minimumTier: 'FREE',
      parentId: null,
      quotedCredits: 2,
      estimatedMs: 1_000,
    },
    ...{ loads: null, priority: 20, queuedJobsMax: 5, runningJobsMax: 2, payload: {} },
  });
  await desk.writing.change({ id, decide: (job) => startJob(job, { now: new Date(), attempt: 1 }) });
  await desk.queue.cancel(jobRunTask(kind), [id]);
  return id;
}

it('a lost job whose hold cannot be given back while billing is away keeps none behind it from ending', async () => {
  const sealed = await lostJob();
  await desk.writing.change({
    id: sealed,
    decide: (job) => sealJob(job, { attempt: 1, planned: { type: 'Image', id: 'i' } }),
  });
  const behind = await lostJob();
  const billing = { releaseHold: () => Promise.reject(new Error('away')) } as unknown as BillingClient;

  await expect(abandonLostJobs(desk, billing, { leaseSeconds: 0 })).rejects.toThrow('1 failed, 1 did not');

  const jobs = await desk.database.reads.listByIds([sealed, behind]);
  expect(new Map(jobs.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [sealed, 'RUNNING'],
      [behind, 'FAILED'],
    ]),
  );
});
