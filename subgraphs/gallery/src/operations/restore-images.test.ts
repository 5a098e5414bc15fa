import { aPerson } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedImage, startGallery } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { doChores } from './do-chores.ts';
import { restoreImages } from './restore-images.ts';

const viewer = { kind: 'service', service: 'restore', locale: 'en' } as const;
const doing = { logger: createLogger({ level: 'silent' }), signal: new AbortController().signal };
let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const doAll = async () => {
  while (await doChores(gallery.deps, doing));
};
const documentOf = (ownerId: string, id: string) => `users/${ownerId}/images/${id}/metadata.json`;
const readDocument = async (ownerId: string, id: string): Promise<unknown> => {
  const bytes = await gallery.assets.deps.blobs.get(documentOf(ownerId, id), { sizeBytesMax: 100_000 });
  return JSON.parse(new TextDecoder().decode(bytes));
};
const restore = (ownerId: string, writes: boolean) =>
  restoreImages({ viewer, deps: gallery.deps, bucket: gallery.assets.deps.blobs, ownerId, writes });

const MADE = {
  ...{ prompt: '바다 위의 달', negativePrompt: 'people', seed: 2 ** 53 - 1, modelId: 'sketch', task: 'IMAGE_TO_IMAGE' },
  ...{ jobId: createId(), parentId: createId(), batchIndex: 1, settings: { steps: 20, styleId: 'ink' } },
};

describe('what a picture was made from', () => {
  it('is written beside it a moment later, whole, and never again when its owner writes about it', async () => {
    const { userId } = aPerson();
    const { id } = await seedImage(gallery, userId, MADE);
    await doAll();
    const document = await readDocument(userId, String(id));
    expect(document).toMatchObject({ schema: 'modu.image', version: 1, id, ownerId: userId, ...MADE, width: 640 });

    await gallery.deps.images.update({ ownerId: userId, id: String(id) }, { title: 'Sea', note: null, tags: ['moon'] });
    expect(await gallery.deps.chores.claim('IMAGE', { now: gallery.deps.now(), until: new Date(), limit: 1 })).toEqual(
      [],
    );
    expect(JSON.stringify(document)).not.toContain('title');
  });

  it('is tried again while assets does not answer, and taken for done when the picture has gone', async () => {
    const { userId } = aPerson();
    const { id } = await seedImage(gallery, userId, MADE);
    const away = { ...gallery.deps.assets, keepMetadata: () => Promise.reject(new Error('assets is away')) };
    await doChores({ ...gallery.deps, assets: away }, doing);
    await doAll();
    expect(await gallery.assets.deps.blobs.head(documentOf(userId, String(id)))).toBeNull();
    gallery.advance(3_000);
    await doAll();
    expect(await readDocument(userId, String(id))).toMatchObject({ id });

    const { id: gone } = await seedImage(gallery, userId, MADE);
    await gallery.database.image.delete({ where: { id: String(gone) } });
    await doAll();
    expect(await gallery.database.bucketChore.count({ where: { subject: String(gone) } })).toBe(0);
    gallery.advance(-3_000);
  });
});

describe('a gallery that lost its rows', () => {
  it('gets them back from the bucket alone, after a look that changes nothing', async () => {
    const { userId } = aPerson();
    const ids = [await seedImage(gallery, userId, MADE), await seedImage(gallery, userId)].map(({ id }) => String(id));
    await doAll();
    const before = await gallery.deps.images.findMany(ids);
    await gallery.database.image.deleteMany({ where: { ownerId: userId } });

    const looked = await restore(userId, false);
    expect(looked).toMatchObject({ told: 2, unreadable: [] });
    expect(looked.missing.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    expect(await gallery.deps.images.findMany(ids)).toEqual([]);

    expect((await restore(userId, true)).missing).toHaveLength(2);
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    expect((await gallery.deps.images.findMany(ids)).toSorted(byId)).toEqual(before.toSorted(byId));
    expect(await restore(userId, true)).toMatchObject({ told: 2, missing: [] });
  });

  it('takes nothing from a document that lies in another’s place, nor from what is none', async () => {
    const { userId } = aPerson();
    const { id } = await seedImage(gallery, userId, MADE);
    await doAll();
    const { blobs } = gallery.assets.deps;
    const [stranger, other] = [createId(), createId()];
    const body = await blobs.get(documentOf(userId, String(id)), { sizeBytesMax: 100_000 });
    await blobs.put({ key: documentOf(stranger, String(id)), body, contentType: 'application/json' });
    await blobs.put({ key: documentOf(stranger, other), body: new Uint8Array([123]), contentType: 'application/json' });
    expect(await restore(stranger, true)).toMatchObject({ told: 0, missing: [], unreadable: { length: 2 } });
  });

  it('brings back nobody who left', async () => {
    const { userId } = aPerson();
    const { id } = await seedImage(gallery, userId, MADE);
    await doAll();
    await gallery.database.image.delete({ where: { id: String(id) } });
    await gallery.deps.departures.note(userId, new Date());
    expect(await restore(userId, true)).toMatchObject({ ownerless: 1 });
    expect(await gallery.deps.images.findMany([String(id)])).toEqual([]);
  });
});
