import { aPerson, aService } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { actsFor, ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seedImage, startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';

const owner = aPerson();
let gallery: RunningGallery;
let imageId: string;

beforeAll(async () => {
  gallery = await startGallery();
  imageId = String((await seedImage(gallery, owner.userId, { prompt: 'a secret garden' }))['id']);
});
afterAll(() => gallery.stop());

const FIELDS = `id asset { id } thumbnail { id } thumbhash width height prompt negativePrompt seed model { id } settings
  job { id } title tags note starred createdAt deletedAt`;
const ONE = `query ($id: ID!) { image(id: $id) { ${FIELDS} } }`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Image { ${FIELDS} } } }`;
const byReference = (viewer: Viewer, ids: readonly string[]) =>
  gallery.ask(viewer, ENTITIES, { of: ids.map((id) => ({ __typename: 'Image', id })) });

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly prompt: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

async function list(viewer: Viewer, args: { first?: number; after?: string; search?: string } = {}): Promise<Page> {
  const query = `query ($first: Int, $after: String, $search: String) { images(first: $first, after: $after, search: $search) {
    totalCount edges { node { prompt } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
  const { data, errors } = await gallery.ask(viewer, query, args);
  if (!data) throw new Error(JSON.stringify(errors));
  return data['images'] as Page;
}

const promptsOf = ({ edges }: Page) => edges.map(({ node }) => node.prompt);

describe.each([
  ['another person', aPerson()],
  ['an administrator', { ...aPerson(), role: 'ADMIN' }],
  ['a service that acts for another', aService(createId())],
] satisfies [string, Viewer][])('%s', (_, stranger) => {
  it('finds nothing under the id of a foreign picture, as under one that never was', async () => {
    expect(await gallery.ask(stranger, ONE, { id: imageId })).toEqual({ data: { image: null } });
    expect(await gallery.ask(stranger, ONE, { id: createId() })).toEqual({ data: { image: null } });
    expect(await gallery.ask(stranger, ONE, { id: "'; drop table images" })).toEqual({ data: { image: null } });
  });

  it('gets nothing by reference and sees nothing in lists', async () => {
    expect(await byReference(stranger, [imageId])).toEqual({ data: { _entities: [null] } });
    expect(actsFor(stranger)).toBeDefined();
    expect(await list(stranger)).toMatchObject({ totalCount: 0, edges: [] });
  });
});

describe('somebody who is not signed in', () => {
  it.each(['{ images { totalCount } }', `{ image(id: "${createId()}") { id } }`])(
    'is told to sign in: %s',
    async (query) => {
      expect((await gallery.ask(ANONYMOUS, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    },
  );

  it('gets nothing by reference', async () => {
    expect((await byReference(ANONYMOUS, [imageId])).data).toEqual({ _entities: [null] });
  });
});

describe('who may see a picture', () => {
  it.each([
    ['its owner', owner],
    ['a service that acts for them', aService(owner.userId)],
    ['a service that acts for nobody', aService()],
  ] satisfies [string, Viewer][])('is %s', async (_, viewer) => {
    expect((await gallery.ask(viewer, ONE, { id: imageId })).data).toMatchObject({
      image: { prompt: 'a secret garden' },
    });
    expect((await byReference(viewer, [imageId])).data).toMatchObject({
      _entities: [{ id: imageId, tags: [], starred: false }],
    });
  });

  it('gets many by one read of the database, in the order they were asked for', async () => {
    const other = String((await seedImage(gallery, owner.userId))['id']);
    const reads = vi.spyOn(gallery.deps.images, 'findMany');
    const { data } = await byReference(owner, [other, createId(), imageId]);

    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
    expect(data).toMatchObject({ _entities: [{ id: other }, null, { id: imageId }] });
  });
});

describe('where a picture comes from', () => {
  const LINEAGE = `query ($id: ID!, $after: String) { image(id: $id) { task parent { id } variants(first: 2, after: $after) {
    totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
  interface Lineage {
    readonly parent: { readonly id: string } | null;
    readonly variants: Omit<Page, 'edges'> & { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  }
  const lineageOf = async (viewer: Viewer, id: string, after?: string) =>
    (await gallery.ask(viewer, LINEAGE, { id, ...(after ? { after } : {}) })).data?.['image'] as Lineage;

  it('is told both ways: what it was made from, and what was made from it, the first one first', async () => {
    const person = aPerson();
    const root = String((await writeRows(gallery, person.userId, [{ prompt: 'root' }]))[0]);
    const at = new Date('2026-11-20T10:00:00Z');
    const children = await writeRows(
      gallery,
      person.userId,
      Array.from({ length: 5 }, () => ({ parentId: root, createdAt: at })),
    );
    await writeRows(gallery, person.userId, [{ parentId: root, deletedAt: new Date() }]);
    await writeRows(gallery, aPerson().userId, [{ parentId: root }]);

    expect(await lineageOf(person, String(children[0]))).toMatchObject({
      parent: { id: root },
      variants: { totalCount: 0 },
    });
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { parent, variants } = await lineageOf(person, root, after);
      expect([parent, variants.totalCount]).toEqual([null, 5]);
      seen.push(...variants.edges.map(({ node }) => node.id));
      if (!variants.pageInfo.hasNextPage) break;
      after = variants.pageInfo.endCursor;
    }
    expect(seen).toEqual([...children].sort());
  });

  it('does not lead to pictures of others', async () => {
    const foreign = String((await writeRows(gallery, aPerson().userId, [{}]))[0]);
    const person = aPerson();
    const [own] = await writeRows(gallery, person.userId, [{ parentId: foreign }]);
    expect(await lineageOf(person, String(own))).toMatchObject({ parent: null });
    expect(await lineageOf(person, foreign)).toBeNull();
  });
});

describe('a list of pictures', () => {
  it('is paged newest first, none twice and none left out, even when many are of one moment', async () => {
    const person = aPerson();
    const moments = [3, 3, 3, 2, 2, 1, 0].map((n) => new Date(1_700_000_000_000 + n));
    await writeRows(
      gallery,
      person.userId,
      moments.map((createdAt, i) => ({ createdAt, prompt: `${createdAt.getTime()}-${i}` })),
    );
    await writeRows(gallery, person.userId, [{ prompt: 'in the trash', deletedAt: new Date() }]);
    const seen: string[] = [];
    let page = await list(person, { first: 2 });
    expect(page.pageInfo.hasPreviousPage).toBe(false);
    for (;;) {
      expect(page.totalCount).toBe(7);
      seen.push(...promptsOf(page));
      if (!page.pageInfo.hasNextPage) break;
      page = await list(person, { first: 2, after: page.pageInfo.endCursor });
    }

    expect(new Set(seen).size).toBe(7);
    expect(seen.map((prompt) => prompt.split('-')[0])).toEqual([...moments].map((at) => String(at.getTime())));
  });

  it.each([
    ['{ images(first: 0) { totalCount } }', 'en', 'Ask for 1 to 100'],
    ['{ images(first: 101) { totalCount } }', 'ko', '한 번에 1~100장'],
    ['{ images(after: "x") { totalCount } }', 'ko', '목록에서 알 수 없는'],
    ['{ images(after: "WzEsMl0") { totalCount } }', 'en', 'This place in the list'],
    [`{ images(search: "${'x'.repeat(201)}") { totalCount } }`, 'en', 'at most 200 characters'],
  ] as const)('says what is wrong with %s', async (query, locale, sentence) => {
    const { errors } = await gallery.ask(aPerson(locale), query);

    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toContain(sentence);
  });
});
