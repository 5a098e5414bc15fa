import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  COMPLETE_JOB,
  CREATE_JOB,
  newJob,
  openStudio,
  person,
  SEAL_JOB,
  service,
  START_JOB,
} from '../testing/index.ts';
import type { Studio } from '../testing/index.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  database = await testDatabase('jobs-usage');
  studio = await openStudio({ databaseUrl: database.url, tasks: false });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const USAGE = `query ($of: [_Any!]!, $from: DateTime, $to: DateTime, $timeZone: String) { _entities(representations: $of) {
  ... on User { usage(from: $from, to: $to, timeZone: $timeZone) { jobs credits seconds days { day kind jobs credits seconds } } } } }`;

const usageOf = async (userId: string, viewer: Viewer = person(userId), span: object = {}) =>
  studio.ask({ query: USAGE, variables: { of: [{ __typename: 'User', id: userId }], ...span }, viewer });
const tell = async (query: string, variables: Record<string, unknown>) =>
  expect((await studio.ask({ query, variables, viewer: service('generation') })).errors).toBeUndefined();

/** A job that ran for `seconds` and ended so many days ago. */
async function finish(
  ownerId: string,
  { kind = 'image.upscale', daysAgo = 0, seconds = 2, chargedCredits = 2, at = '' } = {},
): Promise<void> {
  const input = newJob({ ownerId, kind });
  await tell(CREATE_JOB, { input });
  const { id } = input;
  await tell(START_JOB, { id, attempt: 1 });
  await tell(SEAL_JOB, { id, attempt: 1, resultType: 'Image', resultId: createId() });
  await tell(COMPLETE_JOB, { input: { id, attempt: 1, resultType: 'Image', resultId: createId(), chargedCredits } });
  const ended = at ? new Date(at) : new Date(Date.now() - daysAgo * DAY_MS);
  await studio.query(
    'UPDATE job SET finished_at = $2, started_at = $2::timestamptz - make_interval(secs => $3) WHERE id = $1',
    [id, ended, seconds],
  );
}

describe('what a person used', () => {
  it('is counted by kind and day, in jobs, credits and seconds', async () => {
    const ada = `person-${createId()}`;
    await finish(ada);
    await finish(ada, { seconds: 3 });
    await finish(ada, { kind: 'image.inpaint' });
    await finish(ada, { daysAgo: 3, seconds: 0.5 });
    await finish(ada, { daysAgo: 40 });
    await finish(`person-${createId()}`);
    await tell(CREATE_JOB, { input: newJob({ ownerId: ada }) });
    const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);

    const { data } = await usageOf(ada);

    expect(data).toEqual({
      _entities: [
        {
          usage: {
            jobs: 4,
            credits: 8,
            seconds: 7.5,
            days: [
              { day: day(3), kind: 'image.upscale', jobs: 1, credits: 2, seconds: 0.5 },
              { day: day(0), kind: 'image.inpaint', jobs: 1, credits: 2, seconds: 2 },
              { day: day(0), kind: 'image.upscale', jobs: 2, credits: 4, seconds: 5 },
            ],
          },
        },
      ],
    });
    const from = new Date(Date.now() - 60 * DAY_MS).toISOString();
    expect((await usageOf(ada, person(ada), { from })).data).toMatchObject({ _entities: [{ usage: { jobs: 5 } }] });
  });

  it('is counted on the days of the person’s own time zone, also where one has 25 hours', async () => {
    const ada = `person-${createId()}`;
    // The first and the last half hour of the 1st in New York, and the first of the 2nd.
    for (const at of ['2026-11-01T04:30:00Z', '2026-11-02T04:30:00Z', '2026-11-02T05:30:00Z'])
      await finish(ada, { at });
    const span = { from: '2026-10-31T04:00:00Z', to: '2026-11-03T05:00:00Z', timeZone: 'America/New_York' };
    const usage = (await usageOf(ada, person(ada), span)).data;

    expect(usage).toMatchObject({
      _entities: [
        {
          usage: {
            days: [
              { day: '2026-11-01', jobs: 2 },
              { day: '2026-11-02', jobs: 1 },
            ],
          },
        },
      ],
    });
    const elsewhere = await usageOf(ada, person(ada), { ...span, timeZone: 'Mars/Olympus' });
    expect(elsewhere.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('is what was charged, though less than was quoted, or nothing', async () => {
    const ada = `person-${createId()}`;
    for (const chargedCredits of [2, 1, 0]) await finish(ada, { chargedCredits });

    expect((await usageOf(ada)).data).toMatchObject({ _entities: [{ usage: { jobs: 3, credits: 3 } }] });
  });

  it('is nobody else’s to see, and is asked for within bounds', async () => {
    const ada = `person-${createId()}`;
    for (const stranger of [person('somebody'), admin('an-admin'), service('generation')]) {
      expect((await usageOf(ada, stranger)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    const narrow: Viewer = { ...person(ada), apiKeyId: 'key', scopes: ['generate'] } as Viewer;
    expect((await usageOf(ada, narrow)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const from = new Date(Date.now() - 500 * DAY_MS).toISOString();
    expect((await usageOf(ada, person(ada), { from })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
