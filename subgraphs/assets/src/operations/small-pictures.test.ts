import { createId } from '@modu/ids';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aPerson, aService, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import type { AssetDocument } from '../store/collections.ts';

const LINKS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Image {
  thumbnailUrl small: thumbnailUrl(size: SMALL) } } }`;
let running: RunningAssets;
let webp: Uint8Array;

beforeAll(async () => {
  running = await startAssets();
  const colours = { width: 512, height: 320, channels: 3, background: '#2f6f8f' } as const;
  webp = new Uint8Array(await sharp({ create: colours }).webp().toBuffer());
});
afterAll(() => running.stop());

/** A picture's thumbnail, stored the way the gallery does it. */
async function aThumbnail(person = aPerson()) {
  const imageId = createId();
  const file = { bytes: webp, contentType: 'image/webp', purpose: 'IMAGE_THUMBNAIL', imageId } as const;
  const { id } = await uploadBytes(running.ask, aService(person.userId), file);
  return { id, person, reference: { __typename: 'Image', id: imageId, asset: { id }, thumbnail: { id } } };
}
type Thumbnail = Awaited<ReturnType<typeof aThumbnail>>;

async function linksOf({ person, reference }: Thumbnail) {
  const { data } = await running.ask(person, LINKS, { of: [reference] });
  const [image] = data?.['_entities'] as { thumbnailUrl: string; small: string }[];
  if (!image) throw new Error('There is no picture.');
  return image;
}

const sidesOf = async (url: string) => {
  const { format, width, height } = await sharp(await (await fetch(url)).arrayBuffer()).metadata();
  return { format, width, height };
};

const isMade = (thumbnail: Thumbnail) =>
  vi.waitFor(
    async () => {
      const { small } = await linksOf(thumbnail);
      expect(await sidesOf(small)).toEqual({ format: 'webp', width: 256, height: 160 });
    },
    { timeout: 15_000, interval: 50 },
  );

describe('a picture on a wall', () => {
  it('is shown by 256 pixels, and where more are wanted by 512', async () => {
    const thumbnail = await aThumbnail();

    await isMade(thumbnail);

    expect(await sidesOf((await linksOf(thumbnail)).thumbnailUrl)).toEqual({ format: 'webp', width: 512, height: 320 });
  });

  it('from before there were small ones is shown by its 512 until the tidying has had one made', async () => {
    const thumbnail = await aThumbnail();
    await isMade(thumbnail);
    const records = running.db.collection<AssetDocument>('assets');
    await records.updateOne({ _id: thumbnail.id }, { $unset: { preview: '' } });

    const { small, thumbnailUrl } = await linksOf(thumbnail);
    expect(small).toBe(thumbnailUrl);

    await running.tidy();
    await isMade(thumbnail);
  });

  it('takes its small one along when it goes', async () => {
    const thumbnail = await aThumbnail();
    await isMade(thumbnail);
    const objectKey = (await running.deps.assets.find(thumbnail.id))?.objectKey ?? '';
    const smallKey = objectKey.replace('thumbnail.webp', 'previews/256.webp');
    expect(await running.deps.blobs.head(smallKey)).not.toBeNull();

    await running.ask(
      aService(thumbnail.person.userId),
      'mutation ($id: ID!) { deleteAsset(id: $id) { __typename } }',
      { id: thumbnail.id },
    );
    await running.tidy();

    expect(await running.deps.blobs.head(objectKey)).toBeNull();
    expect(await running.deps.blobs.head(smallKey)).toBeNull();
  });
});
