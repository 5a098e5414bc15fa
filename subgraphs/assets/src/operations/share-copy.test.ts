import { createHash } from 'node:crypto';
import { createId } from '@modu/ids';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, aService, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { sharedKeyOf } from '../domain/copy.ts';
import { compareBucket, ORPHAN_AGE_MS, removeOrphans } from './reconcile-objects.ts';
import { removeFilesOf } from './remove-files-of.ts';
import { makeSharedCopy, signSharedCopy } from './share-copy.ts';

let running: RunningAssets;
beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const aHash = () => createHash('sha256').update(createId()).digest('hex');

/** An original whose file says more than its pixels: who, where, and what was asked for. */
const talkative = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#e8743b' } })
    .withExif({ IFD0: { Copyright: 'a secret garden' }, IFD3: { GPSLatitude: '37/1 33/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer();

async function aLink() {
  const { userId } = aPerson();
  const viewer = aService(userId);
  const file = { bytes: await talkative(), contentType: 'image/png', purpose: 'IMAGE_ORIGINAL' } as const;
  const { id: assetId } = await uploadBytes(running.ask, viewer, { ...file, imageId: createId() });
  const tokenHash = aHash();
  const { deps } = running;
  const make = (of: string | null = assetId) => makeSharedCopy({ tokenHash, assetId: of }, { viewer, deps });
  const sign = (by = viewer, of = assetId) =>
    signSharedCopy({ tokenHash, assetId: of, expiresInSeconds: 60 }, { viewer: by, deps });
  return { userId, viewer, assetId, tokenHash, make, sign, key: sharedKeyOf(tokenHash) };
}

describe('the copy that a share link gives out', () => {
  it('has the pixels of the picture, upright, and nothing else of its file', async () => {
    const { make, sign } = await aLink();
    expect(await sign()).toBeNull();
    expect(await make()).toBe(true);
    const links = await sign();
    const bytes = Buffer.from(await (await fetch(links?.url ?? '')).arrayBuffer());
    const { exif, icc, xmp, comments, orientation, ...metadata } = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format: 'png', width: 20, height: 40 });
    expect({ exif, icc, xmp, comments, orientation }).toEqual({});
    expect(bytes.includes('secret')).toBe(false);
    const saved = await fetch(links?.downloadUrl ?? '');
    expect(saved.headers.get('content-disposition')).toContain('attachment; filename="picture.png"');
  });

  it('is removed when the link ends, and the addresses that were given out are worth nothing then', async () => {
    const { make, sign, key } = await aLink();
    await make();
    const links = await sign();
    expect(await make(null)).toBe(true);
    expect(await running.deps.blobs.head(key)).toBeNull();
    expect((await fetch(links?.url ?? '')).status).toBe(404);
    expect(await sign()).toBeNull();
    expect(await make(null)).toBe(true);
  });

  it('goes with its owner, and is swept when it has no record', async () => {
    const { make, userId, key } = await aLink();
    await make();
    while (!(await removeFilesOf(userId, { viewer: aService(), deps: running.deps })));
    expect(await running.deps.blobs.head(key)).toBeNull();

    const stray = sharedKeyOf(aHash());
    await running.deps.blobs.put({ key: stray, body: new Uint8Array([1]), contentType: 'image/png' });
    for (const _ of [1, 2]) {
      running.advance(ORPHAN_AGE_MS * 2);
      await running.deps.orphans.note((await compareBucket(undefined, running.deps)).orphans, running.deps.now());
    }
    expect(await removeOrphans(running.deps)).toEqual([stray]);
    running.advance(-ORPHAN_AGE_MS * 4);
  });

  it('is made and signed for services alone, of a picture of whom they act for', async () => {
    const { make, sign, tokenHash, assetId } = await aLink();
    const { deps } = running;
    await expect(makeSharedCopy({ tokenHash, assetId }, { viewer: aPerson(), deps })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(makeSharedCopy({ tokenHash: '../x', assetId }, { viewer: aService('x'), deps })).rejects.toThrow(
      RangeError,
    );
    await make();
    expect(await sign(aService(createId()))).toBeNull();
    expect(await sign(undefined, createId())).toBeNull();
  });
});
