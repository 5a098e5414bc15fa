import { createMemoryBus } from '@modu/bus';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { QUICK_TIMINGS } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewJob } from '../domain/job.ts';
import { cancelJob, startJob } from '../domain/transitions.ts';
import { openDesk } from '../open-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { BillingClient } from '../store/billing-client.ts';
import { releaseForgottenHolds } from './release-forgotten-holds.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let desk: OpenDesk;

beforeAll(async () => {
  database = await testDatabase('jobs-forgotten');
  const logger = createLogger({ level: 'silent' });
  const platform = { logger, bus: createMemoryBus({ logger }) };
  const options = { databaseUrl: database.url, supervise: false, timings: QUICK_TIMINGS, coldStartMs: 1_000 };
  desk = await openDesk(options, platform);
});

afterAll(async () => {
  await desk.close();
  await database.drop();
});

async function newJob(): Promise<string> {
  const id = createId();
  const wanted: NewJob = {
    ...{
      id,
      kind: 'image.text-to-image',
      title: null,
      ownerId: createId(),
      tier: 'PRO',
      minimumTier: 'FREE',
      parentId: null,
    },
    ...{
      quotedCredits: 2,
      estimatedMs: 1_000,
      loads: null,
      priority: 20,
      queuedJobsMax: 5,
      runningJobsMax: 2,
      payload: {},
    },
  };
  await desk.writing.create(wanted);
  return id;
}

const change = (id: string, decide: Parameters<OpenDesk['writing']['change']>[0]['decide']) =>
  desk.writing.change({ id, decide });
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

it('holds of ended jobs are given back when billing was away for longer than their task was tried', async () => {
  const [long, lately, running] = [await newJob(), await newJob(), await newJob()];
  await change(long, (job) => cancelJob(job, { now: ago(45) }));
  await change(lately, (job) => cancelJob(job, { now: ago(2) }));
  await change(running, (job) => startJob(job, { now: ago(45), attempt: 1 }));
  const released: string[] = [];
  const billing = (isAway: boolean) =>
    ({
      releaseHold: async ({ jobId }: { jobId: string }) => {
        if (isAway) throw new Error('nobody answers');
        released.push(jobId);
        return null;
      },
    }) as unknown as BillingClient;

  await expect(releaseForgottenHolds(desk, billing(true))).rejects.toThrow('nobody answers');
  expect(await releaseForgottenHolds(desk, billing(false))).toBe(1);
  expect(released).toEqual([long]);
  expect(await releaseForgottenHolds(desk, billing(false))).toBe(0);
});
