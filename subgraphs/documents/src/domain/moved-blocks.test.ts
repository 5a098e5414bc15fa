import { describe, expect, it } from 'vitest';
import { movedBlocks } from './moved-blocks.ts';

describe('the blocks that were moved', () => {
  it.each([
    { was: 'none where all stand as they were read', order: [1, 2, 3], moved: [] },
    { was: 'the one that was put first', order: [4, 1, 2, 3], moved: [[4, null]] },
    { was: 'the one that was put last', order: [2, 3, 4, 1], moved: [[1, 4]] },
    { was: 'each of two that follow each other', order: [1, 5, 6, 2, 3, 4], moved: [[5, 1], [6, 5]] }, // prettier-ignore
  ])('are $was', ({ order, moved }) => {
    expect(movedBlocks(order, null)).toEqual(moved.map(([number, afterNumber]) => ({ number, afterNumber })));
  });

  it('are as few as can be, and put one after another they make the order again', () => {
    const order = [3, 1, 9, 4, 5, 2, 8, 6, 7];
    const moves = movedBlocks(order, null);
    let again = order.toSorted((one, other) => one - other);
    for (const { number, afterNumber } of moves) {
      again = again.filter((one) => one !== number);
      again.splice(afterNumber === null ? 0 : again.indexOf(afterNumber) + 1, 0, number);
    }
    expect(again).toEqual(order);
    expect(moves).toHaveLength(4);
  });

  it('stand behind the block before the stretch that is looked at', () => {
    expect(movedBlocks([9, 8], 7)).toEqual([{ number: 9, afterNumber: 7 }]);
  });
});
