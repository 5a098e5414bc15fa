import { expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

type Line = Parameters<typeof makePdf>[0][number][number];
const PROSE = 'Light goes straight on until something stands in its way, and behind that is a shadow.';
const prose = (y: number): Line[] => [0, 14, 28].map((below) => ({ text: PROSE, x: 72, y: y - below }));

/** What stands out in each block, by kind of block. */
async function emphasised(...lines: Line[]): Promise<unknown[]> {
  const { blocks } = await readWhole(makePdf([lines]), { filename: 'a.pdf' });
  return blocks.flatMap((block) =>
    'spans' in block
      ? block.spans.flatMap(({ start, end, emphasis }) =>
          emphasis ? [[block.kind, emphasis, textOf(block).slice(start, end)]] : [],
        )
      : [],
  );
}

it('passages of a paragraph in heavy or leaning letters stand out in it, over the end of a line too', async () => {
  const found = await emphasised(
    ...prose(790),
    { text: 'As the page of Ada says, ', x: 72, y: 730 },
    { text: 'nobody looks into the', x: 186, y: 730, isBold: true },
    { text: 'sun itself', x: 72, y: 716, isBold: true },
    { text: ', which is called ', x: 122, y: 716 },
    { text: 'sol invictus', x: 200, y: 716, isItalic: true },
    { text: ' there, or ', x: 260, y: 716 },
    { text: 'lux aeterna', x: 310, y: 716, isItalic: true, isBold: true },
    { text: '.', x: 370, y: 716 },
  );

  expect(found).toEqual([
    ['PARAGRAPH', 'BOLD', 'nobody looks into the sun itself'],
    ['PARAGRAPH', 'ITALIC', 'sol invictus'],
    ['PARAGRAPH', 'BOLD', 'lux aeterna'],
    ['PARAGRAPH', 'ITALIC', 'lux aeterna'],
  ]);
});

it('so do passages of Korean, whose letters are not in the file', async () => {
  const found = await emphasised(
    { text: '빛은 곧게 나아가다가 물체를 만나면 그 뒤에 그림자를 남긴다.', x: 72, y: 730, korean: true },
    { text: '그림자는 ', x: 72, y: 716, korean: true },
    { text: '빛이 없는 곳', x: 117, y: 716, korean: true, isBold: true },
    { text: '이다.', x: 177, y: 716, korean: true },
  );

  expect(found).toEqual([['PARAGRAPH', 'BOLD', '빛이 없는 곳']]);
});

it('nothing stands out where a heading, a whole paragraph or most of the page is heavy, and a letter that leans is a variable', async () => {
  const heavy = (text: string, y: number): Line => ({ text, x: 72, y, isBold: true });
  expect(
    await emphasised(
      { ...heavy('Light', 800), size: 20 },
      heavy('What light is', 775),
      ...prose(750),
      heavy('Nobody may look into the sun.', 690),
      { text: 'It goes for a way', x: 72, y: 650 },
      { text: 's', x: 155, y: 650, isItalic: true },
      { text: 'in a time.', x: 165, y: 650 },
    ),
  ).toEqual([]);
  expect(
    await emphasised(...prose(790).map((line) => ({ ...line, isBold: true })), { text: 'plain', x: 72, y: 748 }),
  ).toEqual([]);
});
