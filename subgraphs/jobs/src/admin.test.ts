import { createId } from '@modu/ids';
import { defineConsumer, startWorker } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  admin,
  COMPLETE_JOB,
  CREATE_JOB,
  FAIL_JOB,
  JOB,
  newJob,
  nobody,
  openStudio,
  person,
  service,
  START_JOB,
} from '../testing/index.ts';
import type { Studio } from '../testing/index.ts';
import { jobRunTask } from './contracts.ts';

const worker = service('generation');
let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;

beforeAll(async () => {
  database = await testDatabase('jobsadmin');
  studio = await openStudio({ databaseUrl: database.url, tasks: false });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const RETRY = `mutation ($id: ID!) {
  retryJob(id: $id) { __typename ... on Job { id status title quotedCredits parent { id } } ... on Refusal { code message } }
}`;
const CHILDREN =
  'query ($id: ID!) { job(id: $id) { children { id children { id } } newest: children(first: 0) { id } } }';
const TIERS = 'tiers { tier depth running oldestWaitMs }';
const ADMIN_QUEUE = `{ adminQueue { pausedAt ${TIERS} workers { host task slots running draining }
  failures(first: 5) { id error { code } owner { id } } lately { completed failed canceled waitErrorMsP50 } } }`;

const tell = async (query: string, variables: Record<string, unknown>, viewer = worker) => {
  const { data, errors } = await studio.ask({ query, variables, viewer });
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Record<string, unknown>;
};
const make = async (parts: Parameters<typeof newJob>[0] = {}) => {
  const input = newJob({ ownerId: `person-${createId()}`, ...parts });
  expect(await tell(CREATE_JOB, { input })).toMatchObject({ __typename: 'Job' });
  return input;
};
const failed = async (parts: Parameters<typeof newJob>[0] = {}) => {
  const job = await make(parts);
  await tell(START_JOB, { id: job.id, attempt: 1 });
  await tell(FAIL_JOB, { input: { id: job.id, attempt: 1, code: 'ENGINE_FAILED', retryable: false } });
  return job;
};

describe('trying again', () => {
  it('makes one new job at the same price with its credits held, however often it is asked for', async () => {
    const { id, ownerId } = await failed({ title: 'a lighthouse' });

    const again = await tell(RETRY, { id }, person(ownerId));
    expect(again).toMatchObject({ status: 'QUEUED', title: 'a lighthouse', quotedCredits: 2, parent: { id } });
    expect(await tell(RETRY, { id }, person(ownerId))).toMatchObject({ id: again['id'] });
    expect(studio.billing.available(ownerId)).toBe(98);
    expect((await tell(JOB, { id: again['id'] }, person(ownerId)))['id']).toBe(again['id']);
  });

  it('makes a further one when the one before came to nothing too', async () => {
    const { id, ownerId } = await failed();
    const second = String((await tell(RETRY, { id }, person(ownerId)))['id']);
    await tell(START_JOB, { id: second, attempt: 1 });
    await tell(FAIL_JOB, { input: { id: second, attempt: 1, code: 'ENGINE_FAILED', retryable: false } });

    const third = await tell(RETRY, { id }, person(ownerId));

    expect(third).toMatchObject({ status: 'QUEUED', parent: { id: second } });
    expect(await tell(RETRY, { id }, person(ownerId))).toMatchObject({ id: third['id'] });
  });

  it('is told with the job it was made from, to its owner alone', async () => {
    const { id, ownerId } = await failed();
    const first = String((await tell(RETRY, { id }, person(ownerId)))['id']);
    await tell(START_JOB, { id: first, attempt: 1 });
    await tell(FAIL_JOB, { input: { id: first, attempt: 1, code: 'ENGINE_FAILED', retryable: false } });
    const second = String((await tell(RETRY, { id: first }, person(ownerId)))['id']);
    const strange = await make({ parentId: id });
    const sibling = await make({ ownerId, parentId: id });

    const ask = (viewer: typeof worker) => tell(CHILDREN, { id }, viewer);
    expect(await ask(person(ownerId))).toEqual({
      children: [
        { id: sibling.id, children: [] },
        { id: first, children: [{ id: second }] },
      ],
      newest: [{ id: sibling.id }],
    });
    expect(await ask(person(strange.ownerId))).toBeNull();
    expect(await ask(person('stranger'))).toBeNull();
  });

  it('is refused when the plan of its owner includes no such job any more, and nothing is held', async () => {
    const { id, ownerId } = await failed({ minimumTier: 'STARTER' });
    const before = studio.billing.available(ownerId);

    expect(await tell(RETRY, { id }, person(ownerId))).toMatchObject({ code: 'TIER_LIMIT' });
    expect(studio.billing.available(ownerId)).toBe(before);
    studio.billing.setTerms(ownerId, { tier: 'PRO', runningJobsMax: 2 });
    const again = await tell(RETRY, { id }, person(ownerId));
    expect(again).toMatchObject({ status: 'QUEUED' });

    await tell(START_JOB, { id: again['id'], attempt: 1 });
    const error = { code: 'ENGINE_FAILED', retryable: false };
    await tell(FAIL_JOB, { input: { id: again['id'], attempt: 1, ...error } });
    studio.billing.setTerms(ownerId, { tier: 'FREE', runningJobsMax: 2 });
    expect(await tell(RETRY, { id }, person(ownerId))).toMatchObject({ code: 'TIER_LIMIT' });
  });

  it('is refused for want of credits, for a job that has not ended, and for strangers; nothing is held', async () => {
    const { id, ownerId } = await failed();
    studio.billing.setAvailable(ownerId, 1);
    expect(await tell(RETRY, { id }, person(ownerId))).toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
    expect(studio.billing.available(ownerId)).toBe(1);
    expect(await tell(RETRY, { id }, person('stranger'))).toMatchObject({ code: 'NOT_FOUND' });
    const waiting = await make();
    expect(await tell(RETRY, { id: waiting.id }, person(waiting.ownerId))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is refused where no room is left, and nothing is held for that even for a moment', async () => {
    const { id, ownerId } = await failed();
    for (let n = 0; n < 5; n += 1) await make({ ownerId });

    expect(await tell(RETRY, { id }, person(ownerId))).toMatchObject({ code: 'QUEUE_FULL' });
    expect([...studio.billing.holds.values()].filter(({ userId }) => userId === ownerId)).toEqual([]);
  });

  it('may an admin, for the job’s owner', async () => {
    const { id, ownerId } = await failed();
    const again = await tell(RETRY, { id }, admin('root'));
    expect(again).toMatchObject({ __typename: 'Job' });
    expect(studio.billing.available(ownerId)).toBe(98);
    expect(await tell(JOB, { id: again['id'] }, person(ownerId))).toMatchObject({ owner: { id: ownerId } });
  });
});

describe('the queue of everyone', () => {
  it('is seen by admins alone', async () => {
    const codeOf = async (viewer: ReturnType<typeof person>) =>
      (await studio.ask({ query: ADMIN_QUEUE, viewer })).errors?.[0]?.extensions?.code;
    expect(await codeOf(person('curious'))).toBe('FORBIDDEN');
    expect(await codeOf(nobody)).toBe('UNAUTHENTICATED');
    const { errors } = await studio.ask({ query: 'mutation { pauseQueue { pausedAt } }', viewer: person('curious') });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('shows tiers, workers and failures, and can be paused and resumed', async () => {
    const kind = `testing.k${createId().slice(-8)}`;
    const { id } = await failed({ tier: 'PRO' });
    const run = vi.fn(async () => undefined);
    const { logger } = studio.platform;
    const pausedAt = await tell('mutation { pauseQueue { pausedAt } }', {}, admin('root'));
    expect(pausedAt['pausedAt']).toEqual(expect.any(String));
    await make({ kind, tier: 'STUDIO' });
    const consumers = [defineConsumer({ task: jobRunTask(kind), slots: 3, run })];
    const working = await startWorker({ queue: studio.queue, databaseUrl: database.url, logger, consumers });

    const seen = await vi.waitFor(async () => {
      const queue = await tell(ADMIN_QUEUE, {}, admin('root'));
      expect(queue['workers']).toMatchObject([{ task: `job.run.${kind}`, slots: 3, running: 0, draining: false }]);
      return queue;
    });
    expect(seen['tiers']).toMatchObject([{ tier: 'ENTERPRISE' }, { tier: 'STUDIO', depth: 1 }, {}, {}, {}]);
    expect((seen['failures'] as { id: string }[])[0]).toMatchObject({ id, error: { code: 'ENGINE_FAILED' } });
    expect((seen['lately'] as { failed: number }).failed).toBeGreaterThan(0);
    expect(run).not.toHaveBeenCalled();

    await tell('mutation { resumeQueue { pausedAt } }', {}, admin('root'));
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    await working.drain({ timeoutMs: 1_000 });
  });

  it('tells a person their limits', async () => {
    const queue = await tell(
      '{ queue { pausedAt tiers { tier } limits { runningJobsMax jobsPerMinuteMax } } }',
      {},
      person('ada'),
    );
    expect(queue).toMatchObject({ pausedAt: null, limits: { runningJobsMax: 2, jobsPerMinuteMax: 60 } });
  });
});

describe('the metrics', () => {
  it('say how busy the queue is, and how far waits were from what was promised', async () => {
    const job = await make();
    await vi.waitFor(async () => expect(await promisedOf(job.id)).not.toBeNull());
    await tell(START_JOB, { id: job.id, attempt: 1 });
    const result = { chargedCredits: 1, resultType: 'Image', resultId: createId() };
    await tell(COMPLETE_JOB, { input: { id: job.id, attempt: 1, ...result } });

    const text = await studio.metrics();

    expect(text).toMatch(/^modu_jobs_queued\{tier="free"\} \d+$/m);
    expect(text).toMatch(/^modu_jobs_wait_error_seconds\{quantile="0.5"\} [\d.e-]+$/m);
    expect(text).toMatch(/^modu_jobs_eta_error_ratio\{quantile="0.95"\} [\d.e-]+$/m);
  });
});

async function promisedOf(id: string): Promise<number | null> {
  const { rows } = await studio.query('SELECT promised_ms FROM job WHERE id = $1', [id]);
  return (rows[0] as { promised_ms: number | null }).promised_ms;
}
