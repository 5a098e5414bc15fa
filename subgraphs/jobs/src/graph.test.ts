import { createId } from '@modu/ids';
import { newTraceId, runWithTrace } from '@modu/logger';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CANCEL_JOB,
  CLEAR_QUEUE,
  COMPLETE_JOB,
  CREATE_JOB,
  FAIL_JOB,
  JOB,
  JOB_ADMISSION,
  JOBS,
  newJob,
  nobody,
  openStudio,
  person,
  QUEUE,
  SEAL_JOB,
  service,
  START_JOB,
} from '../testing/index.ts';
import type { GraphAnswer, Studio } from '../testing/index.ts';

const worker = service('generation');
let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;

beforeAll(async () => {
  database = await testDatabase('jobs');
  studio = await openStudio({ databaseUrl: database.url, tasks: false });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const someone = () => `person-${createId()}`;
const only = ({ data, errors }: GraphAnswer) => {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Record<string, unknown>;
};
const codeOf = ({ errors }: GraphAnswer) => errors?.[0]?.extensions?.code;
const tell = async (query: string, variables: Record<string, unknown>, viewer = worker) =>
  only(await studio.ask({ query, variables, viewer }));
const make = async (overrides: Parameters<typeof newJob>[0] = {}) => {
  const input = newJob(overrides);
  expect(await tell(CREATE_JOB, { input })).toMatchObject({ __typename: 'Job' });
  return input;
};
const read = async (id: string, userId: string) => tell(JOB, { id }, person(userId));

describe('making a job', () => {
  it('puts it at the end of the queue, with its place and its wait', async () => {
    const ownerId = someone();
    await make({ ownerId, estimatedMs: 4_000 });
    const second = await make({ ownerId, estimatedMs: 1_000 });

    const job = await read(second.id, ownerId);
    const queue = await tell(QUEUE, {}, person(ownerId));

    expect(job).toMatchObject({
      status: 'QUEUED',
      progress: 0,
      attempt: 0,
      owner: { id: ownerId },
      chargedCredits: null,
    });
    expect(job['position']).toBeGreaterThanOrEqual(2);
    expect(job['etaMs']).toBeGreaterThanOrEqual(5_000);
    expect(queue).toMatchObject({ myQueued: 2, myRunning: 0 });
    expect(queue['expectedWaitMs']).toBeGreaterThanOrEqual(5_000);
  });

  it('is the same job again for the same id and content, and a conflict for other content', async () => {
    const input = await make();

    expect(await tell(CREATE_JOB, { input: { ...input, priority: 5 } })).toMatchObject({
      __typename: 'Job',
      id: input.id,
    });
    const other = { ...input, payload: { prompt: 'a dog' } };
    expect(await tell(CREATE_JOB, { input: other })).toMatchObject({ __typename: 'Refusal', code: 'CONFLICT' });
  });

  it('has one id however its letters are written, and a title that is cut between signs', async () => {
    const input = newJob({ ownerId: someone(), title: `${'a'.repeat(799)}👩` });

    const made = await tell(CREATE_JOB, { input: { ...input, id: input.id.toUpperCase() } });
    expect(made).toMatchObject({ __typename: 'Job', id: input.id });
    expect(await tell(CANCEL_JOB, { id: input.id.toUpperCase() }, person(input.ownerId))).toMatchObject({
      status: 'CANCELED',
    });
  });

  it('is refused when the owner has all the jobs they may have, even if they ask for many at once', async () => {
    const ownerId = someone();
    const limits = { ownerId, queuedJobsMax: 2, runningJobsMax: 1 };
    const inputs = Array.from({ length: 6 }, () => newJob(limits));

    const answers = await Promise.all(inputs.map((input) => tell(CREATE_JOB, { input })));

    expect(answers.filter(({ __typename }) => __typename === 'Job')).toHaveLength(3);
    const refusals = answers.filter(({ __typename }) => __typename === 'Refusal');
    expect(refusals).toHaveLength(3);
    expect(refusals[0]).toMatchObject({ code: 'QUEUE_FULL', retryAfterMs: 1_500 });
    expect(refusals[0]?.['message']).toContain('2 jobs waiting');
  });

  it('may be asked about before: it is there, there is room for it, or there is none', async () => {
    const ownerId = someone();
    const admission = { ownerId, priority: 0, queuedJobsMax: 1, runningJobsMax: 1 };
    const ask = (id: string | null) =>
      studio.ask({ query: JOB_ADMISSION, variables: { input: { ...admission, id } }, viewer: worker });

    expect(await ask(null)).toEqual({ data: { jobAdmission: null } });
    const { id } = await make({ ownerId });
    expect(await ask(createId())).toEqual({ data: { jobAdmission: null } });
    await make({ ownerId });

    expect(only(await ask(null))).toMatchObject({ code: 'QUEUE_FULL', retryAfterMs: expect.any(Number) as number });
    expect(only(await ask(id))).toMatchObject({ __typename: 'Job', id });
    const byPerson = await studio.ask({
      query: JOB_ADMISSION,
      variables: { input: admission },
      viewer: person(ownerId),
    });
    expect(codeOf(byPerson)).toBe('FORBIDDEN');
  });

  it('is for services, and refused when it is described wrongly', async () => {
    expect(codeOf(await studio.ask({ query: CREATE_JOB, variables: { input: newJob() }, viewer: person('eve') }))).toBe(
      'FORBIDDEN',
    );
    for (const wrong of [
      { id: 'x' },
      { kind: 'No Kind' },
      { quotedCredits: -1 },
      { runningJobsMax: 0 },
      { ownerId: '' },
      { title: 'half of a sign \ud83d' },
      { payload: { prompt: 'a zero \0 inside' } },
      { payload: { 'name \udc00': [1] } },
      { payload: { mask: 'A'.repeat(128_000) } },
    ]) {
      const answer = await tell(CREATE_JOB, { input: { ...newJob(), ...wrong } });
      expect(answer).toMatchObject({ code: 'INVALID_INPUT', path: ['input', Object.keys(wrong)[0]] });
    }
  });
});

describe('a job’s life', () => {
  it('goes from the queue over a run to its result', async () => {
    const { id, ownerId } = await make({ ownerId: someone() });

    expect(await tell(START_JOB, { id, attempt: 1 })).toMatchObject({ status: 'RUNNING', attempt: 1 });
    expect(await read(id, ownerId)).toMatchObject({ status: 'RUNNING', position: null });
    expect(await tell(SEAL_JOB, { id, attempt: 1 })).toMatchObject({ __typename: 'Job' });
    const result = { chargedCredits: 1, resultType: 'Image', resultId: createId() };
    expect(await tell(COMPLETE_JOB, { input: { id, attempt: 1, ...result } })).toMatchObject({ status: 'COMPLETED' });

    expect(await read(id, ownerId)).toMatchObject({
      ...{ status: 'COMPLETED', progress: 1, chargedCredits: 1, refundedCredits: 1 },
      result: { id: result.resultId },
    });
    expect(await tell(CANCEL_JOB, { id }, person(ownerId))).toMatchObject({ code: 'ALREADY_FINISHED' });
  });

  it('belongs to one run at a time', async () => {
    const { id } = await make();
    await tell(START_JOB, { id, attempt: 1 });
    await tell(START_JOB, { id, attempt: 2 });

    const late = { id, attempt: 1 };
    const result = { chargedCredits: 2, resultType: 'Image', resultId: createId() };
    expect(await tell(START_JOB, late)).toMatchObject({ code: 'CONFLICT' });
    expect(await tell(SEAL_JOB, late)).toMatchObject({ code: 'CONFLICT' });
    expect(await tell(COMPLETE_JOB, { input: { ...late, ...result } })).toMatchObject({ code: 'CONFLICT' });
    expect(await tell(FAIL_JOB, { input: { ...late, code: 'ENGINE_FAILED', retryable: true } })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('ends as failed when its runs are used up, and says why in the owner’s language, with the trace of the last', async () => {
    const { id, ownerId } = await make({ ownerId: someone() });
    let traceId = '';
    for (const attempt of [1, 2, 3]) {
      await tell(START_JOB, { id, attempt });
      traceId = newTraceId();
      const input = { id, attempt, code: 'ENGINE_FAILED', retryable: true };
      const failed = await runWithTrace(traceId, () => tell(FAIL_JOB, { input }));
      expect(failed).toMatchObject({ status: attempt < 3 ? 'QUEUED' : 'FAILED' });
    }

    const korean = await tell(JOB, { id }, person(ownerId, 'ko'));
    expect(korean).toMatchObject({ refundedCredits: 2, error: { code: 'ENGINE_FAILED', retryable: true, traceId } });
    expect((korean['error'] as { message: string }).message).toContain('크레딧을 돌려드렸');
    expect(((await read(id, ownerId))['error'] as { message: string }).message).toContain('given back');
  });
});

describe('canceling', () => {
  it('ends a job that waits or runs, and once more changes nothing', async () => {
    const ownerId = someone();
    const waiting = await make({ ownerId });
    const running = await make({ ownerId });
    await tell(START_JOB, { id: running.id, attempt: 1 });

    for (const { id } of [waiting, running, running]) {
      const canceled = await tell(CANCEL_JOB, { id }, person(ownerId));
      expect(canceled).toMatchObject({ __typename: 'Job', status: 'CANCELED', refundedCredits: 2 });
    }
    expect(await tell(SEAL_JOB, { id: running.id, attempt: 1 })).toMatchObject({ code: 'ALREADY_FINISHED' });
  });

  it('is refused once the result is being made final, in both languages', async () => {
    const { id, ownerId } = await make({ ownerId: someone() });
    await tell(START_JOB, { id, attempt: 1 });
    await tell(SEAL_JOB, { id, attempt: 1 });

    expect(await tell(CANCEL_JOB, { id }, person(ownerId))).toMatchObject({
      message: expect.stringContaining('no longer') as string,
    });
    const korean = await tell(CANCEL_JOB, { id }, person(ownerId, 'ko'));
    expect(korean).toMatchObject({
      code: 'ALREADY_FINISHED',
      message: expect.stringContaining('취소할 수 없어요') as string,
    });
  });

  it('clears all that wait and leaves alone what runs', async () => {
    const ownerId = someone();
    const running = await make({ ownerId });
    await tell(START_JOB, { id: running.id, attempt: 1 });
    const waiting = [await make({ ownerId }), await make({ ownerId })];
    const foreign = await make({ ownerId: someone() });

    const { canceled } = (await tell(CLEAR_QUEUE, {}, person(ownerId))) as { canceled: { id: string }[] };

    expect(canceled.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
    expect(await read(running.id, ownerId)).toMatchObject({ status: 'RUNNING' });
    expect(await read(foreign.id, foreign.ownerId)).toMatchObject({ status: 'QUEUED' });
  });
});

describe('a stranger', () => {
  it('sees and cancels nothing of others, and learns nothing of what exists', async () => {
    const { id, ownerId } = await make({ ownerId: someone() });
    const stranger = person('stranger');

    expect(await tell(JOB, { id }, stranger)).toBeNull();
    expect(await tell(JOB, { id: 'not an id' }, stranger)).toBeNull();
    expect(await tell(CANCEL_JOB, { id }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tell(JOBS, {}, stranger)).toMatchObject({ edges: [] });
    expect(await tell(QUEUE, {}, stranger)).toMatchObject({ myQueued: 0, myRunning: 0 });
    const reference = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Job { id status } } }`;
    const variables = { of: [{ __typename: 'Job', id }] };
    expect((await studio.ask({ query: reference, variables, viewer: stranger })).data).toEqual({ _entities: [null] });
    expect((await studio.ask({ query: reference, variables, viewer: person(ownerId) })).data).toEqual({
      _entities: [{ id, status: 'QUEUED' }],
    });
  });

  it('must sign in', async () => {
    for (const [query, variables] of [
      [JOB, { id: createId() }],
      [JOBS, {}],
      [QUEUE, {}],
      [CANCEL_JOB, { id: createId() }],
      [CLEAR_QUEUE, {}],
    ] as const) {
      expect(codeOf(await studio.ask({ query, variables, viewer: nobody }))).toBe('UNAUTHENTICATED');
    }
  });
});

describe('how one’s jobs ended', () => {
  const OUTCOMES = `query ($of: [_Any!]!, $from: DateTime!, $to: DateTime!) { _entities(representations: $of) { ... on Dashboard {
    jobs(from: $from, to: $to) { completed failed canceled successRate days { completed failed canceled } } } } }`;
  const outcomesOf = (ownerId: string, viewer: ReturnType<typeof person>, days = 7) => {
    const span = {
      from: new Date(Date.now() - days * 86_400_000).toISOString(),
      to: new Date(Date.now() + 60_000).toISOString(),
    };
    return studio.ask({
      query: OUTCOMES,
      viewer,
      variables: { of: [{ __typename: 'Dashboard', id: ownerId }], ...span },
    });
  };

  it('is told per day, with the share that succeeded; canceled ones are no failure', async () => {
    const ownerId = someone();
    expect((await outcomesOf(ownerId, person(ownerId))).data).toMatchObject({
      _entities: [{ jobs: { completed: 0, successRate: null, days: [] } }],
    });
    const [good, bad, canceled] = [await make({ ownerId }), await make({ ownerId }), await make({ ownerId })];
    for (const { id } of [good, bad]) await tell(START_JOB, { id, attempt: 1 });
    await tell(COMPLETE_JOB, {
      input: { id: good.id, attempt: 1, chargedCredits: 0, resultType: 'Image', resultId: createId() },
    });
    await tell(FAIL_JOB, { input: { id: bad.id, attempt: 1, code: 'BROKEN', retryable: false } });
    await tell(CANCEL_JOB, { id: canceled.id }, person(ownerId));

    const { data } = await outcomesOf(ownerId, person(ownerId));
    expect(data).toEqual({
      _entities: [
        {
          jobs: {
            ...{ completed: 1, failed: 1, canceled: 1, successRate: 0.5 },
            days: [{ completed: 1, failed: 1, canceled: 1 }],
          },
        },
      ],
    });
  });

  it('is told on the day that a job was made on where the person is', async () => {
    const ownerId = someone();
    const { id } = await make({ ownerId });
    await studio.query('UPDATE job SET created_at = $2 WHERE id = $1', [id, new Date('2026-11-20T23:30:00Z')]);
    const query = `query ($of: [_Any!]!, $zone: String) { _entities(representations: $of) { ... on Dashboard {
      jobs(from: "2026-11-19T15:00:00Z", to: "2026-11-21T15:00:00Z", timeZone: $zone) { days { day } } } } }`;
    const daysIn = async (zone: string) => {
      const variables = { of: [{ __typename: 'Dashboard', id: ownerId }], zone };
      return studio.ask({ query, viewer: person(ownerId), variables });
    };

    expect((await daysIn('Asia/Seoul')).data).toEqual({ _entities: [{ jobs: { days: [{ day: '2026-11-21' }] } }] });
    expect((await daysIn('UTC')).data).toEqual({ _entities: [{ jobs: { days: [{ day: '2026-11-20' }] } }] });
    expect(codeOf(await daysIn('Mars/Olympus'))).toBe('BAD_USER_INPUT');
  });

  it('is nobody else’s, and asked for 400 days at most', async () => {
    expect((await outcomesOf(someone(), person('eve'))).data).toEqual({ _entities: [null] });
    expect(codeOf(await outcomesOf('eve', person('eve'), 401))).toBe('BAD_USER_INPUT');
  });
});

describe('the list of one’s jobs', () => {
  it('comes newest first, in pages, by status and kind', async () => {
    const ownerId = someone();
    const made: string[] = [];
    for (let n = 0; n < 5; n++) made.unshift((await make({ ownerId })).id);
    const other = await make({ ownerId, kind: 'testing.other' });
    await tell(START_JOB, { id: made[0] ?? '', attempt: 1 });

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const found = (await tell(JOBS, { first: 2, after, kind: 'testing.sleep' }, person(ownerId))) as unknown as Page;
      seen.push(...found.edges.map(({ node }) => node.id));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);

    expect(seen).toEqual(made);
    const running = (await tell(JOBS, { status: ['RUNNING'] }, person(ownerId))) as unknown as Page;
    expect(running.edges.map(({ node }) => node.id)).toEqual([made[0]]);
    expect(seen).not.toContain(other.id);
  });

  it('refuses pages of nonsense', async () => {
    const cursor = (ms: number) => Buffer.from(JSON.stringify([ms, createId()])).toString('base64url');
    const times = [Number.MAX_SAFE_INTEGER, -8_640_000_000_000_000].map((ms) => ({ after: cursor(ms) }));
    const pages = [{ first: 0 }, { first: 1_000 }, { after: 'x' }, { after: 'WzEsMl0' }, ...times];
    for (const variables of [...pages, { kind: '\0' }]) {
      expect(codeOf(await studio.ask({ query: JOBS, variables, viewer: person('ada') }))).toBe('BAD_USER_INPUT');
    }
  });
});

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
