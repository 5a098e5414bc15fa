import { expect, it } from 'vitest';
import { foreseeBoards } from './foresee-boards.ts';

const board = (id: string, imageCount = 2) => ({ id, name: id, imageCount, cover: null, coverFile: null });
const LIST = [board('ponds'), board('hills'), board('birds')];
const namesOf = (known: unknown) => (known as typeof LIST).map(({ name }) => name);
const PICTURE = { id: 'a', boards: [{ id: 'ponds', name: 'ponds' }] };

it('a board has its new name in the list, on its own page and on those of its pictures', () => {
  const rename = foreseeBoards({ kind: 'rename', id: 'ponds', name: ' Lakes ' });
  expect(namesOf(rename(LIST, ['boards']))).toEqual(['Lakes', 'hills', 'birds']);
  expect(rename(board('ponds'), ['boards', 'ponds'])).toMatchObject({ name: 'Lakes' });
  expect(rename(board('hills'), ['boards', 'hills'])).toMatchObject({ name: 'hills' });
  expect(rename(PICTURE, ['images', 'one', 'a'])).toMatchObject({ boards: [{ id: 'ponds', name: 'Lakes' }] });
  expect(rename(null, ['boards', 'ponds'])).toBeNull();
});

it('a board stands where it was moved to', () => {
  const toFront = foreseeBoards({ kind: 'move', id: 'birds', beforeId: 'ponds' });
  expect(namesOf(toFront(LIST, ['boards']))).toEqual(['birds', 'ponds', 'hills']);
  const toEnd = foreseeBoards({ kind: 'move', id: 'ponds', beforeId: null });
  expect(namesOf(toEnd(LIST, ['boards']))).toEqual(['hills', 'birds', 'ponds']);
});

it('pictures taken off a board leave its wall and no other; put onto one they are counted', () => {
  const pictures = { id: 'ponds', name: 'Ponds', imageIds: ['a', 'b'] };
  const tiles = [{ id: 'a' }, { id: 'c' }];
  const take = foreseeBoards({ kind: 'take', ...pictures });
  expect(take(tiles, ['images', 'wall', { boardId: 'ponds' }])).toEqual([{ id: 'c' }]);
  expect(take(tiles, ['images', 'wall', {}])).toBe(tiles);
  expect(take(board('ponds', 2), ['boards', 'ponds'])).toMatchObject({ imageCount: 0 });
  expect(take(PICTURE, ['images', 'one', 'a'])).toMatchObject({ boards: [] });
  const add = foreseeBoards({ kind: 'add', ...pictures });
  expect((add(LIST, ['boards']) as typeof LIST)[0]).toMatchObject({ imageCount: 4 });
  expect(add({ ...PICTURE, boards: [] }, ['images', 'one', 'a'])).toMatchObject({ boards: [{ name: 'Ponds' }] });
});
