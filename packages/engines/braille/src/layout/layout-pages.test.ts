import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pefProblems } from '../../testing/index.ts';
import type { BrailleBlock, TableCell } from '../blocks.ts';
import { brfPage, fromAscii, toAscii } from '../files/brf.ts';
import { pefPieces } from '../files/pef.ts';
import { translateKorean } from '../korean/translate.ts';
import type { BraillePage, PageSetup } from '../pages.ts';
import { layoutPages, LayoutRefused } from './layout-pages.ts';
import { DEFAULT_SETUP, parsePageSetup } from './setup.ts';

const paragraph = (id: string, text: string): BrailleBlock => ({ kind: 'PARAGRAPH', id, content: { text } });
const heading = (id: string, text: string, level = 1): BrailleBlock => ({
  kind: 'HEADING',
  id,
  level,
  content: { text },
});
const LONG = '우리는 강을 따라 걸으며 오래된 나무와 바위와 꽃을 보았고 저녁에는 마을에 닿아 따뜻한 밥을 먹었다. ';

async function collect<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const table = (cells: readonly (readonly (string | TableCell)[])[], headingRows = 1): BrailleBlock => ({
  kind: 'TABLE',
  id: 't',
  headingRows,
  rows: cells.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
});

async function lay(blocks: readonly BrailleBlock[], asked: Partial<PageSetup> = {}): Promise<BraillePage[]> {
  const setup: PageSetup = { ...DEFAULT_SETUP, ...asked };
  const pages = await collect(layoutPages(() => blocks, { setup, translate: async (print) => translateKorean(print) }));
  const meta = { title: 'A & B <c>', identifier: 'urn:x', language: 'ko', date: '2026-01-02' };
  // Whatever is laid out here is a valid file.
  expect(pefProblems((await collect(pefPieces(pages, setup, meta))).join(''))).toEqual([]);
  return pages;
}

const rows = (page: BraillePage | undefined): string[] => (page?.lines ?? []).map((line) => line.cells);

describe('braille pages', () => {
  it('keeps every line and page within the set-up, and ends a page with its number', async () => {
    const pages = await lay(Array.from({ length: 12 }, (_, at) => paragraph(`p${at}`, LONG.repeat(4))));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      expect(page.lines).toHaveLength(25);
      expect(Math.max(...rows(page).map((row) => row.length))).toBeLessThanOrEqual(40);
    }
    expect(rows(pages[1]).at(-1)?.trim().endsWith('⠼⠃')).toBe(true);
  });

  it('begins a paragraph in cell 3 and goes on in cell 1', async () => {
    const [page] = await lay([paragraph('p', LONG)], { printPageNumbers: false });
    expect(rows(page)[0]).toMatch(/^⠀⠀[^⠀]/);
    expect(rows(page)[1]).toMatch(/^[^⠀]/);
  });

  it('leads from every piece of a line back to its place in the block', async () => {
    const text = LONG.repeat(2);
    const pages = await lay([paragraph('p', text)], { printPageNumbers: false });
    const pieces = pages.flatMap((page) => page.lines.flatMap((line) => line.pieces.map((piece) => ({ piece, line }))));
    expect(pieces.every(({ piece }) => piece.block === 'p')).toBe(true);
    const places = pieces.map(({ piece }) => piece.start);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const touched = new Set(
      pieces.flatMap(({ piece }) => Array.from({ length: piece.end - piece.start }, (_, at) => piece.start + at)),
    );
    const missing = [...text].filter((char, at) => char !== ' ' && !touched.has(at));
    expect(missing).toEqual([]);
    for (const { piece, line } of pieces) expect(piece.at + piece.length).toBeLessThanOrEqual(line.cells.length);
  });

  it('writes the contraction again where a line ends between vowels, and drops the separator there', async () => {
    const setup = { cellsPerLine: 10, printPageNumbers: false } as const;
    const [page] = await lay([{ kind: 'PARAGRAPH', id: 'p', content: { text: '소고기나이' } }], setup);
    expect(rows(page).slice(0, 2)).toEqual(['⠀⠀⠠⠥⠈⠥⠈⠕⠉', '⠕']);
    const [tight] = await lay([{ kind: 'PARAGRAPH', id: 'p', content: { text: '소고기고나이' } }], {
      ...setup,
      cellsPerLine: 11,
    });
    expect(rows(tight).slice(0, 2)).toEqual(['⠀⠀⠠⠥⠈⠥⠈⠕⠈⠥⠉', '⠕']);
    const [apart] = await lay([{ kind: 'PARAGRAPH', id: 'p', content: { text: '소고기서예' } }], setup);
    expect(rows(apart).slice(0, 2)).toEqual(['⠀⠀⠠⠥⠈⠥⠈⠕⠠⠎', '⠌']);
  });

  it('splits a number of seven digits with the joining sign and at least three digits below', async () => {
    const [page] = await lay([paragraph('p', '번호 123456789012')], { cellsPerLine: 12, printPageNumbers: false });
    expect(rows(page).slice(0, 2)).toEqual(['⠀⠀⠘⠾⠚⠥⠀⠼⠁⠃⠉⠠', '⠙⠑⠋⠛⠓⠊⠚⠁⠃']);
  });

  it('never leaves a heading alone at the foot of a page', async () => {
    for (let filler = 1; filler < 30; filler++) {
      const pages = await lay([
        ...Array.from({ length: filler }, (_, at) => paragraph(`f${at}`, '한 줄')),
        heading('h', '제목'),
        paragraph('after', LONG.repeat(3)),
      ]);
      for (const page of pages) {
        const body = page.lines.slice(0, -1).filter((line) => line.pieces.length > 0);
        expect(body.at(-1)?.pieces[0]?.block).not.toBe('h');
      }
    }
  });

  it('never leaves a heading alone at the foot of a page where print turns below it', async () => {
    for (let filler = 1; filler < 30; filler++) {
      const pages = await lay([
        ...Array.from({ length: filler }, (_, at) => paragraph(`f${at}`, '한 줄')),
        heading('h', '제목'),
        { kind: 'PAGE_BREAK', id: 'b', printPage: '7' },
        paragraph('after', LONG.repeat(3)),
      ]);
      for (const page of pages) {
        const body = page.lines.slice(0, -1).filter((line) => line.pieces.length > 0);
        expect(body.at(-1)?.pieces[0]?.block).not.toBe('h');
      }
      const all = pages.flatMap(rows);
      const turn = all.findIndex((row) => row.startsWith('⠤⠤'));
      expect(all.slice(0, turn).filter((row) => row.includes('⠨⠝⠑⠭'))).toHaveLength(1);
    }
  });

  it('lists the whole of a heading of several lines', async () => {
    const pages = await lay([heading('a', '봄\n여름'), paragraph('p', '꽃')], { contents: true });

    expect(rows(pages[0]).join('\n')).toMatch(/⠘⠥⠢⠀⠱⠐⠪⠢⠀⠐+⠀⠼⠁/);
  });

  it('cuts a running head between syllables', async () => {
    const whole = rows((await lay([paragraph('p', '꽃')], { runningHead: '종이' }))[0])[0]?.trim() ?? '';
    const syllable = whole.replaceAll('⠀', '').slice(0, -1);
    for (let cellsPerLine = 24; cellsPerLine < 34; cellsPerLine++) {
      const [page] = await lay([paragraph('p', '꽃')], { runningHead: '종'.repeat(20), cellsPerLine });
      const head = rows(page)[0]?.replaceAll('⠀', '') ?? '';
      expect(head).not.toBe('');
      expect(head.replaceAll(syllable, '')).toBe('');
    }
  });

  it('shows where print turns its pages', async () => {
    const turn: BrailleBlock = { kind: 'PAGE_BREAK', id: 'b', printPage: '7' };
    const first: BrailleBlock = { kind: 'PAGE_BREAK', id: 'a', printPage: '6' };
    const pages = await lay([
      first,
      paragraph('p', '앞'),
      turn,
      ...Array.from({ length: 40 }, (_, at) => paragraph(`q${at}`, '뒤')),
    ]);
    expect(rows(pages[0])[0]?.trim()).toMatch(/⠼⠋$/);
    expect(rows(pages[0])[2]).toBe(`${'⠤'.repeat(38)}⠼⠛`);
    expect(rows(pages[1])[0]).toMatch(/⠁⠼⠛$/);
    expect(pages.map((page) => page.printPage)).toEqual(['6', '7']);
  });

  it('lists headings with guide dots to their pages', async () => {
    const pages = await lay(
      [
        heading('a', '봄'),
        ...Array.from({ length: 40 }, (_, at) => paragraph(`p${at}`, '꽃')),
        heading('b', '여름', 2),
        paragraph('z', '비'),
      ],
      { contents: true },
    );
    const contents = rows(pages[0]).join('\n');
    expect(contents).toMatch(/⠘⠥⠢⠀⠐+⠀⠼⠁/);
    expect(contents).toMatch(/⠀⠀⠱⠐⠪⠢⠀⠐+⠀⠼⠃/);
    expect(rows(pages[0]).at(-1)?.trim()).toMatch(/⠏⠼⠁$/);
  });

  it('lists deep headings on a narrow page too: their words have at least half of it', async () => {
    const narrow = { contents: true, cellsPerLine: 12, linesPerPage: 9, printPageNumbers: false } as const;
    const pages = await lay([heading('h', '빛과 그림자', 6), paragraph('p', '꽃')], narrow);

    expect(rows(pages[0]).slice(2, 6)).toEqual(['⠀⠀⠀⠘⠕⠆', '⠀⠀⠀⠈⠧', '⠀⠀⠀⠈⠪⠐', '⠀⠀⠀⠕⠢⠨⠀⠐⠐⠀⠼⠁']);
  });

  it('lays out once with contents too: its pages are those without, and blocks are asked for once', async () => {
    const blocks = Array.from({ length: 30 }, (_, at) => [
      heading(`h${at}`, `${at}째 장`),
      paragraph(`p${at}`, LONG.repeat(3)),
    ]).flat();
    let asked = 0;
    const setup: PageSetup = { ...DEFAULT_SETUP, contents: true, pagesPerVolume: 4 };
    const source = () => {
      asked += 1;
      return blocks;
    };
    const pages = await collect(layoutPages(source, { setup, translate: async (print) => translateKorean(print) }));
    const plain = await lay(blocks);

    expect(asked).toBe(1);
    const front = pages.length - plain.length;
    expect(front).toBeGreaterThan(1);
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, at) => at + 1));
    expect(pages.map(({ volume }) => volume)).toEqual(pages.map((_, at) => Math.floor(at / 4) + 1));
    expect(pages.slice(front).map(({ lines, printPage }) => ({ lines, printPage }))).toEqual(
      plain.map(({ lines, printPage }) => ({ lines, printPage })),
    );
  });

  it('sets a narrow table in columns, a wide one as a list, and one without headings as stairs', async () => {
    const [columns] = await lay(
      [
        table([
          ['이름', '나이'],
          ['민수', '9'],
        ]),
      ],
      { printPageNumbers: false },
    );
    expect(rows(columns).slice(0, 3)).toEqual(['⠕⠐⠪⠢⠀⠀⠉⠣⠕', '⠐⠒⠒⠒⠀⠀⠐⠒⠒', '⠑⠟⠠⠍⠀⠀⠼⠊']);
    const [listed] = await lay(
      [
        table([
          ['이름', '설명'],
          ['민수', LONG],
        ]),
      ],
      { printPageNumbers: false },
    );
    expect(rows(listed)[0]).toBe('⠕⠐⠪⠢⠐⠂⠀⠑⠟⠠⠍');
    expect(rows(listed)[1]).toMatch(/^⠀⠀⠠⠞⠑⠻⠐⠂⠀⠍⠐⠕/);
    const [stairs] = await lay([table([[LONG, '나이']], 0)], { printPageNumbers: false });
    expect(rows(stairs).some((row) => row === '⠀⠀⠉⠣⠕')).toBe(true);
  });

  it('writes a table of headings alone, whatever layout is asked for', async () => {
    for (const tables of ['FIT', 'LISTED', 'COLUMNS'] as const) {
      const [page] = await lay([table([[LONG, '나이']])], { tables, printPageNumbers: false });
      expect(rows(page)).toContain('⠀⠀⠉⠣⠕');
      expect(rows(page)[0]).toMatch(/^⠍⠐⠕/);
    }
  });

  it('says every heading of a list: those above others once before it, the nearest with each value', async () => {
    const [page] = await lay(
      [
        table(
          [
            [
              { text: '이름', rowSpan: 2 },
              { text: '나이', columnSpan: 2 },
            ],
            ['설명', '수'],
            ['민수', LONG, '9'],
          ],
          2,
        ),
      ],
      { printPageNumbers: false },
    );
    expect(rows(page).slice(0, 4)).toEqual(['⠕⠐⠪⠢', '⠀⠀⠉⠣⠕', '', '⠕⠐⠪⠢⠐⠂⠀⠑⠟⠠⠍']);
    expect(rows(page)[4]).toMatch(/^⠀⠀⠠⠞⠑⠻⠐⠂⠀⠍⠐⠕/);
    expect(rows(page).some((row) => row === '⠀⠀⠠⠍⠐⠂⠀⠼⠊')).toBe(true);
  });

  it('shares the width of a cell among the columns that it reaches over', async () => {
    const wide = { text: '나이와 설명과 그 밖의 것', columnSpan: 3 };
    const [page] = await lay(
      [
        table([
          ['수', wide],
          ['1', '9', '8', '7'],
        ]),
      ],
      { printPageNumbers: false },
    );
    const [head, rule, body] = rows(page);
    expect(head?.startsWith('⠠⠍⠀⠀')).toBe(true);
    // Three columns and the two gaps between them are as wide as the cell above.
    expect(head?.length).toBe(rule?.length);
    expect(
      rule
        ?.slice(4)
        .split('⠀⠀')
        .map((run) => run.length),
    ).toEqual([6, 6, 6]);
    expect(body).toBe('⠼⠁⠀⠀⠼⠊⠀⠀⠀⠀⠀⠀⠼⠓⠀⠀⠀⠀⠀⠀⠼⠛');
  });

  it('keeps a row on a line that is wider than its columns would be with the whole width in the first', async () => {
    const wide = { text: '나이와 설명과 그 밖의 것', columnSpan: 2 };
    const value = '나이와 설명과 그 밖';
    const [page] = await lay([table([[wide], ['9', value]])], { printPageNumbers: false });
    expect(rows(page)[2]?.startsWith('⠼⠊⠀⠀')).toBe(true);
  });

  it('keeps a value under its heading below a cell that reaches over several rows', async () => {
    const cells = [
      ['이름', '나이', '수'],
      [{ text: '민수', rowSpan: 2 }, '9', '1'],
      ['8', '2'],
      [{ text: '나이', columnSpan: 2 }, '3'],
    ];
    const [page] = await lay([table(cells)], { printPageNumbers: false });
    expect(rows(page).slice(2, 5)).toEqual(['⠑⠟⠠⠍⠀⠀⠼⠊⠀⠀⠀⠼⠁', '⠤⠤⠀⠀⠀⠀⠼⠓⠀⠀⠀⠼⠃', '⠉⠣⠕⠀⠀⠀⠀⠀⠀⠀⠀⠼⠉']);
    // The print keeps its own places: the first cell that the file has in its third row is 8.
    expect(page?.lines[3]?.pieces.find(({ path }) => path[0] === 2)?.path).toEqual([2, 0]);
    const [listed] = await lay([table(cells)], { tables: 'LISTED', printPageNumbers: false });
    expect(rows(listed).slice(3, 8)).toEqual([
      ...['⠕⠐⠪⠢⠐⠂⠀⠤⠤', '⠀⠀⠉⠣⠕⠐⠂⠀⠼⠓', '⠀⠀⠠⠍⠐⠂⠀⠼⠃'],
      ...['⠕⠐⠪⠢⠐⠂⠀⠉⠣⠕', '⠀⠀⠠⠍⠐⠂⠀⠼⠉'],
    ]);
  });

  it('says every line of a cell: a table with a cell of several lines is no table of columns', async () => {
    const cells = [
      ['이름\n나이', '수'],
      ['민수\n나무', '9'],
    ];
    const [listed] = await lay([table(cells)], { printPageNumbers: false });
    const [stairs] = await lay([table(cells, 0)], { printPageNumbers: false });

    // A heading that is said before a value stays on its line.
    expect(rows(listed).slice(0, 3)).toEqual(['⠕⠐⠪⠢⠀⠉⠣⠕⠐⠂⠀⠑⠟⠠⠍', '⠀⠀⠀⠀⠉⠑⠍', '⠀⠀⠠⠍⠐⠂⠀⠼⠊']);
    expect(rows(stairs).slice(0, 6)).toEqual(['⠕⠐⠪⠢', '⠀⠀⠉⠣⠕', '⠀⠀⠠⠍', '⠑⠟⠠⠍', '⠀⠀⠉⠑⠍', '⠀⠀⠼⠊']);
  });

  it('puts pages into volumes, with an even number in each when both sides are embossed', async () => {
    const pages = await lay(
      Array.from({ length: 200 }, (_, at) => paragraph(`p${at}`, '한 줄')),
      { pagesPerVolume: 3, interpoint: true },
    );
    expect(pages.filter((page) => page.volume === 1)).toHaveLength(4);
  });

  it('stops at a block that is refused and names it', async () => {
    await expect(lay([paragraph('good', '가'), paragraph('bad', '가\udc00')])).rejects.toThrow(LayoutRefused);
  });

  it('refuses a page that can be none', () => {
    expect(parsePageSetup({ cellsPerLine: 3 })).toMatchObject({ refused: 'PAGE_SETUP' });
    expect(parsePageSetup({ linesPerPage: 27 })).toMatchObject({ linesPerPage: 27 });
  });

  it('holds any text on any page without losing a cell', async () => {
    const unit = fc.constantFrom(
      '가',
      '나',
      '예',
      '각',
      '애',
      '수',
      ' ',
      ',',
      '.',
      '1',
      '2345678',
      'Korea',
      '(',
      ')',
      '-',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit, { maxLength: 60 }),
        fc.integer({ min: 10, max: 42 }),
        async (units, cellsPerLine) => {
          const pages = await lay([paragraph('p', units.join(''))], { cellsPerLine, linesPerPage: 9 });
          for (const page of pages) for (const row of rows(page)) expect(row.length).toBeLessThanOrEqual(cellsPerLine);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });
});

describe('braille files', () => {
  it('maps all 64 cells to ASCII and back', () => {
    const cells = Array.from({ length: 64 }, (_, dots) => String.fromCharCode(0x2800 + dots)).join('');
    expect(fromAscii(toAscii(cells))).toBe(cells);
    expect(toAscii('⠁⠃⠉⠼⠠⠮⠀⠶')).toBe('ABC#,! 7');
  });

  it('ends BRF lines and pages as embossers want them', async () => {
    const [page] = await lay([paragraph('p', '가')], { linesPerPage: 5 });
    expect(page && brfPage(page)).toBe('\r\n  $\r\n\r\n\r\n                                      #A\r\n\f');
    expect(page && brfPage(page, { formFeed: 'AFTER_LAST_LINE', lineEnd: '\n' })).toMatch(/#A\f$/);
  });

  it('writes PEF by the rules of its schema, volume by volume', async () => {
    const setup: PageSetup = { ...DEFAULT_SETUP, pagesPerVolume: 1 };
    const pages = layoutPages(() => Array.from({ length: 40 }, (_, at) => paragraph(`p${at}`, '한 줄 & <표>')), {
      setup,
      translate: async (print) => translateKorean(print),
    });
    const meta = { title: 'A & B <c>', identifier: 'urn:x', language: 'ko', date: '2026-01-02' };
    const pef = (await collect(pefPieces(pages, setup, meta))).join('');
    expect(pefProblems(pef)).toEqual([]);
    expect(pef).toContain('<dc:title>A &amp; B &lt;c&gt;</dc:title>');
    expect(pef.match(/<volume cols="40" rows="25" rowgap="0" duplex="false">/g)).toHaveLength(2);
  });
});
