import { describe, expect, it } from 'vitest';
import { makeDocx, makeHwpx, makePdf, readWhole } from '../testing/index.ts';
import { textOf } from './block.ts';

const read = async (content: Uint8Array | string, filename: string) =>
  (await readWhole(content, { filename })).blocks.filter(({ kind }) => kind === 'PARAGRAPH').map(textOf);

const word = (text: string, shift?: 'superscript' | 'subscript') =>
  `<w:r>${shift ? `<w:rPr><w:vertAlign w:val="${shift}"/></w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('numbers that print raises or lowers', () => {
  const SAID = ['There are 10⁶ of them in 3 m², each of H₂O and 10⁻³ of CO₂.'];

  it('stay so in HTML; letters stay on the line', async () => {
    const html =
      '<p>There are 10<sup>6</sup> of them in 3 m<sup>2</sup>, each of H<sub>2</sub>O and 10<sup>-3</sup> of CO<sub>2</sub>.</p><p>The 1<sup>st</sup> of May<sup><a href="#n">1</a></sup></p>';

    expect(await read(html, 'a.html')).toEqual([...SAID, 'The 1st of May¹']);
  });

  it('stay so in Word', async () => {
    const runs = [
      ...[word('There are 10'), word('6', 'superscript'), word(' of them in 3 m'), word('2', 'superscript')],
      ...[word(', each of H'), word('2', 'subscript'), word('O and 10'), word('−3', 'superscript')],
      ...[word(' of CO'), word('2', 'subscript'), word('.')],
    ];

    expect(await read(makeDocx(`<w:p>${runs.join('')}</w:p>`), 'a.docx')).toEqual(SAID);
  });

  it('stay so in Hangul', async () => {
    const run = (text: string, style: number) => `<hp:run charPrIDRef="${style}"><hp:t>${text}</hp:t></hp:run>`;
    const runs = [run('빛은 10', 0), run('6', 1), run(' m, 물은 H', 0), run('2', 2), run('O이다.', 0)];
    const header =
      '<hh:charPr id="0"/><hh:charPr id="1"><hh:supscript/></hh:charPr><hh:charPr id="2"><hh:subscript/></hh:charPr>';
    const file = makeHwpx(`<hp:p>${runs.join('')}</hp:p>`, header);

    expect(await read(file, 'a.hwpx')).toEqual(['빛은 10⁶ m, 물은 H₂O이다.']);
  });

  it('stay so in a PDF', async () => {
    const page = [
      { text: 'There are 10', x: 72, y: 700, size: 10 },
      { text: '6', x: 127.5, y: 703.6, size: 7 },
      { text: 'of them in H', x: 135, y: 700, size: 10 },
      { text: '2', x: 189, y: 698.5, size: 7 },
      { text: 'O, which is seen.', x: 193, y: 700, size: 10 },
    ];

    expect(await read(makePdf([page]), 'a.pdf')).toEqual(['There are 10⁶ of them in H₂O, which is seen.']);
  });
});
