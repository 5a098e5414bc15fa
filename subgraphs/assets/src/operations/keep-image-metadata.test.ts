import { createId } from '@modu/ids';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, aService, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { metadataKeyOf } from '../domain/preview.ts';
import { deleteAsset } from './delete-asset.ts';
import { keepImageMetadata } from './keep-image-metadata.ts';
import { compareBucket, ORPHAN_AGE_MS } from './reconcile-objects.ts';

let running: RunningAssets;
beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const metadata = JSON.stringify({ prompt: 'a lighthouse', seed: 7 });

/** A thumbnail as the gallery stores it. */
async function aThumbnail() {
  const { userId } = aPerson();
  const imageId = createId();
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#e8743b' } })
    .webp()
    .toBuffer();
  const purpose = 'IMAGE_THUMBNAIL';
  const file = { bytes, contentType: 'image/webp', purpose, imageId } as const;
  const { id } = await uploadBytes(running.ask, aService(userId), file);
  const key = metadataKeyOf(`users/${userId}/images/${imageId}/thumbnail.webp`);
  return { userId, imageId, assetId: id, key, viewer: aService(userId) };
}

const read = async (key: string) =>
  new TextDecoder().decode(await running.deps.blobs.get(key, { sizeBytesMax: 10_000 }));

describe('what a picture was made from', () => {
  it('lies beside it in the bucket, however often it is said, and takes none of its owner’s room', async () => {
    const { userId, imageId, key, viewer } = await aThumbnail();
    const before = (await running.deps.storage.find(userId))?.usedBytes;
    for (const _ of [1, 2]) await keepImageMetadata({ imageId, metadata }, { viewer, deps: running.deps });

    expect(JSON.parse(await read(key))).toEqual({ prompt: 'a lighthouse', seed: 7 });
    expect((await running.deps.storage.find(userId))?.usedBytes).toBe(before);
    running.advance(ORPHAN_AGE_MS * 2);
    expect((await compareBucket(undefined, running.deps)).orphans).toEqual([]);
    running.advance(-ORPHAN_AGE_MS * 2);
  });

  it('goes with the picture, and is not written for one that has gone', async () => {
    const { imageId, assetId, key, viewer } = await aThumbnail();
    await keepImageMetadata({ imageId, metadata }, { viewer, deps: running.deps });
    await deleteAsset({ id: assetId, isForever: true }, { viewer, deps: running.deps });
    expect(await running.deps.blobs.head(key)).toBeNull();

    await keepImageMetadata({ imageId, metadata }, { viewer, deps: running.deps });
    expect(await running.deps.blobs.head(key)).toBeNull();
  });

  it('is taken back when the picture goes while it is written', async () => {
    const { imageId, assetId, key, viewer } = await aThumbnail();
    const { blobs } = running.deps;
    const put: typeof blobs.put = async (options) => {
      await deleteAsset({ id: assetId, isForever: true }, { viewer, deps: running.deps });
      await blobs.put(options);
    };
    await keepImageMetadata({ imageId, metadata }, { viewer, deps: { ...running.deps, blobs: { ...blobs, put } } });
    expect(await blobs.head(key)).toBeNull();
  });

  it('that was left without a picture is found and removed like every orphan', async () => {
    const key = `users/${createId()}/images/${createId()}/metadata.json`;
    await running.deps.blobs.put({ key, body: new TextEncoder().encode('{}'), contentType: 'application/json' });
    running.advance(ORPHAN_AGE_MS * 2);
    const { orphans } = await compareBucket(undefined, running.deps);
    expect(orphans.map((orphan) => orphan.key)).toContain(key);
    running.advance(-ORPHAN_AGE_MS * 2);
  });

  it('is said by services alone, of pictures of whom they act for, as a document', async () => {
    const { imageId, viewer, key } = await aThumbnail();
    const { deps } = running;
    await expect(keepImageMetadata({ imageId, metadata }, { viewer: aPerson(), deps })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await keepImageMetadata({ imageId, metadata }, { viewer: aService(createId()), deps });
    expect(await deps.blobs.head(key)).toBeNull();
    for (const wrong of [
      { imageId: '../x', metadata },
      { imageId, metadata: 'no document' },
      { imageId, metadata: `"${'x'.repeat(140_000)}"` },
    ])
      await expect(keepImageMetadata(wrong, { viewer, deps })).rejects.toThrow(RangeError);
  });
});
