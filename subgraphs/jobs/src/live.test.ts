import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CANCEL_JOB,
  COMPLETE_JOB,
  CREATE_JOB,
  JOB_PROGRESS,
  JOB_UPDATES,
  newJob,
  nobody,
  openStudio,
  person,
  service,
  START_JOB,
} from '../testing/index.ts';
import type { GraphAnswer, Studio } from '../testing/index.ts';
import { jobProgressChannel } from './contracts.ts';

const worker = service('generation');
let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;

beforeAll(async () => {
  database = await testDatabase('live');
  studio = await openStudio({ databaseUrl: database.url, tasks: false });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const someone = () => `person-${createId()}`;
const tell = (query: string, variables: Record<string, unknown>, viewer = worker) =>
  studio.ask({ query, variables, viewer });
const make = async (ownerId: string) => {
  const input = newJob({ ownerId, estimatedMs: 60_000 });
  await tell(CREATE_JOB, { input });
  return input.id;
};
const complete = (id: string) =>
  tell(COMPLETE_JOB, { input: { id, attempt: 1, chargedCredits: 2, resultType: 'Image', resultId: createId() } });
const step = (jobId: string, ownerId: string, number: number) =>
  studio.platform.bus.publish(jobProgressChannel, {
    ...{ jobId, ownerId, attempt: 1, step: number, stepsTotal: 20, progress: number / 20, etaMs: 900 },
    preview: 'data:image/webp;base64,AAAA',
  });

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly step: number | null;
  readonly preview: string | null;
  readonly position: number | null;
}

const shown = ({ data, errors }: GraphAnswer): Shown => {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Shown;
};
const next = async (stream: AsyncIterableIterator<GraphAnswer>) => {
  const { done, value } = await stream.next();
  return done ? undefined : shown(value as GraphAnswer);
};
/** Reads on until the state is there: positions may change in between. */
const until = async (stream: AsyncIterableIterator<GraphAnswer>, status: string) => {
  for (let seen = await next(stream); seen; seen = await next(stream)) if (seen.status === status) return seen;
  throw new Error(`The stream ended before ${status}.`);
};

describe('watching one job', () => {
  it('shows its state at once, every step, its end, and then nothing more', async () => {
    const ownerId = someone();
    const id = await make(ownerId);
    const stream = await studio.watch({ query: JOB_PROGRESS, variables: { id }, viewer: person(ownerId) });

    expect(await next(stream)).toMatchObject({ id, status: 'QUEUED' });
    await tell(START_JOB, { id, attempt: 1 });
    await until(stream, 'RUNNING');
    for (const number of [1, 2, 3]) {
      await step(id, ownerId, number);
      expect(await next(stream)).toMatchObject({ status: 'RUNNING', step: number, stepsTotal: 20, etaMs: 900 });
    }
    await complete(id);

    expect(await next(stream)).toMatchObject({ status: 'COMPLETED', progress: 1 });
    expect(await next(stream)).toBeUndefined();
  });

  it('shows the latest preview to whoever comes later, and the end to whoever comes too late', async () => {
    const ownerId = someone();
    const id = await make(ownerId);
    await tell(START_JOB, { id, attempt: 1 });
    await step(id, ownerId, 7);
    const watch = () => studio.watch({ query: JOB_PROGRESS, variables: { id }, viewer: person(ownerId) });

    const late = await watch();
    expect(await next(late)).toMatchObject({ status: 'RUNNING', step: 7, preview: 'data:image/webp;base64,AAAA' });
    await late.return?.();
    await complete(id);
    const tooLate = await watch();

    expect(await next(tooLate)).toMatchObject({ status: 'COMPLETED' });
    expect(await next(tooLate)).toBeUndefined();
  });

  it('finds out by itself when the message of a change is lost', async () => {
    const ownerId = someone();
    const id = await make(ownerId);
    const stream = await studio.watch({ query: JOB_PROGRESS, variables: { id }, viewer: person(ownerId) });
    await next(stream);

    await behindOurBack("UPDATE job SET status = 'FAILED', error_code = 'X', version = version + 1 WHERE id = $1", [
      id,
    ]);

    expect(await until(stream, 'FAILED')).toMatchObject({ id });
  });

  it('tells when the place in the queue changes', async () => {
    const [first, ownerId] = [someone(), someone()];
    const ahead = await make(first);
    const id = await make(ownerId);
    const stream = await studio.watch({ query: JOB_PROGRESS, variables: { id }, viewer: person(ownerId) });
    const before = (await next(stream))?.position ?? 0;

    await tell(CANCEL_JOB, { id: ahead }, person(first));

    for (let seen = await next(stream); seen?.position !== before - 1; seen = await next(stream))
      expect(seen).toBeDefined();
    await stream.return?.();
  });

  it('is for its owner alone', async () => {
    const id = await make(someone());
    const errorOf = async (viewer: ReturnType<typeof person>, of = id) => {
      const stream = await studio.watch({ query: JOB_PROGRESS, variables: { id: of }, viewer });
      const { value } = await stream.next();
      return (value as GraphAnswer).errors?.[0];
    };

    expect(await errorOf(person('stranger', 'ko'))).toMatchObject({
      message: '작업이 없거나 내 작업이 아니에요.',
      extensions: { code: 'NOT_FOUND' },
    });
    expect((await errorOf(person('stranger'), createId()))?.extensions?.code).toBe('NOT_FOUND');
    expect((await errorOf(nobody))?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('watching all of one’s jobs', () => {
  it('shows those that live, oldest first, then every change of any, and of nobody else’s', async () => {
    const ownerId = someone();
    const old = await make(ownerId);
    const gone = new AbortController();
    const stream = await studio.watch({ query: JOB_UPDATES, viewer: person(ownerId), signal: gone.signal });
    expect(await next(stream)).toMatchObject({ id: old, status: 'QUEUED' });

    const fresh = await make(ownerId);
    await make(someone());
    expect(await until(stream, 'QUEUED')).toMatchObject({ id: fresh });
    await tell(CANCEL_JOB, { id: old }, person(ownerId));
    expect(await until(stream, 'CANCELED')).toMatchObject({ id: old });
    await tell(START_JOB, { id: fresh, attempt: 1 });
    expect(await until(stream, 'RUNNING')).toMatchObject({ id: fresh });

    gone.abort();
    expect(await next(stream)).toBeUndefined();
  });
});

describe('a stream that was cut', () => {
  const PROGRESS_AFTER =
    'subscription ($id: ID!, $after: Int) { jobProgress(id: $id, after: $after) { id status step seq } }';
  const UPDATES_AFTER = 'subscription ($after: Int) { jobUpdates(after: $after) { id status seq } }';
  const watchFrom = (query: string, viewer: ReturnType<typeof person>, variables: Record<string, unknown>) =>
    studio.watch({ query, variables, viewer });
  const seqOf = async (stream: AsyncIterableIterator<GraphAnswer>) =>
    (await next(stream)) as (Shown & { seq: number }) | undefined;

  it('of one job goes on behind the step that was seen last, and is over when its end was seen', async () => {
    const ownerId = someone();
    const id = await make(ownerId);
    await tell(START_JOB, { id, attempt: 1 });
    await step(id, ownerId, 3);
    const first = await watchFrom(PROGRESS_AFTER, person(ownerId), { id });
    const seen = await seqOf(first);
    expect(seen).toMatchObject({ status: 'RUNNING', step: 3 });
    await first.return?.();

    const again = await watchFrom(PROGRESS_AFTER, person(ownerId), { id, after: seen?.seq });
    const waiting = seqOf(again);
    await step(id, ownerId, 4);
    expect(await waiting).toMatchObject({ status: 'RUNNING', step: 4 });
    await complete(id);
    const end = await seqOf(again);
    expect(end).toMatchObject({ status: 'COMPLETED' });

    const over = await watchFrom(PROGRESS_AFTER, person(ownerId), { id, after: end?.seq });
    expect(await seqOf(over)).toBeUndefined();
  });

  it('of all one’s jobs tells every change that was missed, in order, and none twice', async () => {
    const ownerId = someone();
    const first = await make(ownerId);
    const stream = await watchFrom(UPDATES_AFTER, person(ownerId), {});
    const seen = await seqOf(stream);
    expect(seen).toMatchObject({ id: first, status: 'QUEUED' });
    await stream.return?.();

    const second = await make(ownerId);
    await tell(CANCEL_JOB, { id: first }, person(ownerId));
    await tell(START_JOB, { id: second, attempt: 1 });
    const again = await watchFrom(UPDATES_AFTER, person(ownerId), { after: seen?.seq });
    const missed = [await seqOf(again), await seqOf(again)];

    expect(missed).toMatchObject([
      { id: first, status: 'CANCELED' },
      { id: second, status: 'RUNNING' },
    ]);
    expect(missed[1]?.seq).toBeGreaterThan(missed[0]?.seq ?? 0);
    await again.return?.();
  });

  it('of a person with more than a thousand jobs shows every one, and then the end of every one', async () => {
    const ownerId = someone();
    const many = 1_020;
    await behindOurBack(
      `INSERT INTO job (id, kind, owner_id, status, quoted_credits, estimated_ms, priority, payload)
       SELECT gen_random_uuid(), 'image.text-to-image', $1, 'QUEUED', 2, 1000, 0, '{}' FROM generate_series(1, $2::int)`,
      [ownerId, many],
    );
    const first = await watchFrom(UPDATES_AFTER, person(ownerId), {});
    const shownAtFirst = new Set<string | undefined>();
    let last: number | undefined;
    for (let seen = await seqOf(first); seen; seen = shownAtFirst.size < many ? await seqOf(first) : undefined) {
      shownAtFirst.add(seen.id);
      last = seen.seq ?? last;
    }
    await first.return?.();
    await behindOurBack(
      `UPDATE job SET status = 'CANCELED', finished_at = now(), version = version + 1 WHERE owner_id = $1`,
      [ownerId],
    );

    const again = await watchFrom(UPDATES_AFTER, person(ownerId), { after: last });
    const ended = new Set<string | undefined>();
    for (let n = 0; n < many; n++) ended.add((await seqOf(again))?.id);
    await again.return?.();

    expect(ended).toEqual(shownAtFirst);
  });

  it('numbers changes of many jobs at once without a gap', async () => {
    const ownerId = someone();
    const stream = await watchFrom(UPDATES_AFTER, person(ownerId), { after: 0 });
    const ids = await Promise.all(Array.from({ length: 6 }, () => make(ownerId)));
    const numbers = await Promise.all(ids.map(async () => (await seqOf(stream))?.seq));

    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6]);
    await stream.return?.();
  });
});

async function behindOurBack(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}
