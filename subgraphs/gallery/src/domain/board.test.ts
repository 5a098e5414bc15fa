import { isRefusal } from '@modu/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBoard, placeBetween } from './board.ts';

describe('a board', () => {
  it('has a name of its own that may be of any language', () => {
    expect(parseBoard({ name: '  여름 스케치 ' }, { isNew: true })).toEqual({ name: '여름 스케치' });
    for (const name of [
      undefined,
      null,
      '',
      '   ',
      'x'.repeat(101),
      'a\0b',
      'a\u0007b',
      'a\nb',
      'a\u202eb',
      '\ud83d',
      '\u200b',
    ]) {
      expect(isRefusal(parseBoard({ ...(name === undefined ? {} : { name }) }, { isNew: true })), String(name)).toBe(
        true,
      );
    }
  });

  it('keeps what a change leaves out', () => {
    expect(parseBoard({}, { isNew: false })).toEqual({});
    expect(parseBoard({ coverImageId: null }, { isNew: false })).toEqual({ coverImageId: null });
    expect(isRefusal(parseBoard({ name: ' ' }, { isNew: false }))).toBe(true);
  });

  it('is placed between its neighbours, or says that there is no room', () => {
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, noDefaultInfinity: true }),
        fc.float({ noNaN: true, noDefaultInfinity: true }),
        (one, other) => {
          fc.pre(one < other);
          const place = placeBetween(one, other);
          if (place !== undefined) expect(one < place && place < other).toBe(true);
        },
      ),
    );
    expect(placeBetween(1, 1 + Number.EPSILON)).toBeUndefined();
    expect([placeBetween(undefined, 3), placeBetween(3, undefined), placeBetween(undefined, undefined)]).toEqual([
      2, 4, 0,
    ]);
  });
});
