import { discMask, testPicture } from '@modu/engine-image/testing';
import { createId } from '@modu/ids';
import { nobody, person } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestEngine,
  GENERATE_IMAGE,
  INPAINT_IMAGE,
  openAtelierStudio,
  QUOTE_IMAGE,
  TRANSFORM_IMAGE,
  UPSCALE_IMAGE,
} from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: AtelierStudio;

beforeAll(async () => {
  database = await testDatabase('quoted_price');
  studio = await openAtelierStudio({ databaseUrl: database.url, engine: createTestEngine(), worker: false });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

type Input = Record<string, unknown>;
async function ask(query: string, input: Input, viewer: typeof nobody | ReturnType<typeof person>) {
  const { data, errors } = await studio.ask({ subgraph: 'generation', query, variables: { input }, viewer });
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Input;
}

/** What a job of a picture of this size is said to cost, and what is set aside for it. */
async function compare(query: string, { size, quoted, wish }: { size: [number, number]; quoted: Input; wish: Input }) {
  const userId = `person-${createId()}`;
  const [width, height] = size;
  const bytes = await testPicture({ width, height });
  const assetId = studio.assets.keep(userId, { bytes, contentType: 'image/png' });
  const quote = await ask(QUOTE_IMAGE, { sourceWidth: width, sourceHeight: height, ...quoted }, person(userId));
  const started = await ask(query, { assetId, ...wish }, person(userId));
  const held = 100 - studio.billing.available(userId);
  return { quote, started: started['__typename'], held };
}

describe('the price that is shown is the price that is set aside', () => {
  it('for a picture from words', async () => {
    const userId = `person-${createId()}`;
    const wish = { width: 768, height: 640, steps: 33, count: 3 };
    const quote = await ask(QUOTE_IMAGE, wish, person(userId));
    await ask(GENERATE_IMAGE, { prompt: 'a cat', ...wish }, person(userId));

    expect(quote).toMatchObject({ credits: 100 - studio.billing.available(userId), refusal: null });
  });

  it.each([
    [[760, 667], 3],
    [[1_200, 900], 3],
    [[90, 100], 1],
  ] as const)('for a picture from a picture of %o', async ([width, height], credits) => {
    const { quote, started, held } = await compare(TRANSFORM_IMAGE, {
      size: [width, height],
      quoted: { task: 'IMAGE_TO_IMAGE', steps: 20, count: 1 },
      wish: { prompt: 'at night', steps: 20 },
    });

    expect([quote['refusal'], started]).toEqual([null, 'Job']);
    expect([quote['credits'], held]).toEqual([credits, credits]);
  });

  it.each([2, 4])('for a picture made %i times larger', async (factor) => {
    const { quote, started, held } = await compare(UPSCALE_IMAGE, {
      size: [301, 383],
      quoted: { task: 'UPSCALE', factor },
      wish: { factor },
    });

    expect(started).toBe('Job');
    expect(quote).toMatchObject({ credits: held, refusal: null });
    expect(held).toBe(factor === 4 ? 2 : 1);
  });

  it('for a picture of which a part is made anew', async () => {
    const maskPng = Buffer.from(await discMask({ width: 701, height: 503 })).toString('base64');
    const { quote, started, held } = await compare(INPAINT_IMAGE, {
      size: [701, 503],
      quoted: { task: 'INPAINT', steps: 30, count: 2 },
      wish: { maskPng, steps: 30, count: 2 },
    });

    expect(started).toBe('Job');
    expect(quote).toMatchObject({ credits: held, refusal: null });
  });
});

describe('the price of work on a picture', () => {
  it('is refused where the work would be', async () => {
    const refusal = async (input: Input) => (await ask(QUOTE_IMAGE, input, nobody))['refusal'];
    const sides = (sourceWidth: unknown, sourceHeight: unknown) => ({
      sourceWidth,
      sourceHeight,
      task: 'IMAGE_TO_IMAGE',
    });

    expect(await refusal(sides(4_032, 3_024))).toBeNull();
    expect(await refusal(sides(20_000, 20_000))).toMatchObject({ code: 'TOO_LARGE' });
    expect(await refusal(sides(300, null))).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'sourceHeight'] });
    expect(await refusal(sides(-4, 300))).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'sourceWidth'] });
    expect(await refusal({ ...sides(300, 300), task: 'UPSCALE', factor: 3 })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refusal({ ...sides(300, 300), task: 'UPSCALE', count: 2 })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
