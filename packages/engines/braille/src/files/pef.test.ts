import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pefProblems } from '../../testing/index.ts';
import type { BrailleBlock } from '../blocks.ts';
import { translateKorean } from '../korean/translate.ts';
import { layoutPages } from '../layout/layout-pages.ts';
import { DEFAULT_SETUP } from '../layout/setup.ts';
import type { PageSetup } from '../pages.ts';
import { pefPieces } from './pef.ts';

const words = fc.oneof(
  fc.constantFrom(
    '강을 따라 걸었다. ',
    '12345678901234',
    'Korea ',
    '& <표> ',
    '',
    '★ ',
    '가나다라마바사아자차카타파하',
  ),
  fc.string({ maxLength: 30, unit: 'binary' }),
);
const text = fc.array(words, { maxLength: 12 }).map((parts) => ({ text: parts.join('') }));
const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
const block: fc.Arbitrary<BrailleBlock> = fc.oneof(
  text.map((content): BrailleBlock => ({ kind: 'PARAGRAPH', id: 'p', content })),
  fc
    .record({ content: text, level: fc.integer({ min: 1, max: 6 }) })
    .map((one): BrailleBlock => ({ kind: 'HEADING', id: 'h', ...one })),
  rows.map((cells): BrailleBlock => ({ kind: 'TABLE', id: 't', headingRows: 1, rows: cells })),
  fc.constantFrom('7', '123', 'xiv').map((printPage): BrailleBlock => ({ kind: 'PAGE_BREAK', id: 'b', printPage })),
);
const setup: fc.Arbitrary<PageSetup> = fc
  .record({
    cellsPerLine: fc.integer({ min: 10, max: 44 }),
    linesPerPage: fc.integer({ min: 5, max: 27 }),
    pageNumbers: fc.constantFrom('TOP', 'BOTTOM', 'NONE'),
    printPageNumbers: fc.boolean(),
    runningHead: fc.constantFrom('', '빛과 그림자', '아주 긴 제목이라 한 줄에 다 들어가지 않는 달리는 머리말'),
    pagesPerVolume: fc.integer({ min: 0, max: 3 }),
    interpoint: fc.boolean(),
    contents: fc.boolean(),
    lineBreaks: fc.constantFrom('SYLLABLE', 'WORD'),
    tables: fc.constantFrom('FIT', 'COLUMNS', 'LISTED', 'STAIRS'),
  })
  .map((asked): PageSetup => ({ ...DEFAULT_SETUP, ...asked }) as PageSetup);
const meta = fc.record({
  title: fc.string({ unit: 'binary', maxLength: 40 }),
  identifier: fc.constantFrom('urn:x', 'a&b<c>"'),
  language: fc.constantFrom('ko', 'en-GB', 'und'),
  date: fc.constant('2026-01-02'),
});

async function toPef(blocks: readonly BrailleBlock[], own: PageSetup, head: Parameters<typeof pefPieces>[2]) {
  const pages = layoutPages(() => blocks, { setup: own, translate: async (print) => translateKorean(print) });
  let pef = '';
  for await (const piece of pefPieces(pages, own, head)) pef += piece;
  return pef;
}

describe('a PEF file', () => {
  it('follows the rules of its format, whatever is laid out and however', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 12 }), setup, meta, async (blocks, own, head) => {
        expect(pefProblems(await toPef(blocks, own, head))).toEqual([]);
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
