import { createId } from '@modu/ids';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { announce, aPerson, aService, requestUpload, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';

const LINKS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Image { url large: thumbnailUrl(size: LARGE) } } }`;
let running: RunningAssets;
const paintings: Uint8Array[] = [];

beforeAll(async () => {
  running = await startAssets();
  for (const background of ['#2f6f8f', '#8f2f6f']) {
    const colours = { width: 1_600, height: 1_200, channels: 3, background } as const;
    paintings.push(new Uint8Array(await sharp({ create: colours }).png().toBuffer()));
  }
});
afterAll(() => running.stop());

const originalOf = (imageId: string, run = 0) => ({
  ...{ bytes: paintings[run] ?? new Uint8Array(), contentType: 'image/png', filename: 'original.png', imageId },
  ...{ purpose: 'IMAGE_ORIGINAL' as const, idempotencyKey: `${imageId}:${run}` },
});

/** A picture's original, stored the way an engine's work is. */
async function aPicture() {
  const person = aPerson();
  const imageId = createId();
  const { id } = await uploadBytes(running.ask, aService(person.userId), originalOf(imageId));
  return { id, imageId, person };
}
type Picture = Awaited<ReturnType<typeof aPicture>>;

async function linksOf({ id, imageId, person }: Picture) {
  const of = [{ __typename: 'Image', id: imageId, asset: { id }, thumbnail: { id } }];
  const { data } = await running.ask(person, LINKS, { of });
  const [image] = data?.['_entities'] as { url: string; large: string }[];
  if (!image) throw new Error('There is no picture.');
  return image;
}

const keysOf = async ({ person }: Picture) =>
  (await running.deps.blobs.list({ prefix: `users/${person.userId}/`, limit: 10 })).map(({ key }) =>
    key.replace(/^.*\/images\/[^/]+\//, ''),
  );
const stateOf = async ({ id }: Picture) => (await running.deps.assets.find(id))?.preview?.state;
const isMade = (picture: Picture) =>
  vi.waitFor(async () => expect(await stateOf(picture)).toBe('READY'), { timeout: 15_000, interval: 50 });

describe('a picture in a window', () => {
  it('is shown by 1 024 pixels, which count in nobody’s space', async () => {
    const picture = await aPicture();
    await isMade(picture);

    const { url, large } = await linksOf(picture);
    const made = sharp(await (await fetch(large)).arrayBuffer());
    expect(await made.metadata()).toMatchObject({ format: 'webp', width: 1_024, height: 768 });
    expect(large).not.toBe(url);
    expect(await keysOf(picture)).toEqual(['original.png', 'previews/1024.webp']);
    expect(await running.deps.storage.find(picture.person.userId)).toMatchObject({
      ...{ usedBytes: paintings[0]?.byteLength, reservedBytes: 0 },
    });
  });

  it('takes it along when it goes, and keeps it when another try of its original goes', async () => {
    const person = aPerson();
    const imageId = createId();
    const service = aService(person.userId);
    // The first try came to nothing; the second lies beside it.
    await requestUpload(running.ask, service, announce(originalOf(imageId)));
    const { id } = await uploadBytes(running.ask, service, originalOf(imageId, 1));
    const picture = { id, imageId, person };
    await isMade(picture);
    const kept = [`original-${id}.png`, `previews/1024-${id}.webp`];
    expect(await keysOf(picture)).toEqual(kept);

    await running.tidy();
    expect(await keysOf(picture)).toEqual(kept);
    expect((await fetch((await linksOf(picture)).large)).headers.get('content-type')).toBe('image/webp');

    await running.ask(service, 'mutation ($id: ID!) { deleteAsset(id: $id) { __typename } }', { id });
    await running.tidy();
    expect(await keysOf(picture)).toEqual([]);
  });
});
