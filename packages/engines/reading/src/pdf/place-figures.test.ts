import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';
import { withFigures } from './place-figures.ts';

const lines = (words: string, { x, y, count }: { x: number; y: number; count: number }) =>
  Array.from({ length: count }, (_, at) => ({ text: `${words} ${at + 1} runs on to the margin`, x, y: y - at * 14 }));
type Figures = NonNullable<NonNullable<Parameters<typeof makePdf>[1]>['figures']>;

/** What is read of one page, each by its kind and its first word. */
async function order(page: Parameters<typeof makePdf>[0][number], figures: Figures): Promise<string[]> {
  const { blocks } = await readWhole(makePdf([page], { figures }), { filename: 'document.pdf' });
  return blocks.slice(1).map((block) => `${block.kind} ${textOf(block).split(' ')[0]}`);
}

describe.each([
  ['its tag says where it is', true],
  ['only what is drawn under its mark says so', false],
])('a described figure of a PDF, where %s', (_title, isPlaced) => {
  const prose = [...lines('Above', { x: 72, y: 780, count: 3 }), ...lines('Below', { x: 72, y: 500, count: 3 })];

  it('is read between what stands above and below it', async () => {
    expect(await order(prose, [{ page: 1, text: 'Prism', rect: [72, 540, 300, 720], isPlaced }])).toEqual([
      'PARAGRAPH Above',
      'FIGURE Prism',
      'PARAGRAPH Below',
    ]);
  });

  it('and another are read from the top, whatever the order of their tags', async () => {
    const figures = [
      { page: 1, text: 'Second', rect: [72, 520, 300, 600], isPlaced },
      { page: 1, text: 'First', rect: [72, 620, 300, 720], isPlaced },
    ] as const;
    expect(await order(prose, figures)).toEqual([
      'PARAGRAPH Above',
      'FIGURE First',
      'FIGURE Second',
      'PARAGRAPH Below',
    ]);
  });

  it.each([
    ['at the head of the left column', [72, 640, 260, 720], ['Title', 'Prism', 'Left', 'Right', 'End']],
    ['at the foot of the left column', [72, 420, 260, 490], ['Title', 'Left', 'Prism', 'Right', 'End']],
    ['at the head of the right column', [330, 640, 520, 720], ['Title', 'Left', 'Prism', 'Right', 'End']],
    ['across both, above the last line', [72, 390, 520, 480], ['Title', 'Left', 'Right', 'Prism', 'End']],
  ] as const)('belongs to its column: %s', async (_where, rect, words) => {
    const page = [
      { text: 'Title over both of the columns', x: 72, y: 770, size: 20 },
      ...lines('Left', { x: 72, y: 620, count: 9 }),
      ...lines('Right', { x: 330, y: 620, count: 9 }),
      {
        text: 'End of the page, after both of the columns, as wide as they are together with their gutter.',
        x: 72,
        y: 360,
      },
    ];
    expect((await order(page, [{ page: 1, text: 'Prism', rect, isPlaced }])).map((one) => one.split(' ')[1])).toEqual(
      words,
    );
  });
});

it('a described figure of which nothing says where it is comes first', () => {
  const below = { kind: 'PARAGRAPH', text: 'Below', spans: [] } as const;
  const shown = withFigures(
    [{ content: below, place: [72, 480, 300, 500] }],
    [{ text: 'Prism', place: null, marks: [] }],
  );
  expect(shown.map(({ kind }) => kind)).toEqual(['FIGURE', 'PARAGRAPH']);
});
