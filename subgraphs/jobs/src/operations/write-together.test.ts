import { isRefusal } from '@modu/errors';
import { createMemoryBus } from '@modu/bus';
import { createId } from '@modu/ids';
import { createLogger, runWithTrace } from '@modu/logger';
import { QUICK_TIMINGS } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, NewJob } from '../domain/job.ts';
import { cancelJob, completeJob, startJob } from '../domain/transitions.ts';
import { openDesk } from '../open-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { Written } from './write-together.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
/** Two processes that write at the same time. */
let desks: readonly [OpenDesk, OpenDesk];

beforeAll(async () => {
  database = await testDatabase('jobs-write-together');
  const logger = createLogger({ level: 'silent' });
  const platform = { logger, bus: createMemoryBus({ logger }) };
  const options = { databaseUrl: database.url, supervise: false, timings: QUICK_TIMINGS, coldStartMs: 1_000 };
  desks = [await openDesk(options, platform), await openDesk(options, platform)];
});

afterAll(async () => {
  for (const desk of desks) await desk.close();
  await database.drop();
});

const wish = (ownerId: string, changed: Partial<NewJob> = {}): NewJob => ({
  ...{
    id: createId(),
    kind: 'image.text-to-image',
    title: 'a lighthouse',
    ownerId,
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
    payload: { n: 1 },
  },
  ...changed,
});
const sql = async (text: string, values: unknown[] = []) =>
  (await desks[0].database.pool.query(text, values)).rows as unknown[];
const made = (written: readonly Written[]): Job[] => written.flatMap((one) => (isRefusal(one) ? [] : [one.job]));
const codes = (written: readonly Written[]) =>
  written.map((one) => (isRefusal(one) ? one.code : one.isNew ? 'new' : 'known'));

describe('jobs that many people ask for at the same moment', () => {
  it('are each made as if alone: once, within the owner’s limits, with one task of their own trace', async () => {
    const owners = Array.from({ length: 30 }, () => createId());
    const wishes = owners.flatMap((ownerId) => Array.from({ length: 3 }, () => wish(ownerId)));
    const full = createId();
    const many = Array.from({ length: 10 }, () => wish(full));
    const first = wishes[0]!;

    const ask = (one: NewJob, n: number) =>
      runWithTrace(one.id.replaceAll('-', ''), () => desks[n % 2]!.writing.create(one));
    const asked = [...wishes, ...many].map(ask);
    const again = [ask(first, 1), ask({ ...first, payload: { n: 2 } }, 0)];
    const written = await Promise.all(asked);

    const [same, other] = codes(await Promise.all(again));
    const [won, ...rest] = codes(written.slice(0, wishes.length));
    expect([won, same].sort(), 'whichever of two processes was first').toEqual(['known', 'new']);
    expect(other).toBe('CONFLICT');
    expect(rest).toEqual(rest.map(() => 'new'));
    expect(codes(written.slice(wishes.length)).sort()).toEqual([
      ...Array(3).fill('QUEUE_FULL'),
      ...Array(7).fill('new'),
    ]);

    const ids = made(written).map(({ id }) => id);
    const tasks = await sql(
      `SELECT id::text, data ->> 'traceId' AS trace, group_id AS owner FROM pgboss.job WHERE id = ANY($1::uuid[]) ORDER BY id`,
      [ids],
    );
    const expected = made(written).map(({ id, ownerId }) => ({ id, trace: id.replaceAll('-', ''), owner: ownerId }));
    expect(tasks).toEqual(expected.sort((one, other) => (one.id < other.id ? -1 : 1)));
  });

  it('change together and in order: every step of every job once, and each owner’s changes numbered without a gap', async () => {
    const owners = Array.from({ length: 12 }, () => createId());
    const jobs = made(
      await Promise.all(owners.flatMap((one) => [1, 2, 3].map(() => desks[0].writing.create(wish(one))))),
    );
    const step = (n: number, id: string, decide: (job: Job) => ReturnType<typeof startJob>) =>
      desks[n % 2]!.writing.change({ id, decide });
    const now = new Date();
    const result = { type: 'Image', id: 'x' };
    const live = async ({ id }: Job, n: number) => [
      await step(n, id, (job) => startJob(job, { attempt: 1, now })),
      ...(await Promise.all([
        step(n, id, (job) => completeJob(job, { attempt: 1, now, chargedCredits: 2, result })),
        step(n + 1, id, (job) => cancelJob(job, { now })),
      ])),
    ];
    const lives = await Promise.all(jobs.map(live));
    const unknown = await desks[0].writing.change({ id: createId(), decide: (job) => job });

    expect(codes([unknown])).toEqual(['NOT_FOUND']);
    // Whoever came first, completed or canceled: the other was told so.
    for (const one of lives) expect(codes(one).slice(1).sort()).toEqual(['ALREADY_FINISHED', 'new']);
    const numbered = await sql(
      `SELECT c.last, sum(j.version)::int AS versions, max(j.change) AS newest FROM job_changes c JOIN job j USING (owner_id)
       WHERE c.owner_id = ANY($1) GROUP BY c.owner_id, c.last`,
      [owners],
    );
    expect(numbered).toEqual(owners.map(() => ({ last: 9, versions: 9, newest: 9 })));
    const released = await sql(`SELECT count(*)::int AS tasks FROM pgboss.job WHERE name = 'jobs.release-hold'`);
    const canceled = await sql(`SELECT 2 * count(*)::int AS tasks FROM job WHERE status = 'CANCELED'`);
    expect(released).toEqual(canceled);
  });
});
