import { aPerson } from '@modu/assets/testing';
import { isRefusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { encodeCursor } from '@modu/subgraph';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { parseSearch } from '../domain/search-words.ts';

let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const FILTER = `$search: String, $starred: Boolean, $trashed: Boolean, $modelId: ID, $shape: ImageShape, $tag: String,
  $pixelsMin: Int, $pixelsMax: Int, $createdFrom: DateTime, $createdTo: DateTime`;
const PASS = FILTER.replace(/\$(\w+): \w+/g, '$1: $$$1');
const LIST = `query ($first: Int, $after: String, $sort: ImageSort, $beginAt: ImagePlaceInput, ${FILTER}) {
  images(first: $first, after: $after, sort: $sort, beginAt: $beginAt, ${PASS}) {
    totalCount edges { node { prompt } } pageInfo { hasNextPage endCursor } } }`;
const TIMELINE = `query ($after: String, $oldestFirst: Boolean, ${FILTER}) {
  imageTimeline(after: $after, oldestFirst: $oldestFirst, ${PASS}) { totalCount days counts exact } }`;
const FACETS = `query (${FILTER}) { imageFacets(${PASS}) {
  models { model { id } count } shapes { shape count } tags { tag count } starredCount exact } }`;

async function ask<T>(viewer: Viewer, query: string, args: object = {}): Promise<T> {
  const { data, errors } = await gallery.ask(viewer, query, { ...args });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as T;
}

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly prompt: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const find = async (viewer: Viewer, args: object = {}) =>
  (await ask<Page>(viewer, LIST, args)).edges.map(({ node }) => node.prompt);

describe('a search', () => {
  it('finds words of prompt, title and tags, their beginnings and their forms, in any order', async () => {
    const person = aPerson();
    await writeRows(gallery, person.userId, [
      { prompt: 'A Lighthouse in fog' },
      { prompt: 'two lighthouses at sea' },
      { prompt: 'x', title: 'My LIGHTHOUSE' },
      { prompt: 'y', tags: ['lighthouse keeper'] },
      { prompt: 'a house of light' },
    ]);
    const all = ['A Lighthouse in fog', 'two lighthouses at sea', 'x', 'y'];

    expect((await find(person, { search: 'lighthouse' })).sort()).toEqual(all);
    expect((await find(person, { search: 'LIGHTHO' })).sort()).toEqual(all);
    expect(await find(person, { search: 'fog lighthouse' })).toEqual(['A Lighthouse in fog']);
    expect((await ask<Page>(person, LIST, { search: 'lighthouse', first: 1 })).totalCount).toBe(4);
  });

  it('finds Korean words within words, and with their endings', async () => {
    const person = aPerson();
    const prompts = ['안개 속의 등대', '등대섬의 밤', '바다를 보는 고양이', '밤바다', '등산과 대관령'];
    await writeRows(
      gallery,
      person.userId,
      prompts.map((prompt) => ({ prompt })),
    );

    expect((await find(person, { search: '등대' })).sort()).toEqual(['등대섬의 밤', '안개 속의 등대']);
    expect((await find(person, { search: '바다' })).sort()).toEqual(['바다를 보는 고양이', '밤바다']);
    expect(await find(person, { search: '등대섬' })).toEqual(['등대섬의 밤']);
    expect((await find(person, { search: '밤' })).sort()).toEqual(['등대섬의 밤', '밤바다']);
    expect(await find(person, { search: '대섬의 등대'.normalize('NFD') })).toEqual(['등대섬의 밤']);
  });

  it('takes signs as they are typed', async () => {
    const person = aPerson();
    const prompts = ['50% grey', '50 shades', 'snake_case', 'snakeXcase', 'back\\slash', "o'hara", '(((sharp)))'];
    await writeRows(
      gallery,
      person.userId,
      prompts.map((prompt) => ({ prompt })),
    );

    expect(await find(person, { search: '50%' })).toEqual(['50% grey']);
    expect(await find(person, { search: 'snake_case' })).toEqual(['snake_case']);
    expect(await find(person, { search: 'back\\' })).toEqual(['back\\slash']);
    expect(await find(person, { search: "O'Hara" })).toEqual(["o'hara"]);
    expect(await find(person, { search: '(((' })).toEqual(['(((sharp)))']);
    for (const odd of ["'", '&', '!', ':*', '\\', '<->', "' | 'x"]) {
      expect(await find(person, { search: odd }), odd).not.toContain('50 shades');
    }
  });

  it('finds beginnings of words from the first letter on, though they are little words themselves', async () => {
    const person = aPerson();
    const prompts = ['an ink drawing', 'apples in a bowl', 'onyx', '고양이가 잔다', 'a cat'];
    await writeRows(
      gallery,
      person.userId,
      prompts.map((prompt) => ({ prompt })),
    );

    expect(await find(person, { search: 'a' })).toEqual(['apples in a bowl']);
    expect(await find(person, { search: 'IN' })).toEqual(['an ink drawing']);
    expect(await find(person, { search: 'on' })).toEqual(['onyx']);
    expect(await find(person, { search: 'o' })).toEqual(['onyx']);
    expect(await find(person, { search: '고' })).toEqual(['고양이가 잔다']);
    expect(await find(person, { search: '고양이' })).toEqual(['고양이가 잔다']);
    // Beside another word a little one is passed over, as ever.
    expect(await find(person, { search: 'the cat' })).toEqual(['a cat']);
    expect(await find(person, { search: 'on cat' })).toEqual(['a cat']);
  });

  it('goes by likeness when no word is found, page after page', async () => {
    const person = aPerson();
    await writeRows(gallery, person.userId, [
      ...['a lighthouse at dawn', 'the lighthouse', 'lighthouse ink drawing'].map((prompt) => ({ prompt })),
      { prompt: 'a garden' },
    ]);
    const first = await ask<Page>(person, LIST, { search: 'ligthhouse', first: 2 });
    const rest = await ask<Page>(person, LIST, { search: 'ligthhouse', first: 2, after: first.pageInfo.endCursor });

    expect(first.totalCount).toBe(3);
    expect(first.edges).toHaveLength(2);
    expect(rest.edges).toHaveLength(1);
    expect(await find(person, { search: 'ghthou' })).toHaveLength(3);
    expect(await find(person, { search: 'submarine' })).toEqual([]);
  });

  it('goes by the likeness of one’s own words alone, however many liker ones others have', async () => {
    const [person, other] = [aPerson(), aPerson()];
    await writeRows(gallery, person.userId, [{ prompt: 'lighthouse' }]);
    const theirs = ['ligthhouses', 'ligthhousey', 'ligthhoused', 'ligthhousen', 'ligthhousely'];
    await writeRows(
      gallery,
      other.userId,
      theirs.map((prompt) => ({ prompt })),
    );

    expect(await find(person, { search: 'ligthhouse' })).toEqual(['lighthouse']);
    expect(await find(aPerson(), { search: 'ligthhouse' })).toEqual([]);
  });
});

describe('a filtered list', () => {
  it('narrows by star, model, shape, tag and time, alone and together; facets say how many each would leave', async () => {
    const person = aPerson();
    const day = (n: number) => new Date(Date.UTC(2026, 4, n, 12));
    await writeRows(gallery, person.userId, [
      { prompt: 'a', starred: true, modelId: 'sketch', width: 100, height: 100, createdAt: day(1), tags: ['print'] },
      { prompt: 'b', modelId: 'sketch', width: 200, height: 100, createdAt: day(2), tags: ['print', '연습'] },
      { prompt: 'c', starred: true, modelId: 'flux', width: 100, height: 200, createdAt: day(3) },
      { prompt: 'd', modelId: 'flux', createdAt: day(3), deletedAt: day(4), tags: ['print'] },
    ]);

    expect(await find(person, { starred: true })).toEqual(['c', 'a']);
    expect(await find(person, { starred: false })).toEqual(['b']);
    expect(await find(person, { modelId: 'sketch' })).toEqual(['b', 'a']);
    expect(await find(person, { shape: 'PORTRAIT' })).toEqual(['c']);
    expect(await find(person, { tag: ' Print ' })).toEqual(['b', 'a']);
    expect(await find(person, { createdFrom: day(2), createdTo: day(3) })).toEqual(['b']);
    expect(await find(person, { modelId: 'sketch', starred: true, tag: 'print' })).toEqual(['a']);
    expect(await find(person, { trashed: true })).toEqual(['d']);
    expect(await ask(person, FACETS)).toEqual({
      models: [
        { model: { id: 'sketch' }, count: 2 },
        { model: { id: 'flux' }, count: 1 },
      ],
      shapes: [
        { shape: 'LANDSCAPE', count: 1 },
        { shape: 'PORTRAIT', count: 1 },
        { shape: 'SQUARE', count: 1 },
      ],
      tags: [
        { tag: 'print', count: 2 },
        { tag: '연습', count: 1 },
      ],
      starredCount: 2,
      exact: true,
    });
    expect(await ask(person, FACETS, { modelId: 'sketch' })).toMatchObject({
      models: [{ model: { id: 'sketch' }, count: 2 }],
      tags: [
        { tag: 'print', count: 2 },
        { tag: '연습', count: 1 },
      ],
      starredCount: 1,
    });
  });

  it('comes newest, oldest or largest first, and each order can be paged', async () => {
    const person = aPerson();
    const sizes = [30, 10, 20, 20, 40];
    await writeRows(
      gallery,
      person.userId,
      sizes.map((width, n) => ({ prompt: `${n}`, width, height: 10, createdAt: new Date(1_700_000_000_000 + n) })),
    );
    const expected = { NEWEST: '43210', OLDEST: '01234', LARGEST: '40321' };
    for (const [sort, order] of Object.entries(expected)) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: Page = await ask<Page>(person, LIST, { sort, first: 2, after });
        seen.push(...page.edges.map(({ node }) => node.prompt));
        ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      }
      expect(seen.join(''), sort).toBe(order);
    }
  });

  it('begins anywhere that its timeline tells', async () => {
    const person = aPerson();
    const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, day, hour));
    await writeRows(gallery, person.userId, [
      ...[at(1, 1), at(1, 2), at(3, 5), at(3, 6), at(3, 7)].map((createdAt, n) => ({ createdAt, prompt: `${n}` })),
      { createdAt: at(2, 0), prompt: 'trashed', deletedAt: at(5, 0) },
    ]);

    const days = { totalCount: 5, days: ['2026-01-03', '2026-01-01'], counts: [3, 2], exact: true };
    expect(await ask(person, TIMELINE)).toEqual(days);
    expect(await ask(person, TIMELINE, { search: '1' })).toMatchObject({ days: ['2026-01-01'], counts: [1] });
    expect(await ask(person, TIMELINE, { trashed: true })).toMatchObject({ days: ['2026-01-02'] });
    expect(await find(person, { beginAt: { day: '2026-01-03', skip: 2 } })).toEqual(['2', '1', '0']);
    expect(await find(person, { beginAt: { day: '2026-01-01' }, first: 1 })).toEqual(['1']);
    expect(await find(person, { beginAt: { skip: 4 } })).toEqual(['0']);
    expect(await find(person, { sort: 'OLDEST', beginAt: { day: '2026-01-03', skip: 1 } })).toEqual(['3', '4']);
  });

  it('tells the newest days of very many matches, and that there are more', async () => {
    const { userId: ownerId } = aPerson();
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
    const rows = Array.from({ length: 60 }, (_, n) => ({
      prompt: n % 4 === 0 ? 'a fox' : 'a lighthouse',
      createdAt: day(n),
    }));
    await writeRows(gallery, ownerId, rows);
    const search = parseSearch('lighthouse');
    if (!search || isRefusal(search)) throw new Error('It is a search.');
    const counted = { ownerId, filter: { trashed: false, search } };
    const { counts } = gallery.deps;
    const all = await counts.timeline(counted, 45);
    expect([all.endsAt, all.days.length]).toEqual([null, 45]);

    const newest = await counts.timeline(counted, 20);
    expect(newest.endsAt).not.toBeNull();
    expect(newest.days.length).toBeGreaterThan(5);
    expect(newest.days).toEqual(all.days.slice(0, newest.days.length));
    expect(newest.days.length).toBeLessThan(45);
  });

  it.each([true, false])(
    'tells all days of very many matches in some goes, each day once; oldest first: %s',
    async (oldestFirst) => {
      const { userId: ownerId } = aPerson();
      const rows = Array.from({ length: 300 }, (_, n) => ({
        prompt: n % 3 === 0 ? 'a lighthouse' : 'a fox',
        createdAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 5), n % 24)),
      }));
      await writeRows(gallery, ownerId, rows);
      const search = parseSearch('lighthouse');
      if (!search || isRefusal(search)) throw new Error('It is a search.');
      const filter = { trashed: false, search };
      const all = await gallery.deps.counts.timeline({ ownerId, filter }, 1_000);
      expect(all.endsAt).toBeNull();

      const told: (typeof all.days)[number][] = [];
      let bounds: { createdFrom?: Date; createdTo?: Date } = {};
      let goes = 0;
      for (let end: Date | null | undefined; end !== null; goes++) {
        const part = await gallery.deps.counts.timeline({ ownerId, filter: { ...filter, ...bounds }, oldestFirst }, 20);
        expect(part.days.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(80);
        told.push(...(oldestFirst ? part.days.toReversed() : part.days));
        end = part.endsAt;
        if (end) bounds = oldestFirst ? { createdFrom: end } : { createdTo: end };
      }
      expect(goes).toBeGreaterThan(2);
      expect(oldestFirst ? told.toReversed() : told).toEqual(all.days);
    },
  );

  it('goes on by its cursor within its filter, and never by another’s', async () => {
    const person = aPerson();
    const day = (n: number) => new Date(Date.UTC(2026, 0, n, 12));
    await writeRows(
      gallery,
      person.userId,
      [1, 2, 3, 4].map((n) => ({ prompt: 'a fox', createdAt: day(n) })),
    );
    const at = (n: number) => encodeCursor([day(n).getTime() - 43_200_000, 0]);
    const days = async (args: object) =>
      (await ask<{ days: string[] }>(person, TIMELINE, { search: 'fox', ...args })).days;

    expect(await days({ after: at(3) })).toEqual(['2026-01-02', '2026-01-01']);
    expect(await days({ after: at(3), createdFrom: '2026-01-02T00:00:00Z' })).toEqual(['2026-01-02']);
    expect(await days({ after: at(3), createdTo: '2026-01-02T00:00:00Z' })).toEqual(['2026-01-01']);
    expect(await days({ after: at(3), oldestFirst: true })).toEqual(['2026-01-04', '2026-01-03']);
    // What is left of a search by word is not gone through by likeness.
    expect(await days({ after: at(1) })).toEqual([]);
    expect(await days({ search: 'foxx', after: at(3) })).toEqual([]);
    for (const after of [
      'x',
      encodeCursor([1]),
      encodeCursor(['2026', 0]),
      encodeCursor([9e15, 0]),
      encodeCursor([0.5, 0]),
    ]) {
      const { errors } = await gallery.ask(person, TIMELINE, { after });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  it.each([
    [{ modelId: 'x'.repeat(201) }, 'modelId'],
    [{ createdFrom: '2026-02-02T00:00:00Z', createdTo: '2026-02-01T00:00:00Z' }, 'createdTo'],
    [{ tag: 'a\0b' }, 'tag'],
    [{ pixelsMin: 0 }, 'narrowed like this: pixelsMin'],
    [{ pixelsMax: -4 }, 'narrowed like this: pixelsMax'],
    [{ pixelsMin: 4_000_000, pixelsMax: 3_999_999 }, 'narrowed like this: pixelsMax'],
    [{ tag: 'turned \u202e' }, 'tag'],
    [{ modelId: 'half \ud83d' }, 'modelId'],
    [{ search: 'bell\u0007' }, 'Search for'],
    [{ search: '고양이 '.repeat(2_500) }, 'Search for'],
    [{ beginAt: { day: 'yesterday' } }, 'no such place'],
    [{ beginAt: { skip: -1 } }, 'no such place'],
    [{ beginAt: { day: '0000-01-01' } }, 'no such place'],
    [{ createdFrom: '0000-01-01T00:00:00Z' }, 'narrowed like this: createdFrom'],
    [{ after: encodeCursor([8_640_000_000_000_000, createId(), 0, 0]) }, 'not known'],
  ])('refuses %j with a sentence', async (args, words) => {
    const { errors } = await gallery.ask(aPerson(), LIST, args);

    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toContain(words);
  });
});
