import { createId } from '@modu/ids';
import { orderJob } from '@modu/paid-work';
import type { JobsClient } from '@modu/paid-work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadingRoom, someone } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clientsOf } from '../testing/run-by-hand.ts';
import { JOB_KINDS } from './contracts.ts';

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
});
afterAll(() => room.stop());

/** Someone orders something through a way to jobs that may lose an answer. */
function order(ownerId: string, way: Partial<JobsClient> = {}) {
  const clients = clientsOf(room);
  return orderJob(
    { billing: clients.billing, jobs: { ...clients.jobs, ...way } },
    {
      ...{ ownerId, kind: JOB_KINDS.READ, title: '책', key: 'once', asked: { book: 1 }, payloadOf: () => ({}) },
      price: { credits: 7, estimatedMs: 1 },
    },
  );
}

const late = () => Promise.reject(new Error('jobs: did not answer'));
const holdsOf = (ownerId: string) =>
  [...room.billing.holds.values()].filter(({ userId }) => userId === ownerId).map(({ status }) => status);

describe('an order whose answer is lost', () => {
  it('leaves the job that was made the credits it needs; asked again it is the same job', async () => {
    const ownerId = someone();
    const made: string[] = [];
    const lost: JobsClient['createJob'] = async (job) => {
      made.push(((await clientsOf(room).jobs.createJob(job)) as { id: string }).id);
      return late();
    };

    await expect(order(ownerId, { createJob: lost })).rejects.toThrow('did not answer');

    expect([holdsOf(ownerId), room.billing.available(ownerId)]).toEqual([['OPEN'], 93]);
    expect(await order(ownerId)).toEqual({ id: made[0] });
    expect([holdsOf(ownerId), room.billing.available(ownerId)]).toEqual([['OPEN'], 93]);
  });

  it('and that was sent twice at once leaves the one that came through its credits', async () => {
    const ownerId = someone();
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    // Both have looked for the job and found none before either makes it.
    const slow = order(ownerId, {
      createJob: async () => {
        first.resolve();
        await second.promise;
        return late();
      },
    });
    await first.promise;
    const made = await order(ownerId, { admit: () => Promise.resolve(null) });
    second.resolve();

    await expect(slow).rejects.toThrow('did not answer');

    expect(made).toEqual({ id: expect.any(String) as string });
    expect([holdsOf(ownerId), room.billing.available(ownerId)]).toEqual([['OPEN'], 93]);
  });

  it('holds nothing for long where there is no job, and nothing at all when it is refused', async () => {
    const [unlucky, busy] = [someone(), someone()];
    await expect(order(unlucky, { createJob: late })).rejects.toThrow('did not answer');
    const [hold] = [...room.billing.holds.values()].filter(({ userId }) => userId === unlucky);
    expect(hold!.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(20_000);

    const full: JobsClient['createJob'] = () =>
      Promise.resolve({ __typename: 'Refusal', code: 'QUEUE_FULL', message: createId() });
    expect(await order(busy, { createJob: full })).toMatchObject({ refused: true, code: 'QUEUE_FULL' });
    expect([holdsOf(busy), room.billing.available(busy)]).toEqual([['RELEASED'], 100]);
  });
});
