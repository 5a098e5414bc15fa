import { beforeAll, describe, expect, it } from 'vitest';
import type { BrailleBlock } from '../blocks.ts';
import { translateKorean } from '../korean/translate.ts';
import { layoutPages } from '../layout/layout-pages.ts';
import { DEFAULT_SETUP } from '../layout/setup.ts';
import type { BraillePage } from '../pages.ts';
import { embossSvg } from './emboss-svg.ts';
import {
  braillePlaceOf,
  confidenceOf,
  findCells,
  focusAt,
  listUndecided,
  printPlaceOf,
  stepPiece,
} from './proof-model.ts';

const blocks: readonly BrailleBlock[] = [
  { id: 'b0', kind: 'HEADING', level: 1, content: { text: '점자' } },
  { id: 'b1', kind: 'PARAGRAPH', content: { text: '강아지가 나예를 보았다.' } },
  {
    id: 'b2',
    kind: 'LIST',
    items: [
      { depth: 0, mark: '1.', content: { text: '바위' } },
      { depth: 0, mark: '2.', content: { text: '하늘' } },
    ],
  },
  { id: 'b3', kind: 'TABLE', caption: { text: '표' }, headingRows: 1, rows: [[{ text: '이름' }], [{ text: '민수' }]] },
  { id: 'b4', kind: 'FIGURE', caption: { text: '그림' }, description: { text: '산이 있다.' } },
  { id: 'b5', kind: 'MATH', content: { text: '1+2=3', spans: [{ start: 0, end: 5, math: true }] } },
  { id: 'b6', kind: 'NOTE', mark: '1)', content: { text: '주석' } },
  { id: 'b7', kind: 'PAGE_BREAK', printPage: '2' },
  { id: 'b8', kind: 'PARAGRAPH', content: { text: '끝' } },
];

const pages: BraillePage[] = [];
beforeAll(async () => {
  const translate = async (print: { readonly text: string }) => translateKorean(print);
  for await (const page of layoutPages(() => blocks, { setup: DEFAULT_SETUP, translate })) pages.push(page);
});

describe('the proof view', () => {
  it('leads from print to braille and back to the same place', () => {
    for (const print of [
      { block: 'b1', path: [], at: 0 },
      { block: 'b1', path: [], at: 5 },
      { block: 'b2', path: [1], at: 1 },
      { block: 'b3', path: [1, 0], at: 0 },
      { block: 'b4', path: [1], at: 3 },
    ]) {
      const place = braillePlaceOf(pages, print);
      expect(place && printPlaceOf(pages, place)).toEqual(print);
    }
  });

  it('says of the cell under the cursor which rule made it', () => {
    const place = braillePlaceOf(pages, { block: 'b1', path: [], at: 0 });
    expect(place && focusAt(pages, place)).toMatchObject({ cells: '⠫', piece: { rule: 'CONTRACTION_A', block: 'b1' } });
  });

  it('steps forward and back over line ends', () => {
    const start = braillePlaceOf(pages, { block: 'b0', path: [], at: 0 });
    if (!start) throw new Error('no place');
    let place = start;
    for (let step = 0; step < 20; step++) place = stepPiece(pages, place, 1);
    expect(place.line).toBeGreaterThan(start.line);
    for (let step = 0; step < 20; step++) place = stepPiece(pages, place, -1);
    expect(place).toEqual(start);
  });

  it('finds cells, and lists what the rules leave open with a confidence for each block', () => {
    const [found] = findCells(pages, '⠘⠣⠍⠗');
    expect(found && printPlaceOf(pages, found)).toMatchObject({ block: 'b2', path: [0] });
    expect(listUndecided(pages).map(({ undecided }) => undecided)).toEqual(['CONTRACTION_BEFORE_YE']);
    expect(confidenceOf(pages, 'b1')).toBeLessThan(1);
    expect(confidenceOf(pages, 'b2')).toBe(1);
  });

  it('draws a page as dots, with words for who does not see them', () => {
    const [page] = pages;
    if (!page) throw new Error('no page');
    const svg = embossSvg(page, { cellsPerLine: 40, flatDots: true, label: '1쪽 <점자>' });
    const raised = page.lines
      .flatMap(({ cells }) => [...cells])
      .reduce((sum, cell) => sum + bits(cell.charCodeAt(0) & 0xff), 0);
    expect(svg).toContain('aria-label="1쪽 &lt;점자>"');
    expect(/fill="currentColor"\/><\/svg>$/.test(svg)).toBe(true);
    expect((svg.split('<path').at(-1)?.match(/M/g) ?? []).length).toBe(raised);
  });
});

const bits = (value: number): number => [...value.toString(2)].filter((bit) => bit === '1').length;
