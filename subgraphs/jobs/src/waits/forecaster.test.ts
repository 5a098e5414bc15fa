import { setTimeout as sleep } from 'node:timers/promises';
import { createMemoryBus } from '@modu/bus';
import { isRefusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { QUICK_TIMINGS } from '@modu/tasks';
import type { TaskQueue } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newJob } from '../../testing/new-job.ts';
import { jobRunTask } from '../contracts.ts';
import type { Forecast } from '../domain/foresee.ts';
import { isForetold } from '../domain/place.ts';
import { openDesk } from '../open-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import { createForecaster } from './forecaster.ts';
import type { Waiting } from './forecaster.ts';
import { createPromiseKeeper } from './promise-keeper.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let desk: OpenDesk;

/** Nobody works: whoever asks is told of the start of the first worker too. */
const COLD_START_MS = 30_000;

beforeAll(async () => {
  database = await testDatabase('jobs-forecaster');
  const logger = createLogger({ level: 'silent' });
  const options = { databaseUrl: database.url, supervise: false, timings: QUICK_TIMINGS, coldStartMs: COLD_START_MS };
  desk = await openDesk(options, { logger, bus: createMemoryBus({ logger }) });
});

afterAll(async () => {
  await desk.close();
  await database.drop();
});

async function make(kind: string, loads: string | null): Promise<string> {
  const made = await desk.writing.create(newJob({ kind, loads, ownerId: createId(), estimatedMs: 1_000 }));
  if (isRefusal(made)) throw new Error(made.code);
  return made.job.id;
}

/** A run that has ended, so many seconds ago. */
async function past(kind: string, run: { loads: string; startedS: number; tookMs: number }): Promise<void> {
  await desk.database.pool.query(
    `INSERT INTO job (id, kind, owner_id, status, quoted_credits, estimated_ms, priority, payload, loads, started_at, finished_at)
     SELECT $1::uuid, $2, $1::text, 'COMPLETED', 2, 1000, 0, '{}', $3, began, began + $5 * interval '1 millisecond'
     FROM (SELECT now() - $4 * interval '1 second' AS began) moment`,
    [createId(), kind, run.loads, run.startedS, run.tookMs],
  );
}

const waiting = (id: string, kind: string) => ({ id, kind, ownerId: 'somebody', attempt: 0, createdAt: new Date() });

async function foretell(id: string, kind: string, forecaster = desk.forecaster): Promise<Forecast> {
  const place = (await forecaster.places([waiting(id, kind)])).get(id);
  if (!place || !isForetold(place)) throw new Error(`Nothing was foretold of ${id}.`);
  return place;
}

async function toldOf(kind: string, id: string): Promise<number> {
  const { startsInMs, endsInMs } = await foretell(id, kind);
  return Math.round(endsInMs - startsInMs);
}

describe('what is foretold of a job', () => {
  it('knows that its model has to be loaded first, and how long that took others', async () => {
    const kind = 'image.one-gpu';
    await past(kind, { loads: 'sdxl', startedS: 400, tookMs: 1_000 });
    await past(kind, { loads: 'flux', startedS: 300, tookMs: 12_000 });
    await past(kind, { loads: 'flux', startedS: 200, tookMs: 2_000 });
    await past(kind, { loads: 'sdxl', startedS: 100, tookMs: 1_000 });

    const flux = await make(kind, 'flux');

    expect(await toldOf(kind, flux), 'ten seconds to load what sdxl has put out, then two').toBe(12_000);
  });

  it('expects no load where the worker has the model from the run before', async () => {
    const kind = 'image.same-again';
    await past(kind, { loads: 'sdxl', startedS: 400, tookMs: 1_000 });
    await past(kind, { loads: 'flux', startedS: 300, tookMs: 12_000 });
    await past(kind, { loads: 'flux', startedS: 200, tookMs: 2_000 });

    const flux = await make(kind, 'flux');

    expect(await toldOf(kind, flux)).toBe(2_000);
  });

  it('takes a model that nobody used yet to be like the others, and a worker to start first', async () => {
    const kind = 'image.new-model';
    await past(kind, { loads: 'sdxl', startedS: 100, tookMs: 3_000 });

    const flux = await make(kind, 'flux');

    const place = await foretell(flux, kind);
    expect(place.position).toBe(1);
    expect(place.startsInMs).toBeLessThanOrEqual(COLD_START_MS);
    expect(place.startsInMs).toBeGreaterThan(COLD_START_MS / 2);
    expect(await toldOf(kind, flux)).toBe(3_000);
  });
});

describe('the wait for a slot', () => {
  it('is as long as work of another kind has it, where kinds share the slots', async () => {
    const [words, larger] = ['image.words', 'image.larger'];
    const pool = createId();
    for (const kind of [words, larger])
      await desk.database.pool.query(
        `INSERT INTO modu_tasks.worker (id, host, pid, task, slots, running, pool)
         VALUES (gen_random_uuid(), 'here', 1, $1, 1, 0, $2)`,
        [jobRunTask(kind).name, pool],
      );
    const busy = await make(words, null);
    const id = await make(larger, null);
    await desk.database.pool.query(
      `WITH taken AS (UPDATE pgboss.job_common SET state = 'active' WHERE id = $1)
       UPDATE job SET status = 'RUNNING', started_at = now(), estimated_ms = 60000 WHERE id = $1`,
      [busy],
    );

    const forecaster = createForecaster({ ...desk, pool: desk.database.pool, coldStartMs: COLD_START_MS, freshMs: 0 });
    const place = await foretell(id, larger, forecaster);

    expect(place.position).toBe(1);
    expect(place.startsInMs).toBeGreaterThan(30_000);
  });

  it('for the first worker gets shorter while it starts', async () => {
    const kind = 'image.patient';
    const id = await make(kind, null);
    await desk.database.pool.query(
      `UPDATE pgboss.job_common SET created_on = created_on - interval '20 seconds' WHERE id = $1`,
      [id],
    );

    const place = await foretell(id, kind);

    expect(place.startsInMs).toBeLessThanOrEqual(COLD_START_MS - 20_000);
  });

  it('is not foretold while the studio is paused, and nothing counts as promised', async () => {
    const kind = 'image.paused';
    await desk.queue.pause();
    const id = await make(kind, null);
    const job = { ...waiting(id, kind), estimatedMs: 1_000, loads: null };
    const keeper = createPromiseKeeper({ ...desk, pool: desk.database.pool });

    expect((await desk.forecaster.places([job])).size).toBe(0);
    keeper.note(job);
    await sleep(500);
    await keeper.close();
    await desk.queue.resume();

    const { rows } = await desk.database.pool.query('SELECT promised_wait_ms, promised_ms FROM job WHERE id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ promised_wait_ms: null, promised_ms: null }]);
  });
});

describe('a place far down the queue', () => {
  const COUNT = 302;

  it('is told as the best that it can be, also to those behind more of their own than are looked at', async () => {
    const kind = 'image.flood';
    const ownerId = createId();
    const line = { ownerId, tier: 0, slots: 1, costMs: 1_000 };
    const ids = Array.from({ length: COUNT }, () => createId());
    const inputs = { ownerId, quotedCredits: 2, estimatedMs: 1_000, payload: {} };
    for (const id of ids)
      await desk.queue.enqueuePlaced(jobRunTask(kind), [{ id, line, input: { ...inputs, jobId: id } }]);
    const [first = '', last = ''] = [ids[0], ids.at(-1)];
    const asked = [first, last].map((id) => ({ ...waiting(id, kind), ownerId }));
    const triedBefore = { ...waiting(createId(), kind), ownerId, attempt: 1 };

    const places = await desk.forecaster.places([...asked, triedBefore]);

    expect(places.get(first)).toMatchObject({ position: 1 });
    expect(places.get(last)).toEqual({ positionMin: 301 });
    expect(places.has(triedBefore.id), 'it waits for another try, and may be the first after that').toBe(false);
  });
});

describe('a look at the queue', () => {
  it('is shared by all who ask of jobs that it has seen or is too short for, and one more serves those who came later', async () => {
    const kind = 'image.many-ask';
    const known = await make(kind, null);
    let looks = 0;
    const queue: TaskQueue = { ...desk.queue, lines: (...asked) => desk.queue.lines(...asked).finally(() => looks++) };
    const forecaster = createForecaster({
      queue,
      pool: desk.database.pool,
      coldStartMs: COLD_START_MS,
      freshMs: 60_000,
    });
    const behind = { ...waiting(createId(), kind), createdAt: new Date(Date.now() - 60_000) };
    const ask = (job: Waiting) => Promise.all(Array.from({ length: 20 }, () => forecaster.places([job])));

    for (const places of await ask(waiting(known, kind))) expect(places.has(known)).toBe(true);
    for (const places of await ask(behind)) expect(places.size).toBe(0);
    expect(looks).toBe(1);

    await sleep(50);
    const later = await make(kind, null);
    for (const places of await ask(waiting(later, kind))) expect(places.has(later)).toBe(true);
    expect(looks).toBeLessThanOrEqual(3);
  });
});
