import { aPerson } from '@modu/assets/testing';
import type { Outcome } from '@modu/assets/testing';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedImage, startGallery } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';
import { addToBoard, createBoard, deleteBoard, removeFromBoard, updateBoard } from './change-boards.ts';
import { deleteImages, restoreImages } from './change-images.ts';
import { doChores } from './do-chores.ts';
import { purgeImages } from './purge-images.ts';
import { purgeTrash } from './purge-trash.ts';

const doing = { logger: createLogger({ level: 'silent' }), signal: new AbortController().signal };
let gallery: RunningGallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

/** So long changes of a board are waited for, so that many make one cover. */
const settle = async () => {
  gallery.advance(4_000);
  while (await doChores(gallery.deps, doing));
};

/** Somebody with a board and five pictures, of which four are on it. */
async function aBoard() {
  const viewer = aPerson();
  const made: Outcome[] = [];
  for (let n = 0; n < 5; n += 1) made.push(await seedImage(gallery, viewer.userId, { prompt: `picture ${n}` }));
  const ids = made.map(({ id }) => String(id));
  const asking = { viewer, deps: gallery.deps };
  const board = (await createBoard({ name: 'Herons' }, asking)) as { id: string };
  await addToBoard({ boardId: board.id, imageIds: ids.slice(0, 4) }, asking);
  const key = `users/${viewer.userId}/boards/${board.id}/cover.webp`;
  /** The pictures that lie in the cover, by their place in `ids`. */
  const shown = async () => {
    const copy = await gallery.assets.deps.copies.find(key);
    const isThere = (await gallery.assets.deps.blobs.head(key)) !== null;
    expect(isThere).toBe(copy?.version !== undefined);
    const thumbnails = made.map(({ thumbnail }) => (thumbnail as { id: string }).id);
    return copy?.sources.map((id) => thumbnails.indexOf(id));
  };
  return { viewer, asking, ids, boardId: board.id, shown, key };
}

describe('the cover of a board', () => {
  it('shows its four newest pictures, or the one that was chosen, and follows what happens to them', async () => {
    const { asking, ids, boardId, shown } = await aBoard();
    const [first = '', , third = '', fourth = '', fifth = ''] = ids;
    await settle();
    expect(await shown()).toEqual([3, 2, 1, 0]);
    await addToBoard({ boardId, imageIds: [fifth] }, asking);
    await settle();
    expect(await shown()).toEqual([4, 3, 2, 1]);
    await removeFromBoard({ boardId, imageIds: [fourth] }, asking);
    await settle();
    expect(await shown()).toEqual([4, 2, 1, 0]);
    await updateBoard({ id: boardId, input: { coverImageId: first } }, asking);
    await settle();
    expect(await shown()).toEqual([0]);
    await deleteImages([first, third], asking);
    await settle();
    expect(await shown()).toEqual([4, 1]);
    await restoreImages([third], asking);
    await settle();
    expect(await shown()).toEqual([4, 2, 1]);
  });

  it('is gone when the board is emptied, by the trash too, when it is taken apart, and when its pictures are purged', async () => {
    const { asking, ids, boardId, shown } = await aBoard();
    await settle();
    await deleteImages(ids, asking);
    await settle();
    expect(await shown()).toBeUndefined();
    await restoreImages(ids, asking);
    await settle();
    expect(await shown()).toEqual([3, 2, 1, 0]);
    await deleteImages(ids.slice(0, 1), asking);
    await purgeImages(ids.slice(0, 1), asking);
    await purgeTrash(gallery.deps, doing);
    await settle();
    expect(await shown()).toEqual([3, 2, 1]);
    await deleteBoard(boardId, asking);
    await settle();
    expect(await shown()).toBeUndefined();
  });

  it('is made once for many changes', async () => {
    const { asking, ids, boardId, shown } = await aBoard();
    for (const id of ids) {
      await removeFromBoard({ boardId, imageIds: [id] }, asking);
      await addToBoard({ boardId, imageIds: [id] }, asking);
    }
    let made = 0;
    const { assets } = gallery.deps;
    const counting: typeof assets = {
      ...assets,
      makeCover: (cover, options) => {
        made += 1;
        return assets.makeCover(cover, options);
      },
    };
    gallery.advance(4_000);
    while (await doChores({ ...gallery.deps, assets: counting }, doing));
    expect(made).toBe(1);
    expect(await shown()).toEqual([4, 3, 2, 1]);
  });

  it('shows what is so when the board changes while it is made', async () => {
    const { asking, ids, boardId, shown } = await aBoard();
    const { assets } = gallery.deps;
    let isFirst = true;
    const slow: typeof assets = {
      ...assets,
      makeCover: async (cover, options) => {
        if (isFirst) await removeFromBoard({ boardId, imageIds: ids.slice(3, 4) }, asking);
        isFirst = false;
        await assets.makeCover(cover, options);
      },
    };
    gallery.advance(4_000);
    await doChores({ ...gallery.deps, assets: slow }, doing);
    expect(await shown()).toEqual([2, 1, 0]);
  });

  it('is told with what it is made of, for assets alone to compare, and nothing of boards of others', async () => {
    const { viewer, boardId } = await aBoard();
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Board { coverThumbnailIds } } }`;
    const of = [{ __typename: 'Board', id: boardId }];
    const told = async (who: typeof viewer) => (await gallery.ask(who, query, { of })).data?.['_entities'];
    expect(await told(viewer)).toMatchObject([{ coverThumbnailIds: { length: 4 } }]);
    expect(await told(aPerson())).toEqual([null]);
  });
});
