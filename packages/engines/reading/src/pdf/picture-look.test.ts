import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

const PROSE = 'Light goes straight on until something stands in its way, and behind that is a shadow.';
const lines = (words: string, y: number) =>
  Array.from({ length: 4 }, (_, at) => ({ text: `${words}: ${PROSE}`, x: 72, y: y - at * 14 }));
const PAGE = [...lines('Above', 780), ...lines('Below', 480)];
type Options = NonNullable<Parameters<typeof makePdf>[1]>;
type Picture = NonNullable<Options['undescribed']>[number];

async function figuresOf(undescribed: readonly Picture[], options: Options = {}): Promise<string[]> {
  const { blocks } = await readWhole(makePdf([PAGE], { ...options, undescribed }), { filename: 'a.pdf' });
  return blocks
    .slice(1)
    .map((block) => (block.kind === 'FIGURE' ? `FIGURE ${block.text}` : textOf(block).split(':')[0]!));
}

describe('a picture of a PDF that nobody described', () => {
  it('is told of where it stands', async () => {
    expect(await figuresOf([{ page: 1, rect: [72, 540, 300, 700] }])).toEqual(['Above', 'FIGURE ', 'Below']);
  });

  it('divides the line above it from the one below', async () => {
    const page = [PAGE[0]!, PAGE.at(-1)!];
    const picture = { page: 1, rect: [72, 540, 300, 700] } as const;
    const { blocks } = await readWhole(makePdf([page], { undescribed: [picture] }), { filename: 'a.pdf' });

    expect(blocks.slice(1).map(({ kind }) => kind)).toEqual(['PARAGRAPH', 'FIGURE', 'PARAGRAPH']);
  });

  it('is one though it was divided into bands', async () => {
    const bands = [0, 1, 2, 3].map((at) => ({ page: 1, rect: [72, 540 + at * 40, 300, 580 + at * 40] }) as const);

    expect(await figuresOf(bands)).toEqual(['Above', 'FIGURE ', 'Below']);
  });

  it.each([
    ['is as small as a sign', { rect: [72, 560, 110, 598] }],
    ['is the background of the page', { rect: [0, 0, 595, 842] }],
    ['is the background of its words', { rect: [40, 400, 560, 800] }],
    ['stands in the margin', { rect: [72, 790, 200, 838] }],
    ['is called ornament by its author', { rect: [72, 540, 300, 700], isOrnament: true }],
  ] as const)('is not told of where it %s', async (_which, picture) => {
    expect(await figuresOf([{ page: 1, ...picture }])).toEqual(['Above', 'Below']);
  });

  it('is not told of a second time where it was described', async () => {
    const rect = [72, 540, 300, 700] as const;

    expect(await figuresOf([], { figures: [{ page: 1, text: 'Prism', rect }] })).toEqual([
      'Above',
      'FIGURE Prism',
      'Below',
    ]);
  });

  it('is not looked for any further in a document whose pages were scanned and recognised', async () => {
    const full = [1, 2, 3].map((page) => ({ page, rect: [0, 0, 595, 842] }) as const);
    const pages = [PAGE, PAGE, PAGE, PAGE];
    const picture = { page: 4, rect: [72, 540, 300, 700] } as const;
    const { blocks } = await readWhole(makePdf(pages, { undescribed: [...full, picture] }), { filename: 'a.pdf' });
    const told = await readWhole(makePdf(pages, { undescribed: [...full.slice(1), picture] }), { filename: 'a.pdf' });

    expect(blocks.filter(({ kind }) => kind === 'FIGURE')).toEqual([]);
    expect(told.blocks.filter(({ kind }) => kind === 'FIGURE')).toHaveLength(1);
  });
});
