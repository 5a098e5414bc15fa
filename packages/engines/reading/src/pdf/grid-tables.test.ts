import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';

type Line = Parameters<typeof makePdf>[0][number][number];
type Ruled = NonNullable<NonNullable<Parameters<typeof makePdf>[1]>['ruled']>;

const level = (y: number, from: number, to: number) => [from, y, to, y] as const;
const upright = (x: number, from: number, to: number) => [x, from, x, to] as const;
const word = (text: string, x: number, y: number): Line => ({ text, x, y, korean: /[가-힣]/.test(text) });

/** The tables of a page: each cell's words, with how many columns × rows it takes where that is not one; `#` before what is a heading. */
async function tablesOf(lines: readonly Line[], ruled: Ruled): Promise<string[][][]> {
  const { blocks } = await readWhole(makePdf([lines], { ruled }), { filename: 'a.pdf' });
  return blocks.flatMap((block) =>
    block.kind === 'TABLE'
      ? [
          block.rows.map((row) =>
            row.map(({ text, isHeader, columnSpan, rowSpan }) => {
              const span = columnSpan * rowSpan === 1 ? '' : ` ${columnSpan}×${rowSpan}`;
              return `${isHeader ? '#' : ''}${text}${span}`;
            }),
          ),
        ]
      : [],
  );
}

/** A notice as an office writes it: headings over two columns, kinds over two rows. Columns at 68, 140, 240, 340, 440. */
const NOTICE = {
  lines: [
    ...[word('구분', 90, 690), word('신청 기간', 215, 700), word('비고', 380, 690)],
    ...[word('시작', 170, 680), word('끝', 280, 680)],
    ...[word('어른', 90, 650), word('3월 2일', 165, 660), word('3월 9일', 265, 660), word('매달', 380, 660)],
    ...[word('4월 2일', 165, 640), word('4월 9일', 265, 640), word('한 번', 380, 640)],
    ...[word('어린이는 부모와 함께 언제나 신청할 수 있습니다.', 120, 620)],
  ],
  ruled: [
    ...[level(715, 68, 440), level(695, 140, 340), level(673, 68, 440), level(653, 140, 440)],
    ...[level(633, 68, 440), level(613, 68, 440)],
    ...[upright(68, 613, 715), upright(440, 613, 715)],
    ...[upright(140, 633, 715), upright(240, 633, 695), upright(340, 633, 715)],
  ],
};
const NOTICE_ROWS = [
  ['#구분 1×2', '#신청 기간 2×1', '#비고 1×2'],
  ['#시작', '#끝'],
  ['어른 1×2', '3월 2일', '3월 9일', '매달'],
  ['4월 2일', '4월 9일', '한 번'],
  ['어린이는 부모와 함께 언제나 신청할 수 있습니다. 4×1'],
];

describe('a table that is ruled all around', () => {
  it('has cells over several columns and rows, and headings as deep as they go', async () => {
    expect(await tablesOf(NOTICE.lines, NOTICE.ruled)).toEqual([NOTICE_ROWS]);
  });

  it('has them too where its lines are double, or drawn cell by cell', async () => {
    const doubled = NOTICE.ruled.flatMap(([x, y, right, top]) =>
      y === top ? [level(y, x, right), level(y + 1.5, x, right)] : [[x, y, right, top] as const],
    );
    const cellByCell = NOTICE.ruled.flatMap(([x, y, right, top]) =>
      y === top
        ? [68, 140, 240, 340]
            .filter((at) => at >= x && at < right)
            .map((at) => level(y, at, at === 68 ? 140 : at + 100))
        : [[x, y, right, top] as const],
    );

    for (const ruled of [doubled, cellByCell]) expect(await tablesOf(NOTICE.lines, ruled)).toEqual([NOTICE_ROWS]);
  });

  it('has them where its sides are open, as far down as upright lines go', async () => {
    const openSided = NOTICE.ruled.filter(([x, , right]) => x !== right || (x !== 68 && x !== 440));
    expect(await tablesOf(NOTICE.lines, openSided)).toEqual([NOTICE_ROWS.slice(0, -1)]);
  });

  it('stands among what is written above and below it, and beside another of its kind', async () => {
    const moved = NOTICE.lines.map((line) => ({ ...line, y: line.y - 200 }));
    const movedRules = NOTICE.ruled.map(([x, y, right, top]) => [x, y - 200, right, top - 200] as const);
    const pages = [[word('위의 글입니다.', 72, 740), ...NOTICE.lines, word('가운데 글입니다.', 72, 560), ...moved]];
    const { blocks } = await readWhole(makePdf(pages, { ruled: [...NOTICE.ruled, ...movedRules] }), {
      filename: 'a.pdf',
    });

    expect(blocks.slice(1).map(({ kind }) => kind)).toEqual(['PARAGRAPH', 'TABLE', 'PARAGRAPH', 'TABLE']);
  });

  it('keeps the lines of a cell together, beside cells of fewer lines', async () => {
    const lines = [
      ...[word('Plant', 72, 700), word('Where it grows', 190, 700)],
      ...[word('Rice', 72, 672), word('In wet fields of the', 190, 678), word('south', 190, 666)],
      ...[word('Pine', 72, 646), word('On rocks', 190, 646)],
    ];
    const ruled = [
      level(712, 68, 330),
      level(692, 68, 330),
      level(660, 68, 330),
      level(640, 68, 330),
      ...[68, 180, 330].map((x) => upright(x, 640, 712)),
    ];

    expect(await tablesOf(lines, ruled)).toEqual([
      [
        ['#Plant', '#Where it grows'],
        ['Rice', 'In wet fields of the south'],
        ['Pine', 'On rocks'],
      ],
    ]);
  });
});

describe('ruled lines are no table of spanned cells', () => {
  it('where columns are ruled in the heading alone: its rows are read by where their words stand', async () => {
    const rows = [
      ['Name', 'Speed', 'Colour'],
      ['Water', '0.75', 'blue'],
      ['Glass', '0.66', 'clear'],
      ['Air', '1.00', 'none'],
    ];
    const lines = rows.flatMap((row, at) => row.map((text, column) => word(text, 72 + column * 120, 700 - at * 20)));
    const ruled = [
      ...[712, 692, 632].map((y) => level(y, 68, 430)),
      ...[68, 430].map((x) => upright(x, 632, 712)),
      ...[188, 308].map((x) => upright(x, 692, 712)),
    ];

    expect(await tablesOf(lines, ruled)).toEqual([
      rows.map((row, at) => row.map((text) => (at === 0 ? `#${text}` : text))),
    ]);
  });

  it('where they are the frame and the grid of a chart, whose words stand beside it', async () => {
    const lines = ['30', '20', '10', '0'].flatMap((text, at) => [
      word(text, 50, 700 - at * 40),
      word(`Year ${at}`, 90 + at * 60, 560),
    ]);
    const ruled = [
      ...[700, 660, 620, 580].map((y) => level(y, 80, 320)),
      ...[80, 140, 200, 260, 320].map((x) => upright(x, 580, 700)),
    ];

    expect(await tablesOf(lines, ruled)).toEqual([]);
  });

  it('where a line ends within a field, so that what it divides is no box', async () => {
    const divided = NOTICE.ruled.filter(([x, y]) => x !== 240 && y !== 653);
    const ruled = [...divided, level(653, 240, 440), upright(240, 633, 653), upright(240, 673, 695)];

    expect((await tablesOf(NOTICE.lines, ruled)).flat(2).filter((cell) => cell.includes('×'))).toEqual([]);
  });
});
