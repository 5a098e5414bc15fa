import { describe, expect, it } from 'vitest';
import { makeHwpx, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

const level = (number: number, format: string, text: string, start = 1) =>
  `<hh:paraHead start="${start}" level="${number}" numFormat="${format}">${text}</hh:paraHead>`;
const numbering = (id: number, ...levels: string[]) =>
  `<hh:numbering id="${id}" start="0">${levels.join('')}</hh:numbering>`;
const paraPr = (id: number, type: string, idRef: number, depth = 0) =>
  `<hh:paraPr id="${id}"><hh:heading type="${type}" idRef="${idRef}" level="${depth}"/></hh:paraPr>`;
const p = (text: string, style = 0, more = '') =>
  `<hp:p paraPrIDRef="${style}"><hp:run>${more}<hp:t>${text}</hp:t></hp:run></hp:p>`;
const cell = (...paragraphs: string[]) => `<hp:tc><hp:subList>${paragraphs.join('')}</hp:subList></hp:tc>`;
const note = (text: string) =>
  `<hp:ctrl><hp:footNote number="3"><hp:subList>${p(text)}</hp:subList></hp:footNote></hp:ctrl>`;

const said = async (section: string, header = '') =>
  (await readWhole(makeHwpx(section, header), { filename: 'a.hwpx' })).blocks.map(
    (block) => `${block.kind} ${textOf(block)}`,
  );

describe('automatic numbers in a document of Hangul', () => {
  const header = [
    numbering(1, level(1, 'DIGIT', '^1.'), level(2, 'HANGUL_SYLLABLE', '^2.'), level(3, 'CIRCLED_DIGIT', '^3')),
    paraPr(11, 'NUMBER', 1, 0) + paraPr(12, 'NUMBER', 1, 1) + paraPr(13, 'NUMBER', 1, 2),
  ].join('');

  it('stand before the items of a list, level by level, and go on after what stands between', async () => {
    const section = [p('빛', 11), p('해', 12), p('달', 12), p('보름달', 13), p('소리', 11), p('종', 12)].join('');

    const { blocks } = await readWhole(makeHwpx(section + p('사이') + p('열', 11), header), { filename: 'a.hwpx' });

    expect(blocks).toMatchObject([
      {
        kind: 'LIST',
        isOrdered: true,
        items: [
          { depth: 0, marker: '1.', text: '빛' },
          { depth: 1, marker: '가.', text: '해' },
          { depth: 1, marker: '나.', text: '달' },
          { depth: 2, marker: '①', text: '보름달' },
          { depth: 0, marker: '2.', text: '소리' },
          { depth: 1, marker: '가.', text: '종' },
        ],
      },
      { kind: 'PARAGRAPH', text: '사이' },
      { kind: 'LIST', items: [{ marker: '3.', text: '열' }] },
    ]);
  });

  it.each([
    ['DIGIT', 0, '0 1'],
    ['CIRCLED_DIGIT', 20, '⑳ ㉑'],
    ['ROMAN_CAPITAL', 4, 'IV V'],
    ['ROMAN_SMALL', 9, 'ix x'],
    ['LATIN_CAPITAL', 26, 'Z AA'],
    ['CIRCLED_LATIN_SMALL', 1, 'ⓐ ⓑ'],
    ['HANGUL_SYLLABLE', 13, '파 하'],
    ['CIRCLED_HANGUL_SYLLABLE', 1, '㉮ ㉯'],
    ['HANGUL_JAMO', 1, 'ㄱ ㄴ'],
    ['CIRCLED_HANGUL_JAMO', 2, '㉡ ㉢'],
    ['HANGUL_PHONETIC', 20, '이십 이십일'],
    ['IDEOGRAPH', 1, '一 二'],
    ['CIRCLED_IDEOGRAPH', 1, '㊀ ㊁'],
    ['DECAGON_CIRCLE', 1, '갑 을'],
    ['DECAGON_CIRCLE_HANJA', 10, '癸 甲'],
  ])('are written as %s', async (format, start, marks) => {
    const styles = numbering(1, level(1, format, '^1', start)) + paraPr(11, 'NUMBER', 1);

    expect(await said(p('a', 11) + p('b', 11), styles)).toEqual([
      `LIST ${marks
        .split(' ')
        .map((mark, at) => `${mark} ${'ab'[at]}`)
        .join('\n')}`,
    ]);
  });

  it('may say the whole way down to them', async () => {
    const styles = numbering(1, level(1, 'DIGIT', '제^1장'), level(2, 'DIGIT', '^n'), level(3, 'DIGIT', '^N'));
    const depths = [0, 1, 2].map((depth) => paraPr(11 + depth, 'NUMBER', 1, depth)).join('');

    expect(await said(p('빛', 11) + p('해', 12) + p('달', 13), styles + depths)).toEqual([
      'LIST 제1장 빛\n1.1 해\n1.1.1. 달',
    ]);
  });

  it('of the outline are read with the heading, by the shape that the section names', async () => {
    const outline = numbering(2, level(1, 'ROMAN_CAPITAL', '^1.')) + paraPr(20, 'OUTLINE', 0);

    expect(await said(p('빛', 20, '<hp:secPr outlineShapeIDRef="2"/>') + p('소리', 20), outline)).toEqual([
      'HEADING I. 빛',
      'HEADING II. 소리',
    ]);
  });

  it('are marks where the list has no numbers; a mark of a font of signs is a bullet', async () => {
    const bullets = '<hh:bullet id="1" char="※"/><hh:bullet id="2" char="\uf0a7"/>';
    const styles = bullets + paraPr(11, 'BULLET', 1) + paraPr(12, 'BULLET', 2, 1);

    const { blocks } = await readWhole(makeHwpx(p('해', 11) + p('달', 12), styles), { filename: 'a.hwpx' });

    expect(blocks).toMatchObject([
      { kind: 'LIST', isOrdered: false, items: [{ marker: '※' }, { marker: '•', depth: 1 }] },
    ]);
  });

  it('begin the lines of a cell, and are counted once in a table within a table', async () => {
    const table = (cells: string) => `<hp:tbl><hp:tr>${cells}</hp:tr></hp:tbl>`;
    const nested = p('', 0, table(cell(p('안', 11)) + cell(p('속', 11))));
    const section = p('', 0, table(cell(p('해', 11), p('달', 11)) + cell(nested))) + p('별', 11);

    expect(await said(section, header)).toEqual(['TABLE 1. 해\n2. 달\t3. 안\n4. 속', 'LIST 5. 별']);
  });
});

describe('a note in a cell of a document of Hangul', () => {
  it('stands after its table instead of in the words of the cell', async () => {
    const cells = cell(`<hp:p><hp:run><hp:t>빛</hp:t>${note('진공에서')}<hp:t>의 속력</hp:t></hp:run></hp:p>`);

    expect(await said(p('', 0, `<hp:tbl><hp:tr>${cells}${cell(p('c'))}</hp:tr></hp:tbl>`))).toEqual([
      'TABLE 빛의 속력\tc',
      'NOTE 진공에서',
    ]);
  });
});

describe('a caption in a document of Hangul', () => {
  it('keeps its paragraphs apart and the number that Hangul counts', async () => {
    const number = (of: string) => `<hp:ctrl><hp:autoNum num="7" numType="${of}"/></hp:ctrl>`;
    const caption = (...paragraphs: string[]) =>
      `<hp:caption><hp:subList>${paragraphs.join('')}</hp:subList></hp:caption>`;
    const counted = (words: string, of: string) =>
      `<hp:p><hp:run><hp:t>${words} </hp:t>${number(of)}<hp:t>. 빛의 속력</hp:t></hp:run></hp:p>`;
    const table = `<hp:tbl>${caption(counted('표', 'TABLE'), p('물질마다'))}<hp:tr>${cell(p('물'))}${cell(p('0.75c'))}</hp:tr></hp:tbl>`;
    const picture = `<hp:pic>${caption(counted('그림', 'PICTURE'))}<hp:shapeComment>촛불</hp:shapeComment></hp:pic>`;

    const { blocks } = await readWhole(makeHwpx(p('', 0, table + picture)), { filename: 'a.hwpx' });

    expect(blocks).toMatchObject([
      { kind: 'TABLE', caption: '표 7. 빛의 속력 물질마다' },
      { kind: 'FIGURE', text: '촛불', caption: '그림 7. 빛의 속력' },
    ]);
  });
});
