import { aPerson, aService } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { addToBoard } from './change-boards.ts';

let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const BOARD = 'id name imageCount cover { id } images { totalCount edges { node { prompt } } }';
const REFUSAL = '__typename ... on Refusal { code path }';
const CREATE = `mutation ($input: BoardInput!) { createBoard(input: $input) { ${REFUSAL} ... on Board { ${BOARD} } } }`;
const UPDATE = `mutation ($id: ID!, $input: BoardInput!) { updateBoard(id: $id, input: $input) { ${REFUSAL} ... on Board { ${BOARD} } } }`;
const MOVE = `mutation ($id: ID!, $beforeId: ID) { moveBoard(id: $id, beforeId: $beforeId) { ${REFUSAL} ... on OrderedBoards { boards { name } } } }`;
const DELETE = `mutation ($id: ID!) { deleteBoard(id: $id) { ${REFUSAL} ... on DeletedBoard { id } } }`;
const CHANGE = `${REFUSAL} ... on BoardChange { missingIds board { imageCount cover { id } } }`;
const ADD = `mutation ($boardId: ID!, $imageIds: [ID!]!) { addToBoard(boardId: $boardId, imageIds: $imageIds) { ${CHANGE} } }`;
const REMOVE = `mutation ($boardId: ID!, $imageIds: [ID!]!) { removeFromBoard(boardId: $boardId, imageIds: $imageIds) { ${CHANGE} } }`;
const ONE = `query ($id: ID!) { board(id: $id) { ${BOARD} } }`;
const ALL = '{ boards { name } }';
const ENTITY = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Board { name imageCount } } }';

async function ask<T = Record<string, unknown>>(viewer: Viewer, query: string, args: object = {}): Promise<T> {
  const { data, errors } = await gallery.ask(viewer, query, { ...args });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as T;
}

const make = async (viewer: Viewer, name: string) => String((await ask(viewer, CREATE, { input: { name } }))['id']);
const names = async (viewer: Viewer) => (await ask<{ name: string }[]>(viewer, ALL)).map(({ name }) => name);

describe('a board', () => {
  it('is made, renamed, given a cover, moved and taken apart; its pictures stay', async () => {
    const person = aPerson();
    const [first, second] = await writeRows(gallery, person.userId, [
      { prompt: 'one', createdAt: new Date(1_700_000_000_000) },
      { prompt: 'two', createdAt: new Date(1_700_000_001_000) },
    ]);
    const id = await make(person, ' Spring ');
    await make(person, 'Summer');
    await make(person, 'Autumn');
    await ask(person, ADD, { boardId: id, imageIds: [first, second] });
    expect(await ask(person, ONE, { id })).toMatchObject({ name: 'Spring', imageCount: 2, cover: { id: second } });

    const changed = { name: '봄', coverImageId: first };
    expect(await ask(person, UPDATE, { id, input: changed })).toMatchObject({ name: '봄', cover: { id: first } });
    await ask(person, UPDATE, { id, input: { coverImageId: null } });
    expect(await ask(person, ONE, { id })).toMatchObject({ name: '봄', cover: { id: second } });

    await ask(person, MOVE, { id });
    expect(await names(person)).toEqual(['Summer', 'Autumn', '봄']);
    const { boards } = (await gallery.ask(person, '{ boards { id name } }')).data as { boards: { id: string }[] };
    await ask(person, MOVE, { id, beforeId: boards[1]?.id });
    expect(await names(person)).toEqual(['Summer', '봄', 'Autumn']);

    expect(await ask(person, DELETE, { id })).toMatchObject({ id });
    expect(await names(person)).toEqual(['Summer', 'Autumn']);
    expect((await gallery.ask(person, '{ images { totalCount } }')).data).toEqual({ images: { totalCount: 2 } });
  });

  it('has another cover once that picture is taken off, told in the same answer', async () => {
    const person = aPerson();
    const [kept, taken] = await writeRows(gallery, person.userId, [{ prompt: 'kept' }, { prompt: 'taken' }]);
    const id = await make(person, 'Spring');
    await ask(person, ADD, { boardId: id, imageIds: [kept, taken] });
    await ask(person, UPDATE, { id, input: { coverImageId: taken } });

    const removed = await ask(person, REMOVE, { boardId: id, imageIds: [taken] });

    expect(removed).toMatchObject({ board: { imageCount: 1, cover: { id: kept } } });
    expect(await ask(person, ONE, { id })).toMatchObject({ cover: { id: kept } });
  });

  it('has another cover once that picture is gone for good, and its own order whatever a stranger moves', async () => {
    const person = aPerson();
    const [cover, other] = await writeRows(gallery, person.userId, [{ prompt: 'cover' }, { prompt: 'other' }]);
    const boardId = await make(person, 'a');
    await make(person, 'b');
    await ask(person, ADD, { boardId, imageIds: [cover, other] });
    await ask(person, UPDATE, { id: boardId, input: { coverImageId: cover } });
    await gallery.database.image.delete({ where: { id: cover ?? '' } });

    expect(await ask(person, ONE, { id: boardId })).toMatchObject({ imageCount: 1, cover: { id: other } });
    const theirs = await make(aPerson(), 'theirs');
    expect(await ask(person, MOVE, { id: boardId, beforeId: theirs })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await names(person)).toEqual(['a', 'b']);
  });

  it('is unknown to whoever adds pictures just as it is deleted in another tab', async () => {
    const person = aPerson();
    const imageIds = await writeRows(gallery, person.userId, [{ prompt: 'late' }]);
    const boardId = await make(person, 'Spring');
    const find: RunningGallery['deps']['boards']['find'] = async (own) => {
      const found = await gallery.deps.boards.find(own);
      await gallery.deps.boards.remove(own);
      return found;
    };
    const deps = { ...gallery.deps, boards: { ...gallery.deps.boards, find } };

    expect(await addToBoard({ boardId, imageIds }, { viewer: person, deps })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('holds ten thousand pictures, and shows the last of them', { timeout: 60_000 }, async () => {
    const person = aPerson();
    const boardId = await make(person, 'many');
    const day = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 60_000);
    const rows = Array.from({ length: 10_000 }, (_, n) => ({ prompt: `p${n}`, createdAt: day(n) }));
    const ids = await writeRows(gallery, person.userId, rows);
    for (let at = 0; at < ids.length; at += 1_000)
      await ask(person, ADD, { boardId, imageIds: ids.slice(at, at + 1_000) });

    expect(await ask(person, ONE, { id: boardId })).toMatchObject({
      imageCount: 10_000,
      images: { totalCount: 10_000 },
    });
    const query = `query ($id: ID!) { images(boardId: $id, first: 2, beginAt: { skip: 9998 }) { edges { node { prompt } } } }`;
    expect(await ask(person, query, { id: boardId })).toEqual({
      edges: [{ node: { prompt: 'p1' } }, { node: { prompt: 'p0' } }],
    });
  });

  it('has a cover of its own pictures alone; a new one begins with it', async () => {
    const person = aPerson();
    const [first, other] = await writeRows(gallery, person.userId, [{}, {}]);
    const made = await ask(person, CREATE, { input: { name: 'Spring', coverImageId: first } });
    const id = made['id'];
    expect(await ask(person, ONE, { id })).toMatchObject({ imageCount: 1, cover: { id: first } });

    const refused = await ask(person, UPDATE, { id, input: { coverImageId: other } });
    expect(refused).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'coverImageId'] });
    expect(await ask(person, ONE, { id })).toMatchObject({ cover: { id: first } });
    await ask(person, ADD, { boardId: id, imageIds: [other] });
    const changed = await ask(person, UPDATE, { id, input: { coverImageId: other } });
    expect(changed).toMatchObject({ cover: { id: other } });
  });

  it('keeps its order however often boards are moved', async () => {
    const person = aPerson();
    const ids = [await make(person, 'a'), await make(person, 'b'), await make(person, 'c')];
    // Between the same two again and again, until there is no room between their places
    for (let round = 0; round < 120; round++)
      await ask(person, MOVE, { id: ids[round % 2], beforeId: ids[(round + 1) % 2] });
    expect((await names(person)).sort()).toEqual(['a', 'b', 'c']);
    await ask(person, MOVE, { id: ids[2], beforeId: ids[0] });
    const order = await names(person);
    expect(order.indexOf('c')).toBe(order.indexOf('a') - 1);
  });

  it('holds each picture once, takes many, lists and counts what is on the wall', async () => {
    const person = aPerson();
    const ids = await writeRows(gallery, person.userId, [
      { prompt: 'a' },
      { prompt: 'b' },
      { prompt: 'c', deletedAt: new Date() },
    ]);
    const [foreign] = await writeRows(gallery, createId(), [{}]);
    const boardId = await make(person, 'x');
    await ask(person, ADD, { boardId, imageIds: ids });
    const again = await ask(person, ADD, { boardId, imageIds: [...ids, foreign] });

    expect(again).toMatchObject({ missingIds: [foreign], board: { imageCount: 2 } });
    expect(await ask(person, ONE, { id: boardId })).toMatchObject({ images: { totalCount: 2 } });
    expect((await gallery.ask(person, '{ images { edges { node { boards { name } } } } }')).data).toMatchObject({
      images: { edges: [{ node: { boards: [{ name: 'x' }] } }, { node: { boards: [{ name: 'x' }] } }] },
    });
    const removed = await ask(person, REMOVE, { boardId, imageIds: [ids[0], ids[0], foreign] });
    expect(removed).toMatchObject({ missingIds: [foreign], board: { imageCount: 1 } });
  });

  it.each([
    [{ name: '' }, ['input', 'name']],
    [{ name: 'x'.repeat(101) }, ['input', 'name']],
    [{ name: 'ok', coverImageId: createId() }, ['input', 'coverImageId']],
    [{ name: 'ok', coverImageId: 'no id' }, ['input', 'coverImageId']],
  ])('is refused as %j', async (input, path) => {
    const person = aPerson();
    expect(await ask(person, CREATE, { input })).toMatchObject({ __typename: 'Refusal', path });
    expect(await names(person)).toEqual([]);
  });
});

describe('a stranger', () => {
  it.each([
    ['another person', aPerson()],
    ['an administrator', { ...aPerson(), role: 'ADMIN' }],
    ['a service that acts for another', aService(createId())],
  ] satisfies [string, Viewer][])('sees and changes nothing of a board: %s', async (_, stranger) => {
    const owner = aPerson();
    const id = await make(owner, 'mine');
    const imageIds = await writeRows(gallery, owner.userId, [{}]);
    await ask(owner, ADD, { boardId: id, imageIds });
    const theirs = await writeRows(gallery, 'userId' in stranger ? stranger.userId : createId(), [{}]);

    expect(await ask(stranger, ONE, { id })).toBeNull();
    expect(await ask(stranger, ENTITY, { of: [{ __typename: 'Board', id }] })).toEqual([null]);
    expect(await names(stranger)).toEqual([]);
    const listed = await gallery.ask(stranger, `{ images(boardId: "${id}") { totalCount } }`);
    expect(listed.data).toEqual({ images: { totalCount: 0 } });
    for (const [query, args] of [
      [UPDATE, { id, input: { name: 'yours' } }],
      [MOVE, { id }],
      [DELETE, { id }],
      [ADD, { boardId: id, imageIds: theirs }],
      [REMOVE, { boardId: id, imageIds }],
    ] as const) {
      expect(await ask(stranger, query, args)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await ask(owner, ONE, { id })).toMatchObject({ name: 'mine', imageCount: 1 });
  });

  it('who is not signed in is told to', async () => {
    for (const query of [ALL, `{ board(id: "${createId()}") { id } }`]) {
      expect((await gallery.ask(ANONYMOUS, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    const { errors } = await gallery.ask(ANONYMOUS, CREATE, { input: { name: 'x' } });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
