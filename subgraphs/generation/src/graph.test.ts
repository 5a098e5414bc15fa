import { createId } from '@modu/ids';
import { JOB, nobody, person, service } from '@modu/jobs/testing';
import type { GraphAnswer } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestEngine, GENERATE_IMAGE, MODELS, openAtelierStudio, QUOTE_IMAGE } from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: AtelierStudio;

beforeAll(async () => {
  database = await testDatabase('generation');
  studio = await openAtelierStudio({ databaseUrl: database.url, engine: createTestEngine(), worker: false });
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
const ask = async (query: string, input: Record<string, unknown>, viewer = person('ada')) =>
  only(await studio.ask({ subgraph: 'generation', query, variables: { input }, viewer }));
const generate = (input: Record<string, unknown>, viewer = person(someone())) =>
  ask(GENERATE_IMAGE, { prompt: 'a cat', ...input }, viewer);
const heldBy = (userId: string) => 100 - studio.billing.available(userId);

describe('the list of models', () => {
  it('says plainly what does the work, in the viewer’s language', async () => {
    const list = async (locale: 'en' | 'ko') =>
      only(await studio.ask({ subgraph: 'generation', query: MODELS, viewer: { kind: 'anonymous', locale } }));

    expect(await list('en')).toMatchObject([
      {
        id: 'sketch-1',
        name: 'Sketch',
        engine: 'Test painter (not a neural model)',
        minimumTier: 'FREE',
        available: true,
        readsNegativePrompt: true,
      },
    ]);
    expect(await list('ko')).toMatchObject([{ engine: 'Test painter (신경망 모델이 아니에요)' }]);
  });

  it('answers references of other domains, and finds nothing that is not there', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Model { name limits { stepsMax } } } }';
    const variables = { of: ['sketch-1', 'dream-9'].map((id) => ({ __typename: 'Model', id })) };
    const found = await studio.ask({ subgraph: 'generation', query, variables, viewer: nobody });

    expect(found.data).toEqual({ _entities: [{ name: 'Sketch', limits: { stepsMax: 60 } }, null] });
  });
});

describe('the list of styles', () => {
  it('has names in the viewer’s language', async () => {
    const list = async (locale: 'en' | 'ko') =>
      only(
        await studio.ask({
          subgraph: 'generation',
          query: '{ styles { id name } }',
          viewer: { kind: 'anonymous', locale },
        }),
      );

    expect(await list('en')).toContainEqual({ id: 'woodblock', name: 'Woodblock' });
    expect(await list('ko')).toContainEqual({ id: 'woodblock', name: '목판화' });
  });
});

describe('a quote', () => {
  it('is what will be charged', async () => {
    const wish = { width: 768, height: 640, steps: 33, count: 3 };
    const { credits } = await ask(QUOTE_IMAGE, wish);
    const viewer = person(someone());
    const { id } = await generate(wish, viewer);

    expect(only(await studio.ask({ query: JOB, variables: { id }, viewer }))).toMatchObject({ quotedCredits: credits });
    expect(heldBy((viewer as { userId: string }).userId)).toBe(credits);
  });

  it('says why it would be refused', async () => {
    const refusalOf = async (input: Record<string, unknown>, viewer = person('ada')) =>
      (await ask(QUOTE_IMAGE, input, viewer))['refusal'];

    expect(await refusalOf({})).toBeNull();
    expect(await refusalOf({ width: 511 })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'width'] });
    expect(await refusalOf({ width: 1_024 })).toMatchObject({ code: 'TIER_LIMIT' });
    expect(await refusalOf({ width: 1_024 }, nobody)).toBeNull();
    expect(await refusalOf({ modelId: 'dream-9' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf({ count: 9 })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'count'] });
    expect(await refusalOf({ task: 'UPSCALE', width: 1_024, height: 1_024 })).toBeNull();
    expect(await refusalOf({ task: 'UPSCALE', width: 2_048 })).toMatchObject({ code: 'TIER_LIMIT' });
  });
});

describe('a wish that cannot be granted', () => {
  it.each([
    [{ prompt: '   ' }, 'INVALID_INPUT', '보고 싶은 장면'],
    [{ prompt: 'x'.repeat(2_001) }, 'INVALID_INPUT', '2,000자'],
    [{ prompt: '그'.repeat(100_000) }, 'INVALID_INPUT', '2,000자'],
    [{ prompt: 'a cat \ud83d' }, 'INVALID_INPUT', '보이지 않는 글자'],
    [{ width: 513 }, 'INVALID_INPUT', '8의 배수'],
    [{ height: 9_999 }, 'INVALID_INPUT', '1,536픽셀'],
    [{ width: 1_024 }, 'TIER_LIMIT', '768픽셀'],
    [{ modelId: 'dream-9' }, 'NOT_FOUND', '없는 모델'],
    [{ seed: -5 }, 'INVALID_INPUT', '시드'],
  ])('is refused in words a person can act on: %o', async (wish, code, words) => {
    const userId = someone();

    expect(await generate(wish, person(userId, 'ko'))).toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
    expect(await generate(wish, person(userId))).toMatchObject({
      code,
      message: expect.stringMatching(/^[A-Z]/) as string,
    });
    expect(heldBy(userId)).toBe(0);
  });

  it('is refused when the credits do not suffice', async () => {
    const userId = someone();
    studio.billing.setAvailable(userId, 1);

    const refused = await generate({}, person(userId));

    expect(refused).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      message: expect.stringContaining('costs 2 credits') as string,
    });
    expect(studio.billing.available(userId)).toBe(1);
  });

  it('is refused when the queue is full, and no credits are touched for it', async () => {
    const userId = someone();
    const answers: Record<string, unknown>[] = [];
    for (let n = 0; n < 6; n++) answers.push(await generate({}, person(userId)));

    expect(answers.filter(({ __typename }) => __typename === 'Job')).toHaveLength(5);
    expect(answers[5]).toMatchObject({ code: 'QUEUE_FULL', retryAfterMs: expect.any(Number) as number });
    expect(heldBy(userId)).toBe(10);
    const holds = [...studio.billing.holds.values()].filter((hold) => hold.userId === userId);
    expect(holds).toHaveLength(5);
  });

  it('is refused to who has not signed in', async () => {
    const variables = { input: { prompt: 'a cat' } };
    for (const viewer of [nobody, service('gallery')]) {
      const { errors } = await studio.ask({ subgraph: 'generation', query: GENERATE_IMAGE, variables, viewer });
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('an idempotency key', () => {
  it('gives the same job again and holds its credits once, also when asked twice at once', async () => {
    const userId = someone();
    const wish = { idempotencyKey: 'again' };

    const [first, second] = await Promise.all([generate(wish, person(userId)), generate(wish, person(userId))]);
    const third = await generate(wish, person(userId));

    expect(first).toMatchObject({ __typename: 'Job' });
    expect(new Set([first['id'], second['id'], third['id']]).size).toBe(1);
    expect(heldBy(userId)).toBe(2);
  });

  it('is a conflict for another wish, and the first keeps its hold', async () => {
    const userId = someone();
    const first = await generate({ idempotencyKey: 'k', prompt: 'a cat' }, person(userId));

    const other = await generate({ idempotencyKey: 'k', prompt: 'a dog' }, person(userId));
    const dearer = await generate({ idempotencyKey: 'k', width: 768, height: 768 }, person(userId));

    for (const refused of [other, dearer])
      expect(refused).toMatchObject({ code: 'CONFLICT', path: ['input', 'idempotencyKey'] });
    expect(studio.billing.holds.get(String(first['id']))?.status).toBe('OPEN');
    expect(heldBy(userId)).toBe(2);
  });

  it('means nothing to another person', async () => {
    const [mine, theirs] = [await generate({ idempotencyKey: 'x' }), await generate({ idempotencyKey: 'x' })];

    expect(mine['id']).not.toBe(theirs['id']);
  });
});
