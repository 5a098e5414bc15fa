import { aPerson } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage, paintPicture, startGallery, storeOriginal } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { hashToken } from '../domain/share.ts';
import { deleteImages, restoreImages } from './change-images.ts';
import { doChores } from './do-chores.ts';
import { revokeShare, shareImage } from './make-shares.ts';
import { purgeImages } from './purge-images.ts';
import { purgeTrash } from './purge-trash.ts';
import { viewShare, viewVisited } from './view-share.ts';

const signal = new AbortController().signal;
const doing = { logger: createLogger({ level: 'silent' }), signal };
let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const settle = async () => {
  while (await doChores(gallery.deps, doing));
};

/** A picture whose file says what was asked for and where it was taken, and a link to it that hides the prompt. */
async function aLink(input: object = {}) {
  const viewer = aPerson();
  const [ownerId, imageId] = [viewer.userId, createId()];
  const bytes = await sharp(await paintPicture())
    .withExif({ IFD0: { ImageDescription: 'a secret garden' }, IFD3: { GPSLatitude: '37/1 33/1 0/1' } })
    .png()
    .toBuffer();
  const assetId = await storeOriginal(gallery, { ownerId, imageId, bytes });
  await createImage(gallery, { id: imageId, ownerId, assetId, prompt: 'a secret garden' });
  const asking = { viewer, deps: gallery.deps };
  const share = (await shareImage({ id: imageId, input }, asking)) as { id: string; token: string };
  const key = `shared/${hashToken(share.token)}/image.png`;
  const isThere = async () => (await gallery.assets.deps.blobs.head(key)) !== null;
  const look = async (deps = gallery.deps) => {
    const seen = await viewShare({ token: share.token }, { deps, signal });
    return 'url' in seen ? seen : undefined;
  };
  return { viewer, asking, imageId, share, look, isThere };
}

const read = async (url: string | null | undefined) => Buffer.from(await (await fetch(url ?? '')).arrayBuffer());

describe('a link to a picture', () => {
  it('gives out the pixels and nothing that the file wrote down, to look at and to keep', async () => {
    const { look } = await aLink();
    const seen = await look();
    for (const bytes of [await read(seen?.url), await read(seen?.downloadUrl)]) {
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 640, height: 400 });
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.includes('secret')).toBe(false);
    }
  });

  it('shows the small picture while its copy can’t be made, and nothing of the file', async () => {
    const { look } = await aLink();
    const away = { ...gallery.deps.assets, makeSharedCopy: () => Promise.reject(new Error('assets is busy')) };
    const seen = await look({ ...gallery.deps, assets: away });
    expect(seen?.downloadUrl).toBeNull();
    const bytes = await read(seen?.url);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 512 });
    expect(bytes.includes('secret')).toBe(false);
  });

  it('has its copy before anybody looks; without leave to keep the picture it has none', async () => {
    const [kept, shown] = [await aLink(), await aLink({ allowDownload: false })];
    await settle();
    expect([await kept.isThere(), await shown.isThere()]).toEqual([true, false]);
    expect((await shown.look())?.downloadUrl).toBeNull();
    expect(await shown.isThere()).toBe(false);
  });
});

describe('the copy of a link goes', () => {
  it('when it is revoked, with the addresses that were given out', async () => {
    const { asking, share, look, isThere } = await aLink();
    const seen = await look();
    await revokeShare(share.id, asking);
    await settle();
    expect(await isThere()).toBe(false);
    expect((await fetch(seen?.downloadUrl ?? '')).status).toBe(404);
  });

  it('at its time', async () => {
    const { isThere } = await aLink({ expiresAt: new Date(gallery.deps.now().getTime() + 60_000) });
    await settle();
    expect(await isThere()).toBe(true);
    gallery.advance(61_000);
    await settle();
    expect(await isThere()).toBe(false);
  });

  it('after its last look, once the addresses that it was given have ended', async () => {
    const { look, isThere } = await aLink({ viewLimit: 1 });
    const seen = await look();
    await settle();
    const again = await viewVisited(seen?.visit ?? '', { deps: gallery.deps, signal });
    expect(again).toMatchObject({ kind: 'IMAGE' });
    expect(await isThere()).toBe(true);
    gallery.advance(311_000);
    await settle();
    expect(await isThere()).toBe(false);
  });

  it('with the picture into the trash, comes back out of it, and goes for good when that is purged', async () => {
    const { asking, imageId, isThere } = await aLink();
    await settle();
    await deleteImages([imageId], asking);
    await settle();
    expect(await isThere()).toBe(false);
    await restoreImages([imageId], asking);
    await settle();
    expect(await isThere()).toBe(true);
    await deleteImages([imageId], asking);
    await purgeImages([imageId], asking);
    await purgeTrash(gallery.deps, doing);
    await settle();
    expect(await isThere()).toBe(false);
  });

  it('when the link ends while somebody who came first has it made', async () => {
    const { asking, share, look, isThere } = await aLink();
    const { assets } = gallery.deps;
    const slow: typeof assets = {
      ...assets,
      makeSharedCopy: async (copy, options) => {
        await revokeShare(share.id, asking);
        await assets.makeSharedCopy(copy, options);
      },
    };
    expect(await look({ ...gallery.deps, assets: slow })).toBeUndefined();
    expect(await isThere()).toBe(false);
  });
});
