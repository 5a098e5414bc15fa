import { aPerson, aService, uploadBytes } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { ANONYMOUS } from '@modu/viewer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage, seedImage, startGallery, storeOriginal } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';

let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

/** Lists in lists, deeper than settings go. */
const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 'x');

describe('a finished picture', () => {
  it('enters its owner’s gallery with a thumbnail in the bucket and all it was made with', async () => {
    const owner = aPerson();
    const jobId = createId();
    const made = { prompt: '바다 위의 달', negativePrompt: 'people', seed: 2 ** 53 - 1, modelId: 'sketch', jobId };
    const image = await seedImage(gallery, owner.userId, { ...made, settings: { steps: 20, size: [640, 400] } });

    expect(image).toMatchObject({
      __typename: 'Image',
      width: 640,
      height: 400,
      prompt: '바다 위의 달',
      seed: 2 ** 53 - 1,
      settings: { steps: 20, size: [640, 400] },
      model: { id: 'sketch' },
      job: { id: jobId },
    });
    const { id } = image['thumbnail'] as { id: string };
    const { data } = await gallery.assets.ask(owner, 'query ($id: ID!) { asset(id: $id) { contentType url } }', { id });
    const thumbnail = data?.['asset'] as { contentType: string; url: string };
    expect(thumbnail.contentType).toBe('image/webp');
    const bytes = await (await fetch(thumbnail.url)).arrayBuffer();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 512, height: 320 });
    expect((await gallery.assets.deps.assets.find(id))?.objectKey).toBe(
      `users/${owner.userId}/images/${String(image['id'])}/thumbnail.webp`,
    );
  });

  it('is there once, though it is put in many times, one after another and at once', async () => {
    const owner = aPerson();
    const id = createId();
    const assetId = await storeOriginal(gallery, { ownerId: owner.userId, imageId: id });
    const input = { id, ownerId: owner.userId, assetId };
    const images = await Promise.all(Array.from({ length: 5 }, () => createImage(gallery, input)));
    images.push(await createImage(gallery, input));

    for (const image of images) expect(image).toEqual(images[0]);
    const { data } = await gallery.ask(owner, '{ images { totalCount } }');
    expect(data).toEqual({ images: { totalCount: 1 } });
    const kept = await gallery.assets.deps.assets.listReady({ ownerId: owner.userId, limit: 10 });
    expect(kept).toHaveLength(2);
  });

  it('survives a crash between thumbnail and row: the second run finds the thumbnail of the first', async () => {
    const owner = aPerson();
    const id = createId();
    const assetId = await storeOriginal(gallery, { ownerId: owner.userId, imageId: id });
    const { insertOnce } = gallery.deps.images;
    gallery.deps.images.insertOnce = () => Promise.reject(new Error('killed'));
    await expect(createImage(gallery, { id, ownerId: owner.userId, assetId })).rejects.toThrow('INTERNAL');
    gallery.deps.images.insertOnce = insertOnce;

    expect(await createImage(gallery, { id, ownerId: owner.userId, assetId })).toMatchObject({ id });
    expect(await gallery.assets.deps.assets.listReady({ ownerId: owner.userId, limit: 10 })).toHaveLength(2);
  });

  it('is in conflict with another picture under the same id, or another owner', async () => {
    const owner = aPerson();
    const image = await seedImage(gallery, owner.userId);
    const asset = image['asset'] as { id: string };
    const input = { id: image['id'], ownerId: owner.userId, assetId: asset.id };

    expect(await createImage(gallery, { ...input, assetId: createId() })).toMatchObject({ code: 'CONFLICT' });
    expect(await createImage(gallery, { ...input, ownerId: createId() })).toMatchObject({ code: 'CONFLICT' });
    expect(await createImage(gallery, input)).toMatchObject({ id: image['id'] });
  });
});

describe('what is refused', () => {
  it('is a file that is unknown, somebody else’s, or no picture', async () => {
    const owner = aPerson();
    const id = createId();
    const foreign = await storeOriginal(gallery, { ownerId: createId(), imageId: id });
    const text = { bytes: new TextEncoder().encode('words'), filename: 'words.txt' };
    const words = (await uploadBytes(gallery.assets.ask, owner, text)).id;
    const input = { id, ownerId: owner.userId };

    expect(await createImage(gallery, { ...input, assetId: createId() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await createImage(gallery, { ...input, assetId: foreign })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await createImage(gallery, { ...input, assetId: words })).toMatchObject({ code: 'UNSUPPORTED_MEDIA' });
    expect((await gallery.ask(owner, '{ images { totalCount } }')).data).toEqual({ images: { totalCount: 0 } });
  });

  it.each([
    ['id', { id: 'x' }],
    ['assetId', { assetId: '../../x' }],
    ['seed', { seed: 0.5 }],
    ['prompt', { prompt: 'x'.repeat(10_001) }],
    ['prompt', { prompt: 'bell\u0007' }],
    ['negativePrompt', { negativePrompt: 'half \ud83d' }],
    ['modelId', { modelId: 'turned \u202e' }],
    ['settings', { settings: { x: 'y'.repeat(40_000) } }],
    ['settings', { settings: { style: ['a\0b'] } }],
    ['settings', { settings: { 'two\nlines': 1 } }],
    ['settings', { settings: deep }],
  ])('is a wrong %s, named by its path', async (field, change) => {
    const input = { id: createId(), ownerId: createId(), assetId: createId(), ...change };

    expect(await createImage(gallery, input)).toMatchObject({ code: 'INVALID_INPUT', path: ['input', field] });
  });

  it('is said in both languages, and leaves nothing behind', async () => {
    const query = 'mutation ($input: CreateImageInput!) { createImage(input: $input) { ... on Refusal { message } } }';
    const owner = aPerson();
    const id = createId();
    const assetId = await storeOriginal(gallery, { ownerId: owner.userId, imageId: id });
    const input = { id, ownerId: owner.userId, assetId, prompt: 'a\0b' };
    const messages = (['en', 'ko'] as const).map(async (locale) => {
      const { data } = await gallery.ask({ ...aService(owner.userId), locale }, query, { input });
      return (data?.['createImage'] as { message: string }).message;
    });
    expect(await Promise.all(messages)).toEqual([
      'The picture cannot be stored: prompt is not right.',
      '그림을 저장할 수 없어요. prompt 값이 올바르지 않아요.',
    ]);
    expect((await gallery.ask(owner, '{ images { totalCount } }')).data).toEqual({ images: { totalCount: 0 } });
  });

  it('is everyone but a service', async () => {
    const query = 'mutation ($input: CreateImageInput!) { createImage(input: $input) { __typename } }';
    const input = { id: createId(), ownerId: createId(), assetId: createId() };
    for (const viewer of [ANONYMOUS, aPerson(), { ...aPerson(), role: 'ADMIN' as const }]) {
      expect((await gallery.ask(viewer, query, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('is a service that acts for another than the owner, in the viewer’s language', async () => {
    const query =
      'mutation ($input: CreateImageInput!) { createImage(input: $input) { ... on Refusal { code message } } }';
    const input = { id: createId(), ownerId: createId(), assetId: createId() };
    const { data } = await gallery.ask({ ...aService(createId()), locale: 'ko' }, query, { input });

    expect(data).toEqual({ createImage: { code: 'FORBIDDEN', message: '그림은 주인의 갤러리에만 넣을 수 있어요.' } });
  });
});
