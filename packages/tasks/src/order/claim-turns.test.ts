import { randomUUID } from 'node:crypto';
import { createLogger } from '@modu/logger';
import { createPool } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTaskQueue, defineTask, QUICK_TIMINGS } from '../index.ts';
import type { LinePlace, TaskQueue } from '../index.ts';
import { claimTurns } from './claim-turns.ts';

const logger = createLogger({ level: 'silent' });
const schema = z.object({ label: z.string() });
let database: Awaited<ReturnType<typeof testDatabase>>;
let queue: TaskQueue;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase('turns');
  queue = await createTaskQueue({ databaseUrl: database.url, logger, timings: QUICK_TIMINGS });
  pool = createPool({ url: database.url, applicationName: 'test' });
});

afterAll(async () => {
  await queue.close();
  await pool.end();
  await database.drop();
});

const newTask = () => defineTask({ name: `test.${randomUUID()}`, schema, inLines: true });
const claim = async (task: string | readonly string[], free = 1) =>
  (await claimTurns({ pool, tasks: [task].flat(), free, leaseSeconds: 10 })).map(
    ({ data }) => (data as { input: { label: string } }).input.label,
  );
const placeOf = (ownerId: string, parts: Partial<LinePlace> = {}): LinePlace => ({
  ownerId,
  ...{ tier: 0, slots: 10, costMs: 1_000 },
  ...parts,
});

describe('a claim', () => {
  it('writes what pg-boss’s own fetch writes', async () => {
    const [ours, theirs] = [newTask(), newTask()];
    const rows = [];
    for (const task of [ours, theirs]) {
      const id = (await queue.enqueue(task, { label: 'x' }, { line: placeOf('ada') })) ?? '';
      const fetch = () => queue.boss.fetch(task.name);
      await (task === ours ? claim(ours.name) : fetch());
      await queue.boss.fail(task.name, id);
      await pool.query('UPDATE pgboss.job SET start_after = now() WHERE id = $1', [id]);
      await (task === ours ? claim(ours.name) : fetch());
      const { rows: found } = await pool.query(
        `SELECT to_jsonb(j) - '{id,name,data,created_on,start_after,started_on,keep_until,heartbeat_on}'::text[] AS row,
           started_on = heartbeat_on AND now() - started_on < interval '1 minute' AS "startedNow"
         FROM pgboss.job j WHERE id = $1`,
        [id],
      );
      rows.push(found[0]);
    }
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[0]).toMatchObject({ startedNow: true, row: { state: 'active', retry_count: 1 } });
  });

  it('takes the higher tier first, then whoever used less, and everyone’s oldest first', async () => {
    const task = newTask();
    for (const [label, place] of [
      ['free 1', placeOf('free')],
      ['flood 1', placeOf('flood', { tier: 2 })],
      ['flood 2', placeOf('flood', { tier: 2 })],
      ['other 1', placeOf('other', { tier: 2 })],
    ] as const)
      await queue.enqueue(task, { label }, { line: place });

    expect(await claim(task.name, 10)).toEqual(['flood 1', 'other 1', 'flood 2', 'free 1']);
  });

  it('fills all free slots from the one of several tasks that somebody waits for', async () => {
    const [none, some] = [newTask(), newTask()];
    await queue.ensure(none);
    for (const label of ['1', '2', '3']) await queue.enqueue(some, { label }, { line: placeOf('ada') });

    expect(await claim([none.name, some.name], 5)).toEqual(['1', '2', '3']);
  });

  it('remembers from claim to claim what people have used', async () => {
    const task = newTask();
    for (let n = 0; n < 4; n++)
      await queue.enqueue(task, { label: `big ${n}` }, { line: placeOf('big', { costMs: 5_000 }) });
    for (let n = 0; n < 4; n++)
      await queue.enqueue(task, { label: `small ${n}` }, { line: placeOf('small', { costMs: 1_000 }) });

    const order = [];
    for (let n = 0; n < 8; n++) order.push(...(await claim(task.name)));

    expect(order.slice(0, 6)).toEqual(['big 0', 'small 0', 'small 1', 'small 2', 'small 3', 'big 1']);
  });

  it('of several tasks takes the higher tier first, whichever it waits for, and counts what was used of any', async () => {
    const [words, larger] = [newTask(), newTask()];
    const tasks = [words.name, larger.name];
    const put = (task: typeof words, label: string, place: LinePlace) =>
      queue.enqueue(task, { label }, { line: place });
    for (let n = 0; n < 3; n++) await put(larger, `free ${n}`, placeOf('free'));
    for (let n = 0; n < 3; n++) await put(words, `enterprise ${n}`, placeOf('enterprise', { tier: 4 }));

    expect(await claim(tasks, 4)).toEqual(['enterprise 0', 'enterprise 1', 'enterprise 2', 'free 0']);

    await put(words, 'of the one who had a turn', placeOf('free'));
    await put(words, 'of another', placeOf('another'));
    expect(await claim(tasks, 3)).toEqual(['of another', 'free 1', 'free 2']);
  });

  it('keeps a person’s bound over all tasks, and under many claims at once', async () => {
    const [one, other] = [newTask(), newTask()];
    for (const task of [one, other])
      for (let n = 0; n < 5; n++)
        await queue.enqueue(task, { label: `${n}` }, { line: placeOf('two at once', { slots: 2 }) });

    const claims = await Promise.all([one, other, one, other].map(({ name }) => claim(name, 3)));

    expect(claims.flat()).toHaveLength(2);
  });

  it('is not made while the studio is paused', async () => {
    const task = newTask();
    await queue.enqueue(task, { label: 'patient' }, { line: placeOf('ada', { slots: 100 }) });
    await queue.pause();
    expect(await claim(task.name)).toEqual([]);
    expect(await queue.pausedAt()).toBeInstanceOf(Date);
    await queue.resume();
    expect(await claim(task.name)).toEqual(['patient']);
  });
});
