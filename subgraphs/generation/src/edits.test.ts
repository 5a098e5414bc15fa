import { bombPng, discMask, padPng, testPicture } from '@modu/engine-image/testing';
import { createId } from '@modu/ids';
import { JOB_PROGRESS, nobody, person } from '@modu/jobs/testing';
import type { GraphAnswer } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestEngine,
  GENERATE_IMAGE,
  INPAINT_IMAGE,
  openAtelierStudio,
  TRANSFORM_IMAGE,
  UPSCALE_IMAGE,
} from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';
import { fetchSource } from './tasks/fetch-source.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: AtelierStudio;

beforeAll(async () => {
  database = await testDatabase('edits');
  studio = await openAtelierStudio({ databaseUrl: database.url, engine: createTestEngine() });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const only = ({ data, errors }: GraphAnswer) => {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Record<string, unknown>;
};
const someone = () => `person-${createId()}`;
const ask = async (query: string, input: Record<string, unknown>, userId: string) =>
  only(await studio.ask({ subgraph: 'generation', query, variables: { input }, viewer: person(userId) }));
const left = (userId: string) => studio.billing.available(userId);
const keep = (userId: string, bytes: Uint8Array, contentType = 'image/png') =>
  studio.assets.keep(userId, { bytes, contentType });

async function ended(id: unknown, userId: string) {
  let last: Record<string, unknown> = {};
  const watched = { query: JOB_PROGRESS, variables: { id: String(id) }, viewer: person(userId) };
  for await (const event of await studio.watch(watched)) last = only(event);
  return last;
}

/** A picture of the gallery, made by a job of this person. */
async function madePicture(userId: string): Promise<{ id: string; assetId: string }> {
  const { id } = await ask(GENERATE_IMAGE, { prompt: 'a lake', width: 320, height: 256, steps: 1 }, userId);
  await ended(id, userId);
  return studio.gallery.imagesOf(String(id))[0]!;
}

const maskOf = async (width: number, height: number) =>
  Buffer.from(await discMask({ width, height })).toString('base64');

describe('a picture of the gallery', () => {
  it('is made into another, which tells what it came from', async () => {
    const userId = someone();
    const { id: imageId, assetId } = await madePicture(userId);

    const { id } = await ask(TRANSFORM_IMAGE, { imageId, prompt: 'at night', strength: 0.4, steps: 2 }, userId);

    expect(await ended(id, userId)).toMatchObject({ status: 'COMPLETED' });
    const [image] = studio.gallery.imagesOf(String(id));
    expect(image).toMatchObject({ parentId: imageId, task: 'IMAGE_TO_IMAGE', batchIndex: 0 });
    expect(image?.settings).toMatchObject({
      ...{ task: 'IMAGE_TO_IMAGE', width: 320, height: 256, strength: 0.4, source: { imageId, assetId } },
    });
    expect((image?.settings['engine'] as { sourceBytes: number }).sourceBytes).toBeGreaterThan(100);
  });

  it('is enlarged, without words', async () => {
    const userId = someone();
    const { id: imageId } = await madePicture(userId);

    const { id } = await ask(UPSCALE_IMAGE, { imageId, factor: 4 }, userId);

    expect(await ended(id, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 2 });
    const [image] = studio.gallery.imagesOf(String(id));
    expect(image).toMatchObject({
      prompt: null,
      settings: { width: 1_280, height: 1_024, factor: 4, task: 'UPSCALE' },
    });
  });

  it('is mended where a mask is white', async () => {
    const userId = someone();
    const { id: imageId } = await madePicture(userId);

    const { id } = await ask(INPAINT_IMAGE, { imageId, maskPng: await maskOf(320, 256), steps: 2 }, userId);

    expect(await ended(id, userId)).toMatchObject({ status: 'COMPLETED' });
    const [image] = studio.gallery.imagesOf(String(id));
    expect((image?.settings['engine'] as { maskBytes: number }).maskBytes).toBeGreaterThan(50);
  });
});

it('a mask as long as it may be goes with as many words as there may be', async () => {
  const userId = someone();
  const assetId = keep(userId, await testPicture({ width: 320, height: 256 }));
  const mask = padPng(await discMask({ width: 320, height: 256 }), 67_500);
  const maskPng = Buffer.from(mask).toString('base64');
  expect(maskPng).toHaveLength(90_000);
  const words = { prompt: '숲'.repeat(2_000), negativePrompt: '비'.repeat(2_000) };

  const { id } = await ask(INPAINT_IMAGE, { assetId, maskPng, ...words, steps: 2 }, userId);

  expect(await ended(id, userId)).toMatchObject({ status: 'COMPLETED' });
  const [image] = studio.gallery.imagesOf(String(id));
  expect((image?.settings['engine'] as { maskBytes: number }).maskBytes).toBe(67_500);
});

describe('a file', () => {
  it('is worked on as a picture of the gallery is', async () => {
    const userId = someone();
    const assetId = keep(userId, await testPicture({ width: 301, height: 200 }));

    const { id } = await ask(UPSCALE_IMAGE, { assetId }, userId);

    expect(await ended(id, userId)).toMatchObject({ status: 'COMPLETED' });
    expect(studio.gallery.imagesOf(String(id))[0]?.settings).toMatchObject({ width: 602, height: 400 });
  });

  it('that is gone when its job begins is not waited for', async () => {
    const userId = someone();
    const assetId = keep(userId, await testPicture({ width: 300, height: 300 }));
    const fetched = () => {
      const job = { source: { assetId, imageId: null }, maskPng: null };
      return fetchSource(studio.clients.assets, { ownerId: userId, job, signal: new AbortController().signal });
    };
    expect((await fetched()).source?.length).toBeGreaterThan(100);
    await studio.clients.assets.deleteAsset(userId, assetId);

    await expect(fetched()).rejects.toMatchObject({ code: 'INVALID_REQUEST', retryable: false });
  });
});

describe('what can’t be worked on', () => {
  const refused = async (query: string, input: Record<string, unknown>, userId: string) => {
    const answer = await ask(query, input, userId);
    expect(left(userId)).toBe(100);
    return answer;
  };

  it('is refused before anything is held: no picture, two, one that is not there, or someone else’s', async () => {
    const userId = someone();
    const theirs = keep(someone(), await testPicture({ width: 300, height: 300 }));
    const both = { imageId: createId(), assetId: createId() };
    for (const [source, code] of [
      [{}, 'INVALID_INPUT'],
      [both, 'INVALID_INPUT'],
      [{ imageId: createId() }, 'NOT_FOUND'],
      [{ assetId: createId() }, 'NOT_FOUND'],
      [{ assetId: theirs }, 'NOT_FOUND'],
    ] as const)
      expect(await refused(UPSCALE_IMAGE, source, userId)).toMatchObject({ __typename: 'Refusal', code });
  });

  it('is refused before anything is held: files that are no picture, damaged at the head, or a bomb', async () => {
    const userId = someone();
    const text = new TextEncoder().encode('not a picture at all');
    const picture = await testPicture({ width: 300, height: 300 });
    for (const [bytes, type, code] of [
      [text, 'text/plain', 'UNSUPPORTED_MEDIA'],
      [text, 'image/png', 'UNSUPPORTED_MEDIA'],
      [picture.subarray(0, 20), 'image/png', 'UNSUPPORTED_MEDIA'],
      [bombPng(20_000), 'image/png', 'TOO_LARGE'],
    ] as const)
      expect(await refused(UPSCALE_IMAGE, { assetId: keep(userId, bytes, type) }, userId)).toMatchObject({ code });
  });

  it('is refused before anything is held: masks of another size, empty, full, unreadable or huge', async () => {
    const userId = someone();
    const assetId = keep(userId, await testPicture({ width: 300, height: 200 }));
    const flat = async (shade: string) => {
      const { default: sharp } = await import('sharp');
      const create = { width: 300, height: 200, channels: 3, background: shade } as const;
      return (await sharp({ create }).png().toBuffer()).toString('base64');
    };
    for (const maskPng of [
      await maskOf(200, 300),
      await flat('#000000'),
      await flat('#ffffff'),
      'bm90IGEgUE5H',
      '<svg/>',
      'A'.repeat(90_001),
    ])
      expect(await refused(INPAINT_IMAGE, { assetId, maskPng }, userId)).toMatchObject({
        ...{ code: 'INVALID_INPUT', path: ['input', 'maskPng'] },
      });
  });

  it('is refused when the result would be larger than the plan or the model allows', async () => {
    const userId = someone();
    const large = keep(userId, await testPicture({ width: 800, height: 300 }));
    expect(await refused(UPSCALE_IMAGE, { assetId: large, factor: 2 }, userId)).toMatchObject({ code: 'TIER_LIMIT' });
    expect(await refused(UPSCALE_IMAGE, { assetId: large, factor: 4 }, userId)).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await refused(UPSCALE_IMAGE, { assetId: large, factor: 3 }, userId)).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('is refused to who has not signed in', async () => {
    const variables = { input: { imageId: createId() } };
    const { errors } = await studio.ask({ subgraph: 'generation', query: UPSCALE_IMAGE, variables, viewer: nobody });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
