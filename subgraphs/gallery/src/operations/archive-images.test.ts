import { aPerson, uploadBytes } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import yauzl from 'yauzl';
import { paintPicture, seedImage, startGallery, storeOriginal, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { packNextArchive } from './pack-archives.ts';

let gallery: RunningGallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const FIELDS = 'id state imageCount packedCount leftIds sizeBytes problem expiresAt asset { id }';
const ARCHIVE = `mutation ($ids: [ID!]!, $key: String) { archiveImages(ids: $ids, idempotencyKey: $key) { __typename
  ... on ImageArchive { ${FIELDS} } ... on Refusal { code path } } }`;
const ONE = `query ($id: ID!) { imageArchive(id: $id) { ${FIELDS} } }`;
const logger = createLogger({ level: 'fatal' });

async function ask(viewer: Viewer, query: string, args: object = {}): Promise<Record<string, unknown>> {
  const { data, errors } = await gallery.ask(viewer, query, { ...args });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Record<string, unknown>;
}
const pack = (signal = new AbortController().signal, sizeBytesMax = 2_000_000_000) =>
  packNextArchive({ deps: gallery.deps, logger, signal, sizeBytesMax });
const seed = async (ownerId: string, details: object = {}) =>
  String((await seedImage(gallery, ownerId, details))['id']);

/** An archive of one picture, from its order to its file. */
async function readyOne(owner: Viewer, imageId: string): Promise<Record<string, unknown>> {
  const { id } = await ask(owner, ARCHIVE, { ids: [imageId] });
  await drain(gallery);
  const archive = await ask(owner, ONE, { id });
  expect(archive['state']).toBe('READY');
  return archive;
}

async function linkOf(viewer: Viewer, archive: Record<string, unknown>): Promise<string> {
  const id = (archive['asset'] as { id: string }).id;
  const { data } = await gallery.assets.ask(viewer, 'query ($id: ID!) { asset(id: $id) { url(download: true) } }', {
    id,
  });
  return (data?.['asset'] as { url: string }).url;
}

async function unpack(url: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(await (await fetch(url)).arrayBuffer()), { lazyEntries: true });
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return files;
}

describe('pictures in one archive', () => {
  it('are packed by a task, each whole and in order, and taken away through a link', async () => {
    const owner = aPerson();
    const [red, blue] = [await paintPicture({ width: 321 }), await paintPicture({ width: 322 })];
    const ids: string[] = [];
    for (const [bytes, title] of [
      [red, 'red/door'],
      [blue, null],
    ] as const) {
      const id = createId();
      const assetId = await storeOriginal(gallery, { ownerId: owner.userId, imageId: id, bytes });
      ids.push(
        ...(await writeRows(gallery, owner.userId, [
          { id, assetId, ...(title ? { title } : { prompt: 'a blue sea' }) },
        ])),
      );
    }
    const made = await ask(owner, ARCHIVE, { ids: [...ids, createId()] });
    expect(made).toMatchObject({ __typename: 'ImageArchive', state: 'PREPARING', imageCount: 2, asset: null });

    expect(await pack()).toBe(true);
    expect(await pack()).toBe(false);

    const archive = await ask(owner, ONE, { id: made['id'] });
    expect(archive).toMatchObject({ state: 'READY', packedCount: 2, problem: null });
    const link = await linkOf(owner, archive);
    expect((await fetch(link)).headers.get('content-disposition')).toContain('modu-pictures.zip');
    const files = await unpack(link);
    expect([...files.keys()]).toEqual(['0001 red door.png', '0002 a blue sea.png']);
    expect(files.get('0001 red door.png')?.equals(Buffer.from(red))).toBe(true);
    expect(files.get('0002 a blue sea.png')?.equals(Buffer.from(blue))).toBe(true);
  });

  it('count for nothing in the owner’s storage, are no file of theirs, and are gone after a day', async () => {
    const owner = aPerson();
    const id = await seed(owner.userId);
    const before = await gallery.assets.deps.storage.find(owner.userId);
    const made = await ask(owner, ARCHIVE, { ids: [id] });
    await pack();
    const link = await linkOf(owner, await ask(owner, ONE, { id: made['id'] }));
    expect((await gallery.assets.deps.storage.find(owner.userId))?.usedBytes).toBe(before?.usedBytes);
    const listed = await gallery.assets.ask(owner, '{ assets { totalCount } }');
    expect(listed.data).toEqual({ assets: { totalCount: 0 } });

    gallery.advance(24 * 3_600_000);
    gallery.assets.advance(25 * 3_600_000);
    expect(await ask(owner, ONE, { id: made['id'] })).toBeNull();
    await gallery.assets.tidy();
    expect((await fetch(link)).status).toBe(404);
    gallery.advance(-24 * 3_600_000);
    gallery.assets.advance(-25 * 3_600_000);
  });

  it('are packed once for one key, and another content under it is refused', async () => {
    const owner = aPerson();
    const [one, two] = await writeRows(gallery, owner.userId, [{}, {}]);
    const first = await ask(owner, ARCHIVE, { ids: [one], key: 'k' });
    expect(await ask(owner, ARCHIVE, { ids: [one], key: 'k' })).toMatchObject({ id: first['id'] });
    expect(await ask(owner, ARCHIVE, { ids: [two], key: 'k' })).toMatchObject({ code: 'CONFLICT' });
  });

  it('are five archives on their way at most, however many are asked for at once', async () => {
    const owner = aPerson();
    const ids = await writeRows(gallery, owner.userId, [{}]);
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(owner, ARCHIVE, { ids })));
    expect(answers.filter(({ __typename }) => __typename === 'ImageArchive')).toHaveLength(5);
    expect(answers.filter(({ code }) => code === 'QUOTA_EXCEEDED')).toHaveLength(7);
  });

  it('that are ready stand in nobody’s way: the newest five are kept, and the file of the oldest goes with it', async () => {
    const owner = aPerson();
    const id = await seed(owner.userId);
    const made: Record<string, unknown>[] = [];
    for (let n = 0; n < 6; n++) {
      made.push(await readyOne(owner, id));
      gallery.advance(1_000);
    }
    const [oldest = {}, second = {}] = made;
    expect(await ask(owner, ONE, { id: oldest['id'] })).toBeNull();
    const file = await gallery.assets.ask(
      owner,
      'query ($id: ID!) { asset(id: $id) { id } }',
      oldest['asset'] as Record<string, unknown>,
    );
    expect(file.data).toEqual({ asset: null });
    expect((await fetch(await linkOf(owner, second))).status).toBe(200);
    const { data } = await gallery.ask(owner, '{ imageArchives { id } }');
    expect(data?.['imageArchives']).toEqual(
      made
        .slice(1)
        .reverse()
        .map(({ id: kept }) => ({ id: kept })),
    );
  });

  it('are ready although an old file cannot be let go: that is done with the next', async () => {
    const owner = aPerson();
    const id = await seed(owner.userId);
    for (let n = 0; n < 5; n++) await readyOne(owner, id);
    const kept = () => gallery.database.imageArchive.count({ where: { ownerId: owner.userId } });
    const cut = vi.spyOn(gallery.deps.assets, 'removeFile').mockRejectedValueOnce(new Error('line cut'));
    await readyOne(owner, id);
    expect(await kept()).toBe(6);
    cut.mockRestore();
    await readyOne(owner, id);
    expect(await kept()).toBe(5);
  });

  it('are as many as fit; the others are named, and come in another archive', async () => {
    const owner = aPerson();
    const bytes = new Uint8Array(100_000);
    const ids: string[] = [];
    for (const place of [1, 2, 3, 4]) {
      bytes[0] = place;
      const file = { bytes, filename: `${place}.bin`, contentType: 'application/octet-stream' };
      const { id: assetId } = await uploadBytes(gallery.assets.ask, owner, file);
      ids.push(...(await writeRows(gallery, owner.userId, [{ assetId, title: `picture ${place}` }])));
    }
    const signal = new AbortController().signal;
    const seen: string[] = [];
    const leftovers: string[][] = [];
    await drain(gallery);
    for (let left = ids; left.length > 0;) {
      const { id } = await ask(owner, ARCHIVE, { ids: left });
      expect(await ask(owner, ONE, { id })).toMatchObject({ state: 'PREPARING', leftIds: [] });
      await pack(signal, 250_000);
      const archive = await ask(owner, ONE, { id });
      expect(archive).toMatchObject({ state: 'READY', imageCount: left.length });
      expect(archive['sizeBytes']).toBeLessThanOrEqual(250_000);
      seen.push(...(await unpack(await linkOf(owner, archive))).keys());
      left = archive['leftIds'] as string[];
      leftovers.push(left);
    }
    expect(leftovers).toEqual([ids.slice(2), []]);
    expect(seen).toEqual(['0001 picture 1.bin', '0002 picture 2.bin', '0001 picture 3.bin', '0002 picture 4.bin']);

    const { id } = await ask(owner, ARCHIVE, { ids });
    await pack(signal, 50_000);
    expect(await ask(owner, ONE, { id })).toMatchObject({ state: 'FAILED', packedCount: 0, leftIds: [], asset: null });
  });

  it('that failed stand in nobody’s way', async () => {
    const owner = aPerson();
    const ids = await writeRows(gallery, owner.userId, [{}]);
    await drain(gallery);
    for (let n = 0; n < 5; n++) await ask(owner, ARCHIVE, { ids });
    expect(await ask(owner, ARCHIVE, { ids })).toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await gallery.database.imageArchive.updateMany({ where: { ownerId: owner.userId }, data: { state: 'FAILED' } });
    expect(await ask(owner, ARCHIVE, { ids })).toMatchObject({ state: 'PREPARING' });
  });

  it('are tried again when the packing dies or the bucket fails, and said to be broken in the end', async () => {
    const owner = aPerson();
    const id = await seed(owner.userId);
    await drain(gallery);
    const { id: archiveId } = await ask(owner, ARCHIVE, { ids: [id] });
    // However often: a stop is no try.
    for (let stop = 0; stop < 5; stop++) await pack(AbortSignal.abort(new Error('the process stops')));
    expect(await ask(owner, ONE, { id: archiveId })).toMatchObject({ state: 'PREPARING' });

    const cut = vi.spyOn(gallery.deps.assets, 'storeArchive').mockRejectedValueOnce(new Error('line cut'));
    await drain(gallery);
    expect(await ask(owner, ONE, { id: archiveId })).toMatchObject({ state: 'PREPARING' });
    gallery.advance(60_000);
    await drain(gallery);
    expect(await ask(owner, ONE, { id: archiveId })).toMatchObject({ state: 'READY' });

    const { id: hopeless } = await ask(owner, ARCHIVE, { ids: [id] });
    cut.mockRejectedValue(new Error('line cut'));
    for (let round = 0; round < 4; round++) {
      await drain(gallery);
      gallery.advance(60_000);
    }
    cut.mockRestore();
    const broken = await ask(owner, ONE, { id: hopeless });
    expect(broken).toMatchObject({ state: 'FAILED', asset: null });
    expect(broken['problem']).toContain('Try again later');
  });

  it('are nobody else’s, need a picture of one’s own, and are refused by their names', async () => {
    const owner = aPerson();
    const ids = await writeRows(gallery, owner.userId, [{}]);
    const { id } = await ask(owner, ARCHIVE, { ids });
    expect(await ask(aPerson(), ONE, { id })).toBeNull();
    expect(await ask(aPerson(), ARCHIVE, { ids })).toMatchObject({ code: 'NOT_FOUND', path: ['ids'] });
    for (const key of ['', 'k'.repeat(201), 'two\nlines', 'half \ud83d'])
      expect(await ask(owner, ARCHIVE, { ids, key })).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['idempotencyKey'],
      });
    expect(await ask(aPerson(), ARCHIVE, { ids: [] })).toMatchObject({ code: 'INVALID_INPUT', path: ['ids'] });
    for (const query of [
      `mutation { archiveImages(ids: ["${id as string}"]) { __typename } }`,
      '{ imageArchives { id } }',
    ]) {
      expect((await gallery.ask(ANONYMOUS, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('a large archive', () => {
  it('goes up in parts and is whole', async () => {
    const owner = aPerson();
    const noise = new Uint8Array(24_000_000);
    crypto.getRandomValues(noise.subarray(0, 65_536));
    const ids: string[] = [];
    for (const place of [1, 2, 3]) {
      noise[0] = place;
      const file = { bytes: noise, filename: `noise-${place}.bin`, contentType: 'application/octet-stream' };
      const { id: assetId } = await uploadBytes(gallery.assets.ask, owner, file);
      ids.push(...(await writeRows(gallery, owner.userId, [{ assetId, title: `noise ${place}` }])));
    }
    const { id } = await ask(owner, ARCHIVE, { ids });
    await drain(gallery);
    const archive = await ask(owner, ONE, { id });
    expect(archive).toMatchObject({ state: 'READY', packedCount: 3 });
    expect(archive['sizeBytes']).toBeGreaterThan(72_000_000);
    const files = await unpack(await linkOf(owner, archive));
    expect([...files.values()].map((bytes) => [bytes.byteLength, bytes[0]])).toEqual([
      [24_000_000, 1],
      [24_000_000, 2],
      [24_000_000, 3],
    ]);
  }, 180_000);
});

/** Packs until nothing is due. */
async function drain({ deps }: RunningGallery): Promise<void> {
  while (await packNextArchive({ deps, logger, signal: new AbortController().signal }));
}
