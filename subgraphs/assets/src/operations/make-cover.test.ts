import { createId } from '@modu/ids';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, aService, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { coverKeyOf } from '../domain/copy.ts';
import { makeCover } from './make-cover.ts';
import { compareBucket, ORPHAN_AGE_MS, removeOrphans } from './reconcile-objects.ts';
import { removeFilesOf } from './remove-files-of.ts';

let running: RunningAssets;
beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const COLOURS = ['#ff0000', '#00ff00', '#0000ff', '#ffffff'];

/** Somebody with a board and thumbnails of one colour each. */
async function aBoard(count = COLOURS.length) {
  const { userId } = aPerson();
  const viewer = aService(userId);
  const thumbnailIds = [];
  for (const background of COLOURS.slice(0, count)) {
    const bytes = await sharp({ create: { width: 60, height: 90, channels: 3, background } })
      .webp()
      .toBuffer();
    const file = { bytes, contentType: 'image/webp', purpose: 'IMAGE_THUMBNAIL', imageId: createId() } as const;
    thumbnailIds.push((await uploadBytes(running.ask, viewer, file)).id);
  }
  const boardId = createId();
  const make = (ids: readonly string[], deps = running.deps) =>
    makeCover({ boardId, thumbnailIds: ids }, { viewer, deps });
  return { userId, viewer, boardId, thumbnailIds, make, key: coverKeyOf(userId, boardId) };
}

const COVER = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Board { coverFile { id url } } } }`;
type Cover = { readonly id: string; readonly url: string } | null;

async function coverOf(viewer: Parameters<RunningAssets['ask']>[0], id: string, coverThumbnailIds: readonly string[]) {
  const of = [{ __typename: 'Board', id, coverThumbnailIds }];
  const { data } = await running.ask(viewer, COVER, { of });
  return (data?.['_entities'] as { coverFile: Cover }[])[0]?.coverFile ?? null;
}

/** The colour in the midst of each quarter. */
async function quartersOf(url: string): Promise<string[]> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 640, height: 480 });
  const near = (value = 0) => (value > 200 ? 'f' : '0');
  return [
    [160, 120],
    [480, 120],
    [160, 360],
    [480, 360],
  ].map(([x = 0, y = 0]) => {
    const at = (y * info.width + x) * info.channels;
    return [data[at], data[at + 1], data[at + 2]].map(near).join('');
  });
}

describe('the cover of a board', () => {
  it('shows four pictures in quarters, three and two in halves, and one alone', async () => {
    const { viewer, boardId, thumbnailIds, make } = await aBoard();
    const shown = [];
    for (const count of [4, 3, 2, 1]) {
      const ids = thumbnailIds.slice(0, count);
      expect(await make(ids)).toBe(true);
      shown.push(await quartersOf((await coverOf(viewer, boardId, ids))?.url ?? ''));
    }
    expect(shown).toEqual([
      ['f00', '0f0', '00f', 'fff'],
      ['f00', '0f0', 'f00', '00f'],
      ['f00', '0f0', 'f00', '0f0'],
      ['f00', 'f00', 'f00', 'f00'],
    ]);
  });

  it('is made once, however often it is asked for, and counts in nobody’s room', async () => {
    const { userId, viewer, boardId, thumbnailIds, make } = await aBoard(2);
    const before = await running.deps.storage.find(userId);
    await make(thumbnailIds);
    const first = await coverOf(viewer, boardId, thumbnailIds);
    await make(thumbnailIds);
    expect((await coverOf(viewer, boardId, thumbnailIds))?.id).toBe(first?.id);
    expect(await running.deps.storage.find(userId)).toEqual(before);
  });

  it('is shown to its owner alone, and only while it shows what the board shows now', async () => {
    const { boardId, userId, viewer, thumbnailIds, make } = await aBoard(2);
    await make(thumbnailIds);
    expect(await coverOf({ kind: 'user', userId, role: 'MEMBER', locale: 'en' }, boardId, thumbnailIds)).not.toBeNull();
    expect(await coverOf(aPerson(), boardId, thumbnailIds)).toBeNull();
    expect(await coverOf(viewer, boardId, thumbnailIds.slice(1))).toBeNull();
    expect(await coverOf(viewer, boardId, [])).toBeNull();
  });

  it('goes when the board shows nothing any more, and with its owner', async () => {
    const { userId, thumbnailIds, make, key } = await aBoard(2);
    await make(thumbnailIds);
    expect(await make([])).toBe(true);
    expect(await running.deps.blobs.head(key)).toBeNull();
    await make(thumbnailIds);
    while (!(await removeFilesOf(userId, { viewer: aService(), deps: running.deps })));
    expect(await running.deps.blobs.head(key)).toBeNull();
    expect(await running.deps.copies.find(key)).toBeUndefined();
  });

  it('is hidden while it is made anew, and made by one at a time; what a crash held is free again after a while', async () => {
    const { viewer, boardId, thumbnailIds, make } = await aBoard(2);
    await make(thumbnailIds);
    const { blobs, copies } = running.deps;
    const away = { ...blobs, put: () => Promise.reject(new Error('the bucket is away')) };
    await expect(make(thumbnailIds.slice(1), { ...running.deps, blobs: away })).rejects.toThrow('away');
    expect(await coverOf(viewer, boardId, thumbnailIds)).toBeNull();

    const dead = { ...copies, release: () => Promise.reject(new Error('the process died')) };
    await expect(make(thumbnailIds, { ...running.deps, blobs: away, copies: dead })).rejects.toThrow('died');
    expect(await make(thumbnailIds)).toBe(false);
    running.advance(121_000);
    expect(await make(thumbnailIds)).toBe(true);
    expect(await coverOf(viewer, boardId, thumbnailIds)).not.toBeNull();
    running.advance(-121_000);
  });

  it('without a record is removed like every orphan, and with one never', async () => {
    const { thumbnailIds, make, key } = await aBoard(1);
    await make(thumbnailIds);
    const stray = coverKeyOf(createId(), createId());
    await running.deps.blobs.put({ key: stray, body: new Uint8Array([1]), contentType: 'image/webp' });
    running.advance(ORPHAN_AGE_MS * 2);
    const { orphans, foreign } = await compareBucket(undefined, running.deps);
    expect(foreign).toBe(0);
    await running.deps.orphans.note(orphans, running.deps.now());
    running.advance(ORPHAN_AGE_MS * 2);
    expect(await removeOrphans(running.deps)).toEqual([stray]);
    expect(await running.deps.blobs.head(key)).not.toBeNull();
    running.advance(-ORPHAN_AGE_MS * 4);
  });

  it('is made for services alone, of no more than four pictures, and of those of its owner', async () => {
    const { boardId, thumbnailIds, viewer, key } = await aBoard(1);
    const { deps } = running;
    await expect(makeCover({ boardId, thumbnailIds }, { viewer: aPerson(), deps })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const five = Array.from({ length: 5 }, () => createId());
    await expect(makeCover({ boardId, thumbnailIds: five }, { viewer, deps })).rejects.toThrow(RangeError);
    await expect(makeCover({ boardId: '../x', thumbnailIds }, { viewer, deps })).rejects.toThrow(RangeError);
    const stranger = createId();
    await makeCover({ boardId, thumbnailIds }, { viewer: aService(stranger), deps });
    expect(await deps.blobs.head(key.replace(/users\/[^/]+/u, `users/${stranger}`))).toBeNull();
  });
});
