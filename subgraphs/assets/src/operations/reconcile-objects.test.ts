import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  announce,
  aPerson,
  aService,
  completeUpload,
  interruptedDeps,
  putBytes,
  requestUpload,
  startAssets,
  uploadBytes,
} from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import { createBucketWalk } from '../tasks/walk-bucket.ts';
import { compareBucket, ORPHAN_AGE_MS, removeOrphans } from './reconcile-objects.ts';

const bytes = new TextEncoder().encode('whose is this?');
const HOUR_MS = 3_600_000;
const logger = createLogger({ level: 'silent' });
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const put = (key: string) => running.deps.blobs.put({ key, body: bytes, contentType: 'text/plain' });
const isThere = async (key: string) => (await running.deps.blobs.head(key)) !== null;
const keyOf = async (id: string) => (await running.deps.assets.find(id))?.objectKey ?? '';

/** A walk through the whole bucket; it has one page here. */
async function walk() {
  const logged: object[] = [];
  const note = (fields: object) => void logged.push(fields);
  const logger = { warn: note, error: note } as unknown as Parameters<typeof createBucketWalk>[1];
  await createBucketWalk(running.deps, logger).step();
  return logged;
}

describe('objects without a record', () => {
  const person = aPerson();
  const home = `users/${person.userId}`;
  const orphans = [
    `${home}/images/${createId()}/previews/1024.webp`,
    `${home}/images/${createId()}/previews/1024-${createId()}.webp`,
    `${home}/files/${createId()}/lost.txt`,
    `${home}/files/${createId()}/previews/256.webp`,
    `${home}/images/${createId()}/original.png`,
    `${home}/images/${createId()}/previews/256.webp`,
  ];
  /** Of others, or of nobody we know: a prefix that was read too widely must never sweep these. */
  const foreign = [
    `${home}/boards/${createId()}/back.webp`,
    `${home}/images/${createId()}/metadata.json.old`,
    `${home}/images/${createId()}/previews/2048.webp`,
    `${home}/files/not-an-id/x`,
    `${home}/files/${createId()}/a/b.txt`,
    'shared/token/image.png',
    `shared/${'0'.repeat(64)}/image.webp`,
  ];
  let alive: string[] = [];

  beforeEach(async () => {
    await Promise.all([...orphans, ...foreign].map(put));
    const file = await uploadBytes(running.ask, person, { bytes });
    const trashed = await uploadBytes(running.ask, person, { bytes, filename: 'trashed.txt' });
    await running.ask(person, 'mutation ($id: ID!) { deleteAsset(id: $id) { __typename } }', { id: trashed.id });
    const picture = await uploadBytes(running.ask, aService(person.userId), {
      bytes,
      purpose: 'IMAGE_ORIGINAL',
      imageId: createId(),
    });
    const open = (await requestUpload(
      running.ask,
      person,
      announce({ bytes, filename: 'open.txt' }),
    )) as unknown as Ticket;
    await putBytes(open, bytes);
    alive = await Promise.all([file.id, trashed.id, picture.id, open.id].map(keyOf));
  });

  it('are told when they have lain for a day, and removed a day later; nothing else ever is', async () => {
    expect((await compareBucket(undefined, running.deps)).orphans).toEqual([]);
    running.advance(ORPHAN_AGE_MS + HOUR_MS);
    const { orphans: found } = await compareBucket(undefined, running.deps);
    expect(found.map(({ key }) => key).sort()).toEqual([...orphans].sort());

    expect(await walk()).toMatchObject([{ orphans: orphans.length }]);
    expect(await removeOrphans(running.deps)).toEqual([]);
    for (const key of [...orphans, ...foreign, ...alive]) expect(await isThere(key), key).toBe(true);

    running.advance(ORPHAN_AGE_MS + HOUR_MS);
    await walk();
    for (const key of orphans) expect(await isThere(key), key).toBe(false);
    for (const key of [...foreign, ...alive]) expect(await isThere(key), key).toBe(true);
    expect(await running.deps.orphans.count()).toBe(0);
  });

  it('that get a record in the meantime stay', async () => {
    running.advance(ORPHAN_AGE_MS + HOUR_MS);
    const imageId = createId();
    const key = `${home}/images/${imageId}/original.png`;
    await put(key);
    running.advance(ORPHAN_AGE_MS + HOUR_MS);
    await walk();
    await uploadBytes(running.ask, aService(person.userId), { bytes, purpose: 'IMAGE_ORIGINAL', imageId });

    running.advance(ORPHAN_AGE_MS + HOUR_MS);
    await walk();
    expect(await isThere(key)).toBe(true);
  });
});

describe('a late PUT whose upload is begun anew and completed just as it is removed', () => {
  const REMOVAL_CALLS = Array.from({ length: 12 }, (_, at) => at);
  const DAYS_MS = 31 * ORPHAN_AGE_MS;

  it.each([
    ['its record is there', HOUR_MS],
    ['its record has gone', DAYS_MS],
  ])('is kept or asked for once more, at whatever call it comes, when %s', async (_, ms) => {
    for (const after of REMOVAL_CALLS) {
      const person = aPerson();
      const input = announce({ bytes, idempotencyKey: 'late' });
      const begin = async () => (await requestUpload(running.ask, person, input)) as unknown as Ticket;
      const ticket = await begin();
      running.advance(ms);
      await running.tidy();
      await putBytes(ticket, bytes);
      running.advance(ORPHAN_AGE_MS + HOUR_MS);
      await walk();
      running.advance(ORPHAN_AGE_MS + HOUR_MS);

      const deps = interruptedDeps(running.deps, after, async () => {
        await putBytes(await begin(), bytes);
        await completeUpload(running.ask, person, ticket.id);
      });
      await createBucketWalk(deps, logger).step();

      const { status, objectKey = '' } = (await running.deps.assets.find(ticket.id)) ?? {};
      if (status === 'READY') expect(await isThere(objectKey), `after ${after} calls`).toBe(true);
      await putBytes(await begin(), bytes);
      expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ status: 'READY' });
      expect(await isThere(await keyOf(ticket.id))).toBe(true);
    }
  });
});

describe('a bucket of more than a page', () => {
  it('is walked on by a new process from where the last one stopped, and then from its beginning', async () => {
    const asked: (string | undefined)[] = [];
    const page = Array.from({ length: 1_000 }, (_, i) => `users/x/${String(i).padStart(4, '0')}`);
    const list: typeof running.deps.blobs.list = ({ after }) => {
      asked.push(after);
      const objects = page.map((key) => ({ key, sizeBytes: 1, modifiedAt: new Date() }));
      return Promise.resolve(after === undefined ? objects : []);
    };
    const deps = { ...running.deps, blobs: { ...running.deps.blobs, list } };
    for (let restarts = 0; restarts < 3; restarts++) await createBucketWalk(deps, logger).step();

    expect(asked).toEqual([undefined, 'users/x/0999', undefined]);
    await createBucketWalk(deps, logger).step();
  });

  it('is not walked past a page that nobody has looked at, though two take the same step', async () => {
    const place = await running.deps.walks.find();
    await running.deps.walks.moveOn(place, 'users/m');
    await running.deps.walks.moveOn(place, 'users/z');

    const moved = await running.deps.walks.find();
    expect(moved.after).toBe('users/m');
    await running.deps.walks.moveOn(moved, undefined);
    expect((await running.deps.walks.find()).after).toBeUndefined();
  });
});

describe('records without an object', () => {
  it('are told, and neither hidden nor removed', async () => {
    const person = aPerson();
    const { id } = await uploadBytes(running.ask, person, { bytes });
    await running.deps.blobs.remove(await keyOf(id));

    expect((await compareBucket(undefined, running.deps)).lost).toEqual([id]);
    expect(JSON.stringify(await walk())).toContain(id);
    expect((await running.deps.assets.find(id))?.status).toBe('READY');
  });
});

describe('uploads in parts that no draft names', () => {
  it('are given up after the same two days', async () => {
    const key = `users/${createId()}/files/${createId()}/film.mp4`;
    const address = { key, uploadId: await running.deps.blobs.startMultipart({ key, contentType: 'video/mp4' }) };
    running.advance(ORPHAN_AGE_MS + HOUR_MS);
    await walk();
    expect(await running.deps.blobs.listParts(address)).toEqual([]);

    running.advance(ORPHAN_AGE_MS + HOUR_MS);
    await walk();
    expect(await running.deps.blobs.listParts(address)).toBeNull();
  });
});
