import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPage, unpackPage } from './kept-pages.ts';
import type { BraillePage } from './pages.ts';

const natural = fc.nat({ max: 20_000 });
const piece = fc.record({
  at: natural,
  length: natural,
  block: fc.constantFrom('', '1', '27', '27', '40000'),
  path: fc.array(natural, { maxLength: 2 }),
  start: natural,
  end: natural,
  rule: fc.constantFrom('INITIAL', 'VOWEL', '표'),
  undecided: fc.option(fc.constantFrom('NO_SIGN', 'JAMO_POSITION')),
});
/** Pieces as lines have them: one after the other, each from a piece of print that may stand anywhere. */
const pieces = fc.array(piece, { maxLength: 12 }).map((some) => {
  let at = 0;
  return some.map((one) => {
    const own = { ...one, at: at + (one.at % 4), end: one.start + (one.end % 30) };
    at = own.at + own.length;
    return own;
  });
});
const line = fc.record({ cells: fc.constantFrom('', '⠁⠼⠉', '⠀⠣'), pieces });
const page: fc.Arbitrary<BraillePage> = fc.record({
  number: natural,
  volume: natural,
  printPage: fc.option(fc.string()),
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
});

describe('a page that is kept', () => {
  it('is the same again, whatever stands on it', () => {
    fc.assert(
      fc.property(page, (one) => {
        expect(unpackPage(packPage(one))).toEqual(one);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('names each of its blocks once', () => {
    const from = { at: 0, length: 1, start: 0, end: 1, rule: 'VOWEL', undecided: null };
    const lines = [
      ['3', [0]],
      ['3', [1]],
      ['', []],
      ['12', []],
    ] as const;
    const kept = packPage({
      ...{ number: 1, volume: 1, printPage: null },
      lines: lines.map(([block, path]) => ({ cells: '⠁', pieces: [{ ...from, block, path }] })),
    });
    expect(kept).toMatchObject({ cells: '⠁\n⠁\n⠁\n⠁', blocks: ['3', '12'] });
  });

  it('is not made of bytes that say something else', () => {
    const { pieces: own, ...kept } = packPage({
      number: 1,
      volume: 1,
      printPage: null,
      lines: [{ cells: '⠁', pieces: [] }],
    });
    expect(() => unpackPage({ ...kept, pieces: own.subarray(0, 2) })).toThrow();
    expect(() => unpackPage({ ...kept, pieces: Uint8Array.of(1, 2, 3) })).toThrow();
  });
});
