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
import { openDesk } from '../open-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import { createForecaster } from './forecaster.ts';

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

async function toldOf(kind: string, id: string): Promise<number> {
  const places = await desk.forecaster.places([{ id, kind, createdAt: new Date() }]);
  return Math.round((places.get(id)?.endsInMs ?? Number.NaN) - (places.get(id)?.startsInMs ?? Number.NaN));
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

    const place = (await desk.forecaster.places([{ id: flux, kind, createdAt: new Date() }])).get(flux);
    expect(place).toMatchObject({ position: 1, startsInMs: COLD_START_MS });
    expect(await toldOf(kind, flux)).toBe(3_000);
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
    const behind = { id: createId(), kind, createdAt: new Date(Date.now() - 60_000) };
    const ask = (job: { id: string; kind: string; createdAt: Date }) =>
      Promise.all(Array.from({ length: 20 }, () => forecaster.places([job])));

    for (const places of await ask({ id: known, kind, createdAt: new Date() })) expect(places.has(known)).toBe(true);
    for (const places of await ask(behind)) expect(places.size).toBe(0);
    expect(looks).toBe(1);

    await sleep(50);
    const later = await make(kind, null);
    for (const places of await ask({ id: later, kind, createdAt: new Date() })) expect(places.has(later)).toBe(true);
    expect(looks).toBeLessThanOrEqual(3);
  });
});
