import { createId } from '@modu/ids';
import { accountDeleted, accountDeletionFeed } from '@modu/identity/contracts';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { COMPLETE_JOB, CREATE_JOB, newJob, openStudio, service, START_JOB } from '../testing/index.ts';
import type { Studio } from '../testing/index.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;
/** Identity's feed as its contract says it: who has gone, and how far jobs has come. */
const gone: { sequence: number; userId: string; deletedAt: string }[] = [];
let through = 0;

beforeAll(async () => {
  database = await testDatabase('jobs-departures');
  studio = await openStudio({ databaseUrl: database.url });
  studio.platform.network.attach('identity', {
    fetch: async (request) => {
      const { query, variables } = (await request.json()) as { query: string; variables: { through?: number } };
      if (query === accountDeletionFeed.confirmMutation) through = variables.through ?? 0;
      return Response.json({
        data: {
          confirmAccountDeletions: through,
          accountDeletions: gone.filter(({ sequence }) => sequence > through),
        },
      });
    },
  });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const tell = async (query: string, variables: Record<string, unknown>) => {
  const { errors } = await studio.ask({ query, variables, viewer: service('generation') });
  expect(errors).toBeUndefined();
};
const make = async (ownerId: string) => {
  const input = newJob({ ownerId });
  await tell(CREATE_JOB, { input });
  return input.id;
};
const jobsOf = async (ownerId: string) =>
  (await studio.query('SELECT id FROM job WHERE owner_id = $1', [ownerId])).rows.length;

it(
  'jobs of somebody who left are canceled, their credits given back, and all of them removed',
  { timeout: 60_000 },
  async () => {
    const [left, stays] = [`person-${createId()}`, `person-${createId()}`];
    const finished = await make(left);
    await tell(START_JOB, { id: finished, attempt: 1 });
    await tell(COMPLETE_JOB, {
      input: { id: finished, attempt: 1, resultType: 'Image', resultId: createId(), chargedCredits: 2 },
    });
    const running = await make(left);
    await tell(START_JOB, { id: running, attempt: 1 });
    await make(left);
    await make(stays);

    gone.push({ sequence: 1, userId: left, deletedAt: new Date().toISOString() });
    await studio.platform.bus.publish(accountDeleted, { sequence: 1 });

    await vi.waitFor(async () => expect(await jobsOf(left)).toBe(0), { timeout: 40_000, interval: 200 });
    await vi.waitFor(() => expect(through).toBe(1), { timeout: 20_000 });
    expect(await jobsOf(stays)).toBe(1);
    const counted = await studio.query('SELECT owner_id FROM job_changes WHERE owner_id = ANY($1)', [[left, stays]]);
    expect(counted.rows).toEqual([{ owner_id: stays }]);
  },
);
