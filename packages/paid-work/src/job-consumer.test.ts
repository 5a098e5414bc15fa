import { createLogger } from '@modu/logger';
import { GraphCallError } from '@modu/network';
import { defineTask, TaskRetryError } from '@modu/tasks';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createJobConsumer } from './job-consumer.ts';
import type { JobsClient } from './jobs-client.ts';
import { RunFailure } from './run-failure.ts';

const job = { jobId: 'j', ownerId: 'o', quotedCredits: 1, estimatedMs: 1, payload: {} };
const schema = z.object({ ...z.object({ jobId: z.string(), ownerId: z.string() }).shape, payload: z.unknown() });
const task = defineTask({ name: 'test.run', schema: schema as never });
const unreachable = new GraphCallError('gallery', ['UNREACHABLE'], 'did not answer');

/** A run that fails like this; its job was begun so long ago. */
function failing(error: Error, { begunMsAgo = 0, jobsAreAway = false } = {}) {
  const failJob = vi.fn(() => Promise.resolve({ __typename: 'Job', id: 'j', status: 'QUEUED' }));
  const startedAt = new Date(Date.now() - begunMsAgo).toISOString();
  const find = () => (jobsAreAway ? Promise.reject(unreachable) : Promise.resolve({ status: 'RUNNING', startedAt }));
  const consumer = createJobConsumer({
    ...{ task, slots: 1, logger: createLogger({ level: 'silent' }), explain: () => undefined },
    cancels: { follow: (_, outer) => ({ signal: outer, end: () => undefined }), close: () => Promise.resolve() },
    clients: { jobs: { failJob, find } as unknown as JobsClient },
    run: () => Promise.reject(error),
  });
  const context = { id: 't', signal: new AbortController().signal, attempt: 1, traceId: 'x' };
  const ended = Promise.resolve(consumer.run(job as never, context)).catch((thrown: unknown) => thrown);
  return { failJob, ended };
}

describe('a run that could not reach what it needs', () => {
  it.each([unreachable, new RunFailure('ENGINE_UNAVAILABLE', { retryable: true, isAbsence: true })])(
    'waits for it and uses up no run: %s',
    async (error) => {
      const { failJob, ended } = failing(error);

      const again = (await ended) as TaskRetryError;

      expect(again).toBeInstanceOf(TaskRetryError);
      expect(again.counts).toBe(false);
      expect(again.afterMs).toBeGreaterThanOrEqual(5_000);
      expect(failJob).not.toHaveBeenCalled();
    },
  );

  it('waits as long as it is asked to by what is busy, but no longer than ten minutes', async () => {
    const busy = { retryable: true, isAbsence: true };
    const after = async (retryAfterMs: number) => {
      const error = new RunFailure('ENGINE_UNAVAILABLE', { ...busy, retryAfterMs });
      return ((await failing(error).ended) as TaskRetryError).afterMs;
    };
    expect(await after(120_000)).toBeGreaterThanOrEqual(120_000);
    expect(await after(86_400_000)).toBeLessThanOrEqual(605_000);
    expect(await after(0)).toBeGreaterThanOrEqual(5_000);
  });

  it('waits also while jobs is away', async () => {
    expect(await failing(unreachable, { jobsAreAway: true }).ended).toMatchObject({ counts: false });
  });

  it('looks for it the more rarely the longer it is away', async () => {
    const again = (await failing(unreachable, { begunMsAgo: 600_000 }).ended) as TaskRetryError;
    expect(again.afterMs).toBeGreaterThanOrEqual(60_000);
  });

  it('fails for good once it has waited for an hour', async () => {
    const { failJob, ended } = failing(unreachable, { begunMsAgo: 3_600_000 });

    expect(await ended).toMatchObject({ counts: true });
    expect(failJob).toHaveBeenCalledWith({ id: 'j', attempt: 1, code: 'INTERNAL', retryable: false });
  });
});

describe('a run that fails otherwise', () => {
  it('uses itself up at once', async () => {
    const { failJob, ended } = failing(new GraphCallError('gallery', ['INTERNAL'], 'broken'));

    expect(await ended).toMatchObject({ counts: true });
    expect(failJob).toHaveBeenCalledOnce();
  });
});
