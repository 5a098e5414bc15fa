import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

type Line = Parameters<typeof makePdf>[0][number][number];
const PROSE = 'Light goes straight on until something stands in its way, and behind that is a shadow.';
const prose = (y: number, count = 3): Line[] =>
  Array.from({ length: count }, (_, at) => ({ text: PROSE, x: 72, y: y - at * 14 }));
/** Cells of lines below each other, each column where it begins; `pitch` is how far rows are from each other beside their lines. */
function cells(
  rows: readonly (readonly string[])[],
  { y, xs, gap, korean = false }: { y: number; xs: readonly number[]; gap: number; korean?: boolean },
) {
  const lines: Line[] = [];
  let top = y;
  for (const row of rows) {
    const texts = row.map((cell) => cell.split('\n'));
    texts.forEach((cell, column) =>
      cell.forEach((text, at) => text !== '' && lines.push({ text, x: xs[column]!, y: top - at * 12, korean })),
    );
    top -= Math.max(...texts.map(({ length }) => length)) * 12 + gap;
  }
  return { lines, bottom: top };
}

async function tablesOf(lines: readonly Line[], options: Parameters<typeof makePdf>[1] = {}): Promise<string[][][]> {
  const { blocks } = await readWhole(makePdf([lines], options), { filename: 'a.pdf' });
  return blocks.flatMap((block) =>
    block.kind === 'TABLE' ? [block.rows.map((row) => row.map(({ text }) => text))] : [],
  );
}
const kindsOf = async (lines: readonly Line[]) =>
  (await readWhole(makePdf([lines]), { filename: 'a.pdf' })).blocks.map(({ kind }) => kind).slice(1);

const PLANTS = [
  ['Plant', 'Where it grows', 'What is done with it'],
  ['Rice', 'In wet fields of the\nsouth and the west', 'It is cooked'],
  ['Pine of\nthe coast', 'On rocks', 'Its wood is burned and\nits needles are\nmade to tea'],
  ['Barley', 'In dry fields', 'Beer'],
];
const joined = PLANTS.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));

describe('a table whose cells have several lines', () => {
  it('has a row for each of its rows where more space is between them than between lines', async () => {
    const { lines, bottom } = cells(PLANTS, { y: 700, xs: [72, 180, 340], gap: 9 });

    expect(await tablesOf([...prose(790), ...lines, ...prose(bottom - 20)])).toEqual([joined]);
  });

  it('has them without such space where its first column says where each begins', async () => {
    const rows = PLANTS.map(([name = '', ...rest]) => [name.replace('\n', ' '), ...rest]);
    const { lines } = cells(rows, { y: 700, xs: [72, 180, 340], gap: 0 });

    expect(await tablesOf(lines)).toEqual([joined]);
  });

  it('has them in Korean, words that a line ends within whole again, centred cells too', async () => {
    const rows = [
      ['구분', '신청 자격', '비고'],
      ['가 유형', '만 19세 이상인 사람으로\n서울에 사는 사람', '매달'],
      ['나 유형', '만 65세 이상인 사람', '해마다 한 번\n신청한다'],
    ];
    const { lines } = cells(rows, { y: 700, xs: [72, 180, 380], gap: 10, korean: true });
    const centred = lines.map((line) => (line.text === '구분' ? { ...line, x: 80 } : line));

    expect(await tablesOf(centred)).toEqual([rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')))]);
  });

  it('has them as its ruled lines say, also of two columns and where all lines are as close', async () => {
    const rows = [
      ['Term', 'What it means'],
      ['Light of\nthe sun', 'Waves that come\nfrom far away'],
      ['Shadow', 'Where they\ndo not come'],
    ];
    const { lines } = cells(rows, { y: 700, xs: [72, 200], gap: 0 });
    const levels = [712, 697, 673, 649];
    const ruled = [
      ...levels.map((y) => [68, y, 330, y] as const),
      ...[68, 190, 330].map((x) => [x, 649, x, 712] as const),
    ];

    expect(await tablesOf(lines)).toEqual([]);
    expect(await tablesOf(lines, { ruled })).toEqual([
      rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' '))),
    ]);
  });
});

it('cells that lines divide are several however close their words are', async () => {
  const rows = [
    ['구분', '신청 자격은 이렇게 길', '비고'],
    ['가', '만 열아홉 살 이상인 사람\n서울에 사는 사람', '매달'],
    ['나', '만 예순다섯 살이 된 사람', '해마다'],
  ];
  const { lines } = cells(rows, { y: 700, xs: [72, 110, 254], gap: 6, korean: true });
  const ruled = [
    ...[715, 694, 664, 645].map((y) => [68, y, 330, y] as const),
    ...[105, 251].map((x) => [x, 645, x, 715] as const),
  ];

  expect(await tablesOf(lines, { ruled })).toEqual([rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')))]);
});

describe('no table is what', () => {
  it('is prose in columns', async () => {
    const column = (x: number): Line[] =>
      Array.from({ length: 20 }, (_, at) => ({
        text: 'Light goes straight on, and',
        x,
        y: 700 - at * 14 - (at > 8 ? 14 : 0),
      }));
    const short = [...column(72), ...column(240).slice(0, 17), ...column(400)].filter(({ y }) => y !== 574);

    expect(await kindsOf(short)).not.toContain('TABLE');
  });

  it('is a list whose marks stand apart, or terms with what explains them', async () => {
    const list = cells(
      ['1.', '2.', '3.'].map((mark) => [mark, 'Light goes straight on\nuntil it does not']),
      { y: 700, xs: [72, 100], gap: 6 },
    );
    const terms = cells(
      ['Light', 'Shadow', 'Dark'].map((term) => [term, 'What goes straight on\nuntil it does not']),
      { y: 500, xs: [72, 150], gap: 6 },
    );

    expect(await kindsOf([...list.lines, ...terms.lines])).not.toContain('TABLE');
  });

  it('stands before and behind one', async () => {
    const { lines, bottom } = cells(PLANTS, { y: 700, xs: [72, 180, 340], gap: 9 });
    const { blocks } = await readWhole(
      makePdf([[...prose(790), ...lines, { text: 'Source: Ada', x: 72, y: bottom - 12 }, ...prose(bottom - 60)]]),
      { filename: 'a.pdf' },
    );

    expect(blocks.slice(1).map(({ kind }) => kind)).toEqual(['PARAGRAPH', 'TABLE', 'PARAGRAPH', 'PARAGRAPH']);
    expect(textOf(blocks[3]!)).toBe('Source: Ada');
  });
});
