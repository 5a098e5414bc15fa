import { aPerson } from '@modu/assets/testing';
import { isRefusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { decodeCursor } from '@modu/subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { parsePosition } from '../domain/image-order.ts';
import type { Share } from '../domain/share.ts';
import { createImageList } from '../store/image-list.ts';
import type { GalleryDeps } from './deps.ts';
import { listImages } from './list-images.ts';
import type { ImageListing } from './list-images.ts';
import { listSharedImages } from './list-shared-images.ts';
import { readTimeline } from './read-timeline.ts';

/** Ten pictures with "lighthouse" are the oldest of 160; among the others are some that are much like it. */
const HITS = Array.from({ length: 10 }, (_, n) => `lighthouse ${n}`);
const OTHERS = Array.from({ length: 150 }, (_, n) => (n % 3 === 0 ? `lighthouze ${n}` : `harbour ${n}`));
/** Matches are common from the first on, and too many to sort from the third: seventy rows are looked through for a page. */
const NARROW = { fewMin: 0, matchesMin: 0, rowsMax: 70, sortedMax: 2 };
const viewer = aPerson();
const { userId: ownerId } = viewer;

let gallery: RunningGallery;
let deps: GalleryDeps;
let boardId: string;

beforeAll(async () => {
  gallery = await startGallery();
  deps = { ...gallery.deps, list: createImageList(gallery.database, NARROW) };
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
  const prompts = [...HITS, ...OTHERS];
  const ids = await writeRows(
    gallery,
    ownerId,
    prompts.map((prompt, n) => ({ prompt, createdAt: at(n) })),
  );
  const board = await gallery.database.board.create({ data: { id: createId(), ownerId, name: 'Coast', place: 1 } });
  boardId = board.id;
  await gallery.database.boardImage.createMany({
    data: ids.slice(0, HITS.length).map((imageId) => ({ imageId, boardId })),
  });
});
afterAll(() => gallery.stop());

/** Counts that found no hit so far, and by likeness would find some. */
const farBehind = (): GalleryDeps['counts'] => ({
  ...deps.counts,
  timeline: ({ near }) =>
    Promise.resolve({ days: near ? [{ day: '2026-01-20', count: 1 }] : [], endsAt: new Date('2026-01-15') }),
});

/** All pages of a list, each by what it shows. */
async function pagesOf(wanted: ImageListing): Promise<readonly (readonly (string | null)[])[]> {
  const pages: (string | null)[][] = [];
  for (let after: string | null = null; ;) {
    const answer = await listImages({ first: 5, ...wanted, after }, { viewer, deps });
    if (isRefusal(answer)) throw new Error(answer.code);
    pages.push(answer.edges.map(({ node }) => node.prompt));
    if (!answer.pageInfo.hasNextPage) return pages;
    after = answer.pageInfo.endCursor;
  }
}

describe('a page that is short before the end of its list', () => {
  it('says where to go on, also where it is empty, and leaves nothing out', async () => {
    const pages = await pagesOf({ search: 'lighthouse' });

    expect(pages.some((page) => page.length === 0)).toBe(true);
    expect(pages.flat()).toEqual(HITS.toReversed());
  });

  it('is no search without a hit, which would go on by likeness: not in the list, nor in its outline', async () => {
    const [first] = await pagesOf({ search: 'lighthouse' });
    const near = await pagesOf({ search: 'lighthoose' });
    const outline = await readTimeline({ search: 'lighthouse' }, { viewer, deps: { ...deps, counts: farBehind() } });

    expect(first).toEqual([]);
    expect(near.flat().length).toBeGreaterThan(0);
    expect(outline).toMatchObject({ days: [] });
  });

  it('is passed on by a shared board, whose pictures are the oldest', async () => {
    const file = (url: string) => ({ url, downloadUrl: url, contentType: 'image/webp', sizeBytes: 1 });
    const findFiles = (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, file(id)])));
    const looked = { ...deps, assets: { ...deps.assets, findFiles } };
    const share = { ownerId, boardId, allowDownload: false } as Share;
    const shown: (string | null)[] = [];
    let pages = 0;
    for (let after: string | null | undefined; after !== null; pages += 1) {
      const position = after === undefined ? undefined : parsePosition(decodeCursor(after) ?? []);
      if (isRefusal(position)) throw new Error(position.code);
      const from = { share, boardId, ...(position ? { after: position } : {}) };
      const answer = await listSharedImages(from, { deps: looked, signal: AbortSignal.timeout(60_000) });
      shown.push(...answer.images.map(({ image }) => image.prompt));
      after = answer.after;
    }

    expect(pages).toBeGreaterThan(1);
    expect(shown).toEqual(HITS.toReversed());
  });
});
