import { expect, it } from 'vitest';
import { foreseeImages } from './foresee-images.ts';

const WALL = ['images', 'wall', {}, 'NEWEST', '2026-11/0'];
const TRASH = ['images', 'wall', { trashed: true }, 'NEWEST', '2026-11/0'];
const tiles = [
  { id: 'a', starred: false, title: null },
  { id: 'b', starred: false, title: 'A pond' },
];
const page = { id: 'a', starred: false, title: null, note: null, tags: ['water', 'dusk'], deletedAt: '2026-11-02' };

it('a star is on the wall, over the wall and on the page of the picture, and on no other', () => {
  const star = foreseeImages({ kind: 'star', ids: ['a'], starred: true });
  expect(star(tiles, WALL)).toEqual([{ ...tiles[0], starred: true }, tiles[1]]);
  expect(star(page, ['images', 'original', 'a'])).toMatchObject({ starred: true });
  expect(star(page, ['images', 'one', 'a'])).toMatchObject({ starred: true });
  expect(star(page, ['images', 'one', 'b'])).toBe(page);
  expect(star(null, ['images', 'one', 'a'])).toBeNull();
  const far = [{ id: 'c', starred: false }];
  expect(star(far, WALL)).toBe(far);
});

it('what goes into the trash leaves the walls; what comes back leaves the trash', () => {
  const trash = foreseeImages({ kind: 'trash', ids: ['a'] });
  expect(trash(tiles, WALL)).toEqual([tiles[1]]);
  expect(trash(tiles, TRASH)).toEqual(tiles);
  const restore = foreseeImages({ kind: 'restore', ids: ['a'] });
  expect(restore(tiles, TRASH)).toEqual([tiles[1]]);
  expect(restore(tiles, WALL)).toEqual(tiles);
  expect(restore(page, ['images', 'one', 'a'])).toMatchObject({ deletedAt: null });
  expect(foreseeImages({ kind: 'purge', ids: ['b'] })(tiles, TRASH)).toEqual([tiles[0]]);
});

it('words and tags are on the page of their picture, its title on the wall too; what was emptied is none', () => {
  const tag = foreseeImages({ kind: 'tag', ids: ['a'], add: ['heron', 'water'], remove: ['dusk'] });
  expect(tag(page, ['images', 'one', 'a'])).toMatchObject({ tags: ['water', 'heron'] });
  const words = foreseeImages({ kind: 'words', ids: ['b'], title: ' ', note: 'Seen at dusk', tags: [] });
  expect(words(tiles, WALL)).toEqual([tiles[0], { ...tiles[1], title: null }]);
  expect(words({ ...page, id: 'b' }, ['images', 'one', 'b'])).toMatchObject({
    note: 'Seen at dusk',
    tags: [],
    title: null,
  });
});
