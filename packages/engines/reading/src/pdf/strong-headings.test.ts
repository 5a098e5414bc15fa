import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

type Line = Parameters<typeof makePdf>[0][number][number];

const PROSE = 'Light goes straight on until something stands in its way, and behind that is a shadow.';
const at = (text: string, y: number, x = 72): Line => ({ text, x, y });
const bold = (text: string, y: number, x = 72): Line => ({ text, x, y, isBold: true });
/** A paragraph whose first line stands here. */
const prose = (y: number, x = 72): Line[] => [0, 14, 28].map((below) => at(PROSE, y - below, x));

async function outline(...pages: Line[][]): Promise<string[]> {
  const { blocks } = await readWhole(makePdf(pages), { filename: 'a.pdf' });
  return blocks.flatMap((block) => (block.kind === 'HEADING' ? [`${block.level} ${textOf(block)}`] : []));
}

describe('heavy lines of running text’s size', () => {
  it('are headings where they stand alone above a paragraph, a level below those of larger letters', async () => {
    const page = [
      { ...bold('A Book of Light', 800), size: 20 },
      ...prose(770),
      bold('What light is', 720),
      ...prose(704),
      bold('2.1 What a shadow is, of which so much is said that two lines of', 654),
      bold('this page are needed to say what follows', 640),
      ...prose(624),
    ];

    expect(await outline(page, [bold('On the next page', 780), ...prose(764)])).toEqual([
      '1 A Book of Light',
      '2 What light is',
      '2 2.1 What a shadow is, of which so much is said that two lines of this page are needed to say what follows',
      '2 On the next page',
    ]);
  });

  it('are headings in Korean, counted as Korean print counts', async () => {
    const korean = (text: string, y: number): Line => ({ text, x: 72, y, korean: true });
    const line = '빛은 곧게 나아가다가 물체를 만나면 그 뒤에 그림자를 남긴다. 그림자는 어둡다.';

    expect(
      await outline([
        { ...korean('가. 빛의 성질', 780), isBold: true },
        ...[764, 750, 736].map((y) => korean(line, y)),
        { ...korean('나. 그림자', 706), isBold: true },
        ...[690, 676].map((y) => korean(line, y)),
      ]),
    ).toEqual(['1 가. 빛의 성질', '1 나. 그림자']);
  });

  it('are two headings where one stands right above the other', async () => {
    expect(await outline([bold('1 Light', 780), bold('1.1 What it is', 764), ...prose(748)])).toEqual([
      '1 1 Light',
      '1 1.1 What it is',
    ]);
  });
});

describe('heavy letters are no heading', () => {
  const above = prose(790);
  it.each<[string, Line[]]>([
    ['at the beginning of a paragraph', [bold('Light.', 730), at('It goes straight on, as the page of Ada', 730, 110), ...prose(716)]],
    ['that fill a line of a paragraph', [at(PROSE, 730), bold(PROSE, 716), ...prose(702)]],
    ['that begin a paragraph and fill its first line', [bold(PROSE.replaceAll('.', ''), 730), ...prose(716)]],
    ['that are a sentence', [bold('Nobody may look into the sun.', 730), ...prose(706)]],
    ['above a table, as its head', [
      ...['Name', 'Speed'].map((text, column) => bold(text, 730, 72 + column * 150)),
      ...['Water', '0.75'].map((text, column) => at(text, 716, 72 + column * 150)),
      ...['Glass', '0.66'].map((text, column) => at(text, 702, 72 + column * 150)),
      ...prose(670),
    ]],
    ['in a list, all of an item', [at('* First thing', 730), bold('* Second thing', 716), at('* Third thing', 702), ...prose(670)]],
    ['in a counted list, all of an item', [at('1. First thing', 730), bold('2. Second thing', 716), at('3. Third thing', 702)]],
    ['in a counted list, all of its items', [bold('1. First thing', 730), bold('2. Second thing', 716), ...prose(690)]],
    ['above what explains an item or a term', [bold('Second thing', 730), ...prose(716, 100)]],
    ['above a figure, as its caption', [bold('Figure 2. A shadow', 730), ...prose(706)]],
    ['above a note, as its label', [bold('Note', 730), ...prose(714)]],
    ['between short lines', [at('First thing', 730), bold('Second thing', 716), at('Third thing', 702), ...prose(688)]],
    ['at the end of the page', [...prose(730), bold('Ada Lovelace', 670)]],
    ['above a word or two', [bold('Name', 730), at('Ada', 716)]],
    ['on a title page', ['Light', 'Shadow', 'By Ada', 'London'].map((text, row) => bold(text, 720 - row * 40))],
  ])('%s', async (_name, lines) => {
    expect(await outline([...above, ...lines])).toEqual([]);
  }); // prettier-ignore

  it('where most of the page is as heavy', async () => {
    const heavy = (y: number) => prose(y).map((line) => ({ ...line, isBold: true }));

    expect(await outline([bold('Light', 780), ...heavy(750), bold('Shadow', 690), ...prose(674)])).toEqual([]);
  });

  it('in a program', async () => {
    const program = [730, 716, 702].map((y) => ({ ...at('see(light);', y), isMono: true }));

    expect(await outline([...above, { ...bold('$ look', 744), isMono: true }, ...program, ...prose(664)])).toEqual([]);
  });
});
