import type { Block } from '@modu/engine-reading';
import { isRefusal } from '@modu/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toKind, wordsOf } from './convert-block.ts';
import { changeBlock } from './correction.ts';
import type { BlockState } from './correction.ts';
import { nearestTwins } from './nearest-twin.ts';
import { withWords } from './rich-text.ts';

const paragraph = (text: string): Block => ({ kind: 'PARAGRAPH', page: 1, text, spans: [] });
const state = (block: Block): BlockState => ({ block, isLeftOut: false, position: 1 });
const change = (block: Block, wish: Parameters<typeof changeBlock>[1]) =>
  changeBlock(state(block), wish, { source: block, language: 'ko' });

describe('words that are corrected', () => {
  it('keep the passages of the words that stayed', () => {
    const text = '빛은 light and shade 이다.';
    const spans = [{ start: 3, end: 18, language: 'en' }];
    expect(withWords({ text, spans }, '이 빛은 light and shade 이다.')).toEqual({
      text: '이 빛은 light and shade 이다.',
      spans: [{ start: 5, end: 20, language: 'en' }],
    });
    expect(withWords({ text, spans }, '빛은 이다.').spans).toEqual([]);
    expect(withWords({ text, spans }, '빛은 light and SHADE 이다.').spans).toEqual([
      { start: 3, end: 18, language: 'en' },
    ]);
  });

  it('never have a passage outside of them, or half a character in one', () => {
    const texts = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(texts, ([before, after, one, other]) => {
        const places = [...before].map((_, at, all) => all.slice(0, at).join('').length).concat(before.length);
        const [start, end] = [places[one % places.length]!, places[other % places.length]!].toSorted(
          (a, b) => a - b,
        ) as [number, number];
        const { text, spans } = withWords(
          { text: before, spans: end > start ? [{ start, end, language: 'en' }] : [] },
          after,
        );
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(span.start, span.end).isWellFormed()).toBe(true);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('are refused when they are none', () => {
    expect(change(paragraph('빛'), { text: ' ' })).toMatchObject({ reason: 'correction.empty' });
    expect(change(paragraph('빛'), { text: 'a\u0000b' })).toMatchObject({ reason: 'text.characters' });
    expect(change(paragraph('빛'), { text: '\ud800' })).toMatchObject({ reason: 'text.characters' });
    expect(change(paragraph('빛'), { text: '빛'.repeat(20_001) })).toMatchObject({ reason: 'correction.long' });
    expect(change(paragraph('빛'), { text: '빛', path: [1] })).toMatchObject({ reason: 'correction.path' });
    expect(change(paragraph('빛'), { kind: 'HEADING', level: 7 })).toMatchObject({ reason: 'correction.level' });
  });
});

describe('a block that is corrected', () => {
  it('becomes another kind with the same words', () => {
    const list = toKind(paragraph('1. 해\n2. 달'), 'LIST');
    expect(list).toMatchObject({
      isOrdered: true,
      items: [
        { marker: '1.', text: '해' },
        { marker: '2.', text: '달' },
      ],
    });
    expect(toKind(list, 'PARAGRAPH')).toMatchObject({ text: '1. 해\n2. 달' });
    const table = toKind(paragraph('이름\t나이\n민수\t7'), 'TABLE');
    expect(table).toMatchObject({
      rows: [
        [{ text: '이름' }, { text: '나이' }],
        [{ text: '민수' }, { text: '7' }],
      ],
    });
    expect(toKind(paragraph('1) 풀이'), 'NOTE')).toMatchObject({ label: '1', text: '풀이' });
    expect(change(paragraph('그림자'), { kind: 'HEADING', level: 3 })).toMatchObject({
      block: { kind: 'HEADING', level: 3, text: '그림자' },
    });
  });

  it('loses no word, whatever it becomes', () => {
    const kinds = fc.constantFrom(
      'HEADING',
      'PARAGRAPH',
      'LIST',
      'TABLE',
      'FIGURE',
      'MATH',
      'PAGE_BREAK',
      'NOTE' as const,
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('빛', '1. 해', 'a\tb', '• 달', '끝')), fc.array(kinds), (lines, way) => {
        const start = paragraph(lines.join('\n'));
        const end = way.reduce<Block>((block, kind) => toKind(block, kind), start);
        const letters = (block: Block) => wordsOf(block).text.replaceAll(/[^\p{L}\d]/gu, '');
        // The mark of a note is its label.
        if (!way.includes('NOTE')) expect(letters(end)).toBe(letters(start));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('has its items and cells corrected one by one', () => {
    const list = toKind(paragraph('1. 해\n2. 달'), 'LIST');
    expect(change(list, { text: '별', path: [1] })).toMatchObject({
      block: { items: [{ text: '해' }, { text: '별' }] },
    });
    expect(change(list, { text: '별', path: [2] })).toMatchObject({ code: 'INVALID_INPUT' });
    const table = toKind(paragraph('이름\t나이'), 'TABLE');
    expect(change(table, { text: '키', path: [0, 1] })).toMatchObject({
      block: { rows: [[{ text: '이름' }, { text: '키' }]] },
    });
    expect(change(table, { text: '표 1', path: [] })).toMatchObject({ block: { caption: '표 1' } });
  });

  it('grows no longer than so far, however many parts it has; what was read longer can be corrected', () => {
    const tableOf = (cells: number): Block => ({
      ...{ kind: 'TABLE', page: 1, caption: null },
      rows: Array.from({ length: cells }, () => [{ text: 'x', spans: [], isHeader: false, columnSpan: 1, rowSpan: 1 }]),
    });
    let table: Block = tableOf(40);
    const refused: unknown[] = [];
    for (let row = 0; row < 40; row += 1) {
      const changed = change(table, { text: '가'.repeat(20_000), path: [row, 0] });
      if (isRefusal(changed)) refused.push(changed);
      else table = changed.block;
    }
    expect(refused).toHaveLength(31);
    expect(refused[0]).toMatchObject({ code: 'INVALID_INPUT', reason: 'correction.whole' });
    expect(change(table, { text: 'short', path: [0, 0] })).toHaveProperty('block');

    const long = paragraph('가'.repeat(300_000));
    expect(change(long, { kind: 'HEADING', level: 2 })).toMatchObject({ block: { kind: 'HEADING' } });
  });

  it('is marked where its new words are of another language', () => {
    expect(change(paragraph('빛'), { text: '빛 the light of the sun 빛' })).toMatchObject({
      block: { spans: [{ start: 2, end: 22, language: 'en' }] },
    });
  });
});

it('the twin of a block is the nearest that says the same and is nobody’s yet', () => {
  const twin = (number: number, sign: string) => ({ number, sign });
  const found = nearestTwins([twin(1, 'a'), twin(5, 'a'), twin(9, 'z')], [twin(4, 'a'), twin(2, 'a')]);
  expect([...found]).toEqual([
    [1, 2],
    [5, 4],
  ]);
});
