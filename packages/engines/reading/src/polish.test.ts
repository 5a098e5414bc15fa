import { describe, expect, it } from 'vitest';
import { makeHwpx, makePdf, readWhole } from '../testing/index.ts';
import { blockSchema } from './block-schema.ts';
import type { Block, BlockContent } from './block.ts';
import { textOf } from './block.ts';
import { polish } from './polish.ts';

const polished = (content: BlockContent): Block[] => [
  ...polish({ number: 1, blocks: [{ ...content, page: null }] }, 'ko').blocks,
];
const cell = (text: string, more: object = {}) => ({
  ...{ text, spans: [], isHeader: false, columnSpan: 1, rowSpan: 1 },
  ...more,
});
const CHARS = 20_000;

describe('what a file says that nothing keeps', () => {
  it('is taken out of its texts, and passages stay on their words', () => {
    const [block] = polished({
      kind: 'PARAGRAPH',
      text: '\u0000빛은 \u0001곧게\ud800\n간다',
      spans: [
        { start: 5, end: 7, emphasis: 'BOLD' },
        { start: 0, end: 1, emphasis: 'ITALIC' },
      ],
    });
    expect(block).toMatchObject({ text: '빛은 곧게\ufffd\n간다', spans: [{ start: 3, end: 5, emphasis: 'BOLD' }] });
    expect(polished({ kind: 'HEADING', level: 1, text: '\u0000', spans: [] })).toEqual([]);
  });

  it('and what only says where a line might be broken is taken out of its words', () => {
    const text = '\ufeff독립\u00ad적인 pa\u00adra\u200bgraph';
    const [block] = polished({ kind: 'PARAGRAPH', text, spans: [{ start: 7, end: 18, emphasis: 'BOLD' }] });
    expect(block).toMatchObject({ text: '독립적인 paragraph', spans: [{ start: 5, end: 14, emphasis: 'BOLD' }] });
  });

  it('is taken out wherever words stand, and what is left can be kept and read again', () => {
    const text = '가\u0000';
    const rich = { text, spans: [] };
    const contents: BlockContent[] = [
      { kind: 'LIST', isOrdered: false, items: [{ depth: 0, marker: text, ...rich }] },
      { kind: 'TABLE', caption: text, rows: [[cell(text)]] },
      { kind: 'FIGURE', caption: text, ...rich },
      { kind: 'NOTE', label: text, ...rich },
      { kind: 'MATH', text },
      { kind: 'PAGE_BREAK', label: text },
      { kind: 'PARAGRAPH', text: '집', spans: [{ start: 0, end: 1, link: 'https://x/'.padEnd(9_000, 'x') }] },
      { kind: 'PARAGRAPH', text: '집', spans: [{ start: 0, end: 1, language: 'k'.repeat(36) }] },
    ];
    for (const block of contents.flatMap(polished)) {
      expect(JSON.stringify(block)).not.toContain('\\u0000');
      expect(blockSchema.parse(block)).toEqual(block);
    }
  });

  it('is no part of an address: a link that is too long is not one, and its words stay', () => {
    const [long, longest] = ['https://modu.example/'.padEnd(2_001, 'x'), 'https://modu.example/'.padEnd(2_000, 'x')];
    const [block] = polished({
      kind: 'PARAGRAPH',
      text: '집으로 가는 길',
      spans: [
        { start: 0, end: 3, link: long },
        { start: 4, end: 6, link: long, emphasis: 'BOLD' },
        { start: 7, end: 8, link: longest },
      ],
    });
    expect(block).toMatchObject({ text: '집으로 가는 길' });
    expect(block && 'spans' in block && block.spans).toEqual([
      { start: 4, end: 6, emphasis: 'BOLD' },
      { start: 7, end: 8, link: longest },
    ]);
  });

  it('is no part of the label of a page: one that is too long is the number of its page, where that is known', () => {
    const label = '12'.repeat(20);
    expect(polished({ kind: 'PAGE_BREAK', label })).toMatchObject([{ kind: 'PAGE_BREAK', label: '' }]);
    const { blocks } = polish({ number: 1, blocks: [{ kind: 'PAGE_BREAK', label, page: 12 }] }, 'ko');
    expect(blocks).toMatchObject([{ label: '12' }]);
    expect(polished({ kind: 'PAGE_BREAK', label: ' xii\n ' })).toMatchObject([{ label: 'xii' }]);
  });

  it('is not in what a PDF tells either: its title, its letters, its links', async () => {
    const url = `https://ada.example/${'x'.repeat(3_000)}`;
    const written = ['Light goes straight', 'Light \u0000 bends'].map((text, at) => ({
      text,
      x: 72,
      y: 700 - at * 60,
    }));
    const pdf = makePdf([written], { title: 'A\u0000 Book', links: [{ page: 1, url, rect: [70, 690, 300, 720] }] });
    const { head, blocks } = await readWhole(pdf, { filename: 'a.pdf' });

    expect(head.title).toBe('A Book');
    expect(blocks.map(textOf).join('|')).toMatch(/Light goes straight/);
    for (const block of blocks) expect(blockSchema.parse(block)).toEqual(block);
    expect(JSON.stringify(blocks)).not.toContain('\\u0000');
  });

  it('is no language and no width: a page with such tags, a table that says it is endless', async () => {
    const html = `<html lang="${'x'.repeat(60)}"><body><p>빛은 <i lang="${'y'.repeat(60)}">곧게</i> <b lang="">간다</b>.</p></body></html>`;
    const page = await readWhole(html, { filename: 'a.html' });
    expect(page.head.language).toBe('ko');
    const wide =
      '<hp:tr><hp:tc><hp:cellSpan colSpan="1e999" rowSpan="1.5"/></hp:tc><hp:tc/></hp:tr><hp:tr><hp:tc/></hp:tr>';
    const table = await readWhole(makeHwpx(`<hp:p><hp:run><hp:tbl>${wide}</hp:tbl></hp:run></hp:p>`), {
      filename: 'a.hwpx',
    });
    for (const block of [...page.blocks, ...table.blocks]) expect(blockSchema.parse(block)).toEqual(block);
  });
});

describe('a block without end', () => {
  const long = (words: string) => words.repeat(5_000);

  it('is several lists, and an item goes on without a mark', () => {
    const items = [long('하늘과 '), '땅', long('바다와 ')].map((text, at) => ({
      ...{ depth: 0, marker: `${at + 1}.` },
      ...{ text, spans: [] },
    }));
    const lists = polished({ kind: 'LIST', isOrdered: true, items: [...items, ...items] });
    for (const list of lists) expect(textOf(list).length).toBeLessThanOrEqual(CHARS + 100);
    const all = lists.flatMap((list) => (list.kind === 'LIST' ? list.items : []));
    expect(all.map(({ text }) => text).join('')).toBe([...items, ...items].map(({ text }) => text).join(''));
    const endless = polished({ kind: 'LIST', isOrdered: false, items: [{ ...items[0]!, text: long('하늘과 땅 ') }] });
    expect(endless.flatMap((list) => (list.kind === 'LIST' ? list.items.map(({ marker }) => marker) : []))).toEqual([
      ...['1.', ''],
    ]);
  });

  it('is several tables, each below the headings, divided where no cell reaches over', () => {
    const heads = [cell('이름', { isHeader: true }), cell('말', { isHeader: true })];
    const pair = [[cell('둘', { rowSpan: 2 }), cell('말'.repeat(4_000))], [cell('말'.repeat(4_000))]];
    const rows = [heads, ...pair, ...pair, ...pair, ...pair, ...pair];
    const tables = polished({ kind: 'TABLE', caption: '표', rows });
    expect(tables.map((table) => (table.kind === 'TABLE' ? [table.caption, table.rows.length] : []))).toEqual([
      ['표', 5],
      [null, 5],
      [null, 3],
    ]);
    for (const table of tables)
      expect(table.kind === 'TABLE' && table.rows.slice(0, 2).map(([first]) => first?.text)).toEqual(['이름', '둘']);
  });

  it('is several formulas, and a caption that is a paragraph', () => {
    expect(polished({ kind: 'MATH', text: long('a + b ') }).map(({ kind }) => kind)).toEqual(['MATH', 'MATH']);
    const figure = polished({ kind: 'FIGURE', caption: long('하늘과 땅 '), text: '그림', spans: [] });
    expect(figure.map(({ kind }) => kind)).toEqual(['PARAGRAPH', 'PARAGRAPH', 'FIGURE']);
  });

  it('is too large when it is a row that is longer than a chapter', () => {
    const rows = [[cell('가')], [cell('말'.repeat(100_001))]];
    expect(() => polished({ kind: 'TABLE', caption: null, rows })).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE' }),
    );
  });
});
