import { describe, expect, it } from 'vitest';
import type { ActivityPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { gather } from './happenings.ts';

const imageOf = (id: string) => ({
  id,
  thumbnailUrl: '',
  thumbhash: '',
  width: 1,
  height: 1,
  title: null,
  prompt: null,
});
let numbers = 0;
function event(kind: ActivityPartsFragment['kind'], minute: number, about: { image?: string; board?: string } = {}) {
  return {
    id: String(numbers++),
    kind,
    at: new Date(Date.UTC(2026, 10, 21, 12) - minute * 60_000).toISOString(),
    image: about.image === undefined ? null : imageOf(about.image),
    board: about.board === undefined ? null : { id: about.board, name: about.board },
  } satisfies ActivityPartsFragment;
}

describe('the feed', () => {
  it('tells pictures made in a row in one line, until an hour passed without one', () => {
    const lines = gather([
      event('IMAGE_MADE', 0, { image: 'a' }),
      event('IMAGE_MADE', 50, { image: 'b' }),
      event('IMAGE_MADE', 100, { image: 'c' }),
      event('IMAGE_MADE', 161, { image: 'd' }),
    ]);
    expect(lines.map(({ count, images }) => [count, images.map(({ id }) => id)])).toEqual([
      [3, ['a', 'b', 'c']],
      [1, ['d']],
    ]);
  });

  it('tells each board alone, and looks at a link together when they were at the same picture', () => {
    const lines = gather([
      event('SHARE_VIEWED', 0, { image: 'a' }),
      event('SHARE_VIEWED', 1, { image: 'a' }),
      event('SHARE_VIEWED', 2, { image: 'b' }),
      event('BOARD_MADE', 3, { board: 'x' }),
      event('BOARD_MADE', 4, { board: 'y' }),
    ]);
    expect(lines.map(({ kind, count }) => [kind, count])).toEqual([
      ['SHARE_VIEWED', 2],
      ['SHARE_VIEWED', 1],
      ['BOARD_MADE', 1],
      ['BOARD_MADE', 1],
    ]);
  });
});
