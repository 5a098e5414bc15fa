import { aPerson, aService } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedImage, startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { purgeTrash } from './purge-trash.ts';

let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const REFUSAL = '__typename ... on Refusal { code path message }';
const CHANGED = `${REFUSAL} ... on ChangedImages { images { id starred tags deletedAt } missingIds }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateImageInput!) { updateImage(id: $id, input: $input) { ${REFUSAL}
  ... on Image { title tags note } } }`;
const STAR = `mutation ($ids: [ID!]!, $starred: Boolean = true) { starImages(ids: $ids, starred: $starred) { ${CHANGED} } }`;
const TAG = `mutation ($ids: [ID!]!, $add: [String!], $remove: [String!]) { tagImages(ids: $ids, add: $add, remove: $remove) { ${CHANGED} } }`;
const DELETE = `mutation ($ids: [ID!]!) { deleteImages(ids: $ids) { ${CHANGED} } }`;
const RESTORE = `mutation ($ids: [ID!]!) { restoreImages(ids: $ids) { ${CHANGED} } }`;
const PURGE = `mutation ($ids: [ID!]!) { purgeImages(ids: $ids) { ${REFUSAL} ... on PurgedImages { ids missingIds } } }`;
const EMPTY = 'mutation { emptyTrash { count } }';
const SEEN =
  '{ images { totalCount edges { node { id } } } trash: images(trashed: true) { totalCount } imageTimeline { totalCount } }';

interface Changed {
  readonly __typename: string;
  readonly images: readonly { id: string; starred: boolean; tags: string[]; deletedAt: string | null }[];
  readonly missingIds: readonly string[];
}

async function ask<T = Changed>(viewer: Viewer, query: string, args: object = {}): Promise<T> {
  const { data, errors } = await gallery.ask(viewer, query, { ...args });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as T;
}

const seen = async (viewer: Viewer) => {
  const { data } = await gallery.ask(viewer, SEEN);
  const counts = data as Record<'images' | 'trash' | 'imageTimeline', { totalCount: number }>;
  return { wall: counts.images.totalCount, trash: counts.trash.totalCount, timeline: counts.imageTimeline.totalCount };
};

describe('what an owner writes about a picture', () => {
  it('is kept: title, tags in lower case and once each, note; what is left out stays, what is emptied is gone', async () => {
    const person = aPerson();
    const [id] = await writeRows(gallery, person.userId, [{}]);
    const input = { title: '  Harbour ', tags: ['Print', 'print', ' 연습 ', ''], note: 'for the calendar' };

    expect(await ask(person, UPDATE, { id, input })).toEqual({
      __typename: 'Image',
      ...{ title: 'Harbour', tags: ['print', '연습'], note: 'for the calendar' },
    });
    expect(await ask(person, UPDATE, { id, input: { title: '', note: null } })).toEqual({
      __typename: 'Image',
      ...{ title: null, tags: ['print', '연습'], note: null },
    });
  });

  it('keeps the lines of a note, and says of tags what they may be', async () => {
    const person = aPerson();
    const [id] = await writeRows(gallery, person.userId, [{}]);

    expect(await ask(person, UPDATE, { id, input: { note: 'one\n\ttwo' } })).toMatchObject({ note: 'one\n\ttwo' });
    const refusal = await ask<Record<string, unknown>>(person, TAG, { ids: [id], add: ['x'.repeat(51)] });
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', path: ['add'] });
    expect(refusal['message']).toBe(
      'A picture has up to 50 tags, each one line of up to 50 characters, without characters that can’t be seen.',
    );
  });

  it.each([
    ['title', { title: 'x'.repeat(201) }],
    ['note', { note: 'x'.repeat(5_001) }],
    ['tags', { tags: ['x'.repeat(51)] }],
    ['tags', { tags: Array.from({ length: 51 }, (_, n) => `t${n}`) }],
    ['title', { title: 'a\0b' }],
    ['title', { title: 'two\nlines' }],
    ['tags', { tags: ['bell\u0007'] }],
    ['note', { note: 'bell\u0007' }],
    ['title', { title: 'turned \u202e' }],
    ['tags', { tags: ['turned \u2066'] }],
    ['note', { note: 'half \ud83d' }],
  ])('is refused when the %s is too much, and nothing changes', async (field, change) => {
    const person = aPerson();
    const [id] = await writeRows(gallery, person.userId, [{ title: 'before' }]);

    expect(await ask(person, UPDATE, { id, input: change })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', field],
    });
    expect(await ask(person, UPDATE, { id, input: {} })).toMatchObject({ title: 'before', tags: [] });
  });
});

describe('many pictures at once', () => {
  it('are starred, tagged, trashed and restored, and the counts follow', async () => {
    const person = aPerson();
    const ids = await writeRows(gallery, person.userId, [{}, {}, { tags: ['old'] }]);

    expect((await ask(person, STAR, { ids })).images.map(({ starred }) => starred)).toEqual([true, true, true]);
    expect((await ask(person, STAR, { ids: ids.slice(1), starred: false })).images[0]?.starred).toBe(false);
    expect((await ask(person, TAG, { ids, add: ['New'], remove: ['old'] })).images.map(({ tags }) => tags)).toEqual([
      ['new'],
      ['new'],
      ['new'],
    ]);
    await ask(person, DELETE, { ids: ids.slice(0, 2) });
    expect(await seen(person)).toEqual({ wall: 1, trash: 2, timeline: 1 });
    const again = await ask(person, DELETE, { ids });
    expect(again.images).toHaveLength(3);
    expect(await seen(person)).toEqual({ wall: 0, trash: 3, timeline: 0 });
    await ask(person, RESTORE, { ids });
    expect(await seen(person)).toEqual({ wall: 3, trash: 0, timeline: 3 });
  });

  it('are changed though some are not there; those are named', async () => {
    const person = aPerson();
    const [mine] = await writeRows(gallery, person.userId, [{}]);
    const [foreign] = await writeRows(gallery, createId(), [{}]);
    const outcome = await ask(person, STAR, { ids: [foreign, mine, 'no id'] });

    expect(outcome.images).toMatchObject([{ id: mine }]);
    expect(outcome.missingIds).toEqual([foreign, 'no id']);
  });

  it('are a thousand of which most are others’: those stay as they are, whatever is done', async () => {
    const person = aPerson();
    const stranger = aPerson();
    const own = await writeRows(
      gallery,
      person.userId,
      Array.from({ length: 300 }, () => ({})),
    );
    const foreign = await writeRows(
      gallery,
      stranger.userId,
      Array.from({ length: 400 }, () => ({ tags: ['theirs'] })),
    );
    const unknown = Array.from({ length: 300 }, () => createId());
    const ids = [...foreign, ...own, ...unknown];

    for (const change of [STAR, TAG, DELETE, RESTORE, DELETE]) {
      const { images, missingIds } = await ask(person, change, { ids, add: ['mine'], remove: ['theirs'] });
      expect(images.map(({ id }) => id)).toEqual(own);
      expect(missingIds).toEqual([...foreign, ...unknown]);
    }
    const purged = await ask<{ ids: string[]; missingIds: string[] }>(person, PURGE, { ids });
    expect([purged.ids.length, purged.missingIds.length]).toEqual([300, 700]);
    expect(await seen(stranger)).toEqual({ wall: 400, trash: 0, timeline: 400 });
    const touched = { ownerId: stranger.userId, OR: [{ starred: true }, { NOT: { tags: { equals: ['theirs'] } } }] };
    expect(await gallery.database.image.count({ where: touched })).toBe(0);
  });

  it('are at least one and at most a thousand', async () => {
    for (const ids of [[], Array.from({ length: 1_001 }, () => createId())]) {
      expect(await ask(aPerson(), DELETE, { ids })).toMatchObject({ code: 'INVALID_INPUT', path: ['ids'] });
    }
  });

  it('may be changed from two sides at once without blocking each other', async () => {
    const person = aPerson();
    const ids = await writeRows(
      gallery,
      person.userId,
      Array.from({ length: 60 }, () => ({})),
    );
    const rounds = Array.from({ length: 12 }, (_, n) => {
      const some = n % 2 ? [...ids].reverse() : ids;
      return n % 3
        ? ask(person, STAR, { ids: some, starred: n % 2 === 0 })
        : ask(person, n % 2 ? DELETE : RESTORE, { ids: some });
    });

    for (const outcome of await Promise.all(rounds)) expect(outcome.images).toHaveLength(60);
    await ask(person, RESTORE, { ids });
    expect(await seen(person)).toEqual({ wall: 60, trash: 0, timeline: 60 });
  });
});

describe('the trash', () => {
  it('is emptied for good: files leave the bucket and give their space back, the row is gone', async () => {
    const person = aPerson();
    const image = await seedImage(gallery, person.userId);
    const [id] = [String(image['id'])];
    expect(await ask(person, PURGE, { ids: [id] })).toMatchObject({ ids: [], missingIds: [id] });
    await ask(person, DELETE, { ids: [id] });
    expect(await ask(person, PURGE, { ids: [id] })).toMatchObject({ ids: [id] });

    // Gone at once, before a file is removed
    expect(await seen(person)).toEqual({ wall: 0, trash: 0, timeline: 0 });
    expect(await ask(person, RESTORE, { ids: [id] })).toMatchObject({ images: [], missingIds: [id] });
    expect((await gallery.ask(person, `{ image(id: "${id}") { id } }`)).data).toEqual({ image: null });

    await purgeTrash(gallery.deps, quietly);
    expect(await gallery.database.image.findUnique({ where: { id } })).toBeNull();
    expect(await gallery.assets.deps.storage.find(person.userId)).toMatchObject({ usedBytes: 0, moves: [] });
  });

  it('keeps pictures for 30 days, and not longer', async () => {
    const person = aPerson();
    const id = String((await seedImage(gallery, person.userId))['id']);
    await ask(person, DELETE, { ids: [id] });
    const day = 86_400_000;
    gallery.advance(29 * day);
    await purgeTrash(gallery.deps, quietly);
    expect(await seen(person)).toMatchObject({ trash: 1 });

    gallery.advance(2 * day);
    await purgeTrash(gallery.deps, quietly);
    expect(await seen(person)).toMatchObject({ trash: 0 });
    expect(await gallery.database.image.findUnique({ where: { id } })).toBeNull();
    gallery.advance(-31 * day);
  });

  it('is emptied by a later round when the files could not be removed', async () => {
    const person = aPerson();
    const id = String((await seedImage(gallery, person.userId))['id']);
    await ask(person, DELETE, { ids: [id] });
    expect(await ask(person, EMPTY)).toEqual({ count: 1 });
    const broken = {
      ...gallery.deps,
      assets: { ...gallery.deps.assets, removeFile: () => Promise.reject(new Error('down')) },
    };

    expect(await purgeTrash(broken, quietly)).toEqual({ purged: 0, isCut: false });
    expect(await gallery.database.image.findUnique({ where: { id } })).not.toBeNull();
    expect(await purgeTrash(gallery.deps, quietly)).toEqual({ purged: 1, isCut: false });
  });
});

const quietly = { logger: createLogger({ level: 'silent' }), signal: new AbortController().signal };

describe('a stranger', () => {
  it.each([
    ['another person', aPerson()],
    ['an administrator', { ...aPerson(), role: 'ADMIN' }],
    ['a service that acts for another', aService(createId())],
  ] satisfies [string, Viewer][])('changes nothing: %s', async (_, stranger) => {
    const [id] = await writeRows(gallery, createId(), [{ title: 'mine' }]);
    for (const change of [STAR, TAG, DELETE, RESTORE]) {
      expect(await ask(stranger, change, { ids: [id], add: ['x'] })).toMatchObject({ images: [], missingIds: [id] });
    }
    await ask(stranger, EMPTY);
    expect(await ask(stranger, PURGE, { ids: [id] })).toMatchObject({ ids: [], missingIds: [id] });
    expect(await ask(stranger, UPDATE, { id, input: { title: 'yours' } })).toMatchObject({ code: 'NOT_FOUND' });
    const row = await gallery.database.image.findUnique({ where: { id: id ?? '' } });
    expect(row).toMatchObject({ title: 'mine', tags: [], starred: false, deletedAt: null });
  });

  it('who is not signed in is told to', async () => {
    for (const change of [STAR, TAG, DELETE, RESTORE, PURGE]) {
      const { errors } = await gallery.ask(ANONYMOUS, change, { ids: [createId()] });
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    for (const query of [EMPTY, '{ imageTimeline { totalCount } }', '{ imageFacets { exact } }']) {
      expect((await gallery.ask(ANONYMOUS, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});
