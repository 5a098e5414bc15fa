import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeDocx, makeEpub, makeHwpx, makeZip, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const read = (bytes: Uint8Array, filename: string) => readWhole(bytes, { filename });
const failure = (bytes: Uint8Array, filename: string) => read(bytes, filename).catch((error: unknown) => error);

describe('a document of Word', () => {
  it('keeps headings by style, lists with their marks, tables, math, notes, figures and links', async () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="a"><w:name w:val="heading 2"/></w:style><w:style w:styleId="b"><w:name w:val="내 제목"/><w:basedOn w:val="a"/></w:style></w:styles>';
    const numbering =
      '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ganada"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const body = [
      p('빛과 그림자', '<w:pStyle w:val="b"/>'),
      '<w:p><w:r><w:t>빛은 </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>곧게</w:t></w:r><w:del><w:r><w:t>지운 말</w:t></w:r></w:del><w:r><w:t> 간다.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
      ...[p('해', item), p('달', item)],
      `<w:tbl><w:tr>${cell('물질')}${cell('속력')}</w:tr><w:tr>${cell('물')}${cell('0.75c')}</w:tr></w:tbl>`,
      '<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>',
      '<w:p><w:r><w:drawing><wp:docPr id="1" name="p" descr="촛불 하나"/></w:drawing></w:r></w:p>',
      '<w:p><w:hyperlink r:id="x"><w:r><w:t>누리집</w:t></w:r></w:hyperlink></w:p>',
    ].join('');
    const files = {
      ...{ 'word/styles.xml': styles, 'word/numbering.xml': numbering },
      'word/footnotes.xml':
        '<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>진공에서</w:t></w:r></w:p></w:footnote></w:footnotes>',
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="x" Target="https://modu.example/" TargetMode="External"/></Relationships>',
    };

    const { head, blocks } = await read(makeDocx(body, { files }), 'light.docx');

    expect(head).toMatchObject({ format: 'DOCX', language: 'ko' });
    expect(blocks).toMatchObject([
      { kind: 'HEADING', level: 2, text: '빛과 그림자' },
      { kind: 'PARAGRAPH', text: '빛은 곧게 간다.', spans: [{ start: 3, end: 5, emphasis: 'BOLD' }] },
      { kind: 'NOTE', label: '1', text: '진공에서' },
      {
        kind: 'LIST',
        isOrdered: true,
        items: [
          { marker: '가.', text: '해' },
          { marker: '나.', text: '달' },
        ],
      },
      {
        kind: 'TABLE',
        rows: [
          [{ text: '물질', isHeader: true }, {}],
          [{ text: '물' }, { text: '0.75c' }],
        ],
      },
      { kind: 'MATH', text: '\\frac{a}{b}' },
      { kind: 'FIGURE', text: '촛불 하나' },
      { kind: 'PARAGRAPH', text: '누리집', spans: [{ link: 'https://modu.example/' }] },
    ]);
  });

  it('numbers its notes as print does: in the order of their references, whatever the file calls them inside', async () => {
    const reference = (kind: string, id: number, mark = '') =>
      `<w:p><w:r><w:t>말</w:t></w:r><w:r><w:${kind}Reference w:id="${id}"${mark && ' w:customMarkFollows="1"'}/><w:t>${mark}</w:t></w:r></w:p>`;
    const file = (kind: string, ids: readonly number[]) =>
      `<w:${kind}s xmlns:w="w">${ids.map((id) => `<w:${kind} w:id="${id}">${id > 1 ? p(`${kind} ${id}`) : ''}</w:${kind}>`).join('')}</w:${kind}s>`;
    const body = [
      ...[reference('footnote', 3), `<w:p><w:del>${reference('footnote', 5)}</w:del></w:p>`, reference('endnote', 2)],
      ...[reference('footnote', 4, '*'), reference('footnote', 2), reference('endnote', 3)],
    ].join('');
    const files = {
      'word/footnotes.xml': file('footnote', [0, 1, 2, 3, 4, 5]),
      'word/endnotes.xml': file('endnote', [0, 1, 2, 3]),
    };
    const notes = async (ending: string, settings = '') => {
      const bytes = makeDocx(body + ending, {
        files: { ...files, 'word/settings.xml': `<w:settings xmlns:w="w">${settings}</w:settings>` },
      });
      const { blocks } = await read(bytes, 'notes.docx');
      return blocks.flatMap((block) => (block.kind === 'NOTE' ? [`${block.label} ${block.text}`] : []));
    };
    const numbers = '<w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="7"/></w:endnotePr>';

    expect(await notes('')).toEqual(['1 footnote 3', 'i endnote 2', '* footnote 4', '2 footnote 2', 'ii endnote 3']);
    for (const numbered of [await notes(`<w:sectPr>${numbers}</w:sectPr>`), await notes('', numbers)])
      expect(numbered.filter((note) => note.includes('endnote'))).toEqual(['7 endnote 2', '8 endnote 3']);
  });

  it('says what its text boxes say, once, after the paragraph that they are anchored in', async () => {
    const content = `<w:txbxContent>${p('상자 말')}${p('둘째 말')}</w:txbxContent>`;
    const drawn = `<w:drawing><wp:anchor><wp:docPr id="1" name="Text Box 1"/><wps:txbx xmlns:wps="wps">${content}</wps:txbx></wp:anchor></w:drawing>`;
    const old = `<w:pict><v:textbox xmlns:v="v">${content}</v:textbox></w:pict>`;
    const both = `<mc:AlternateContent xmlns:mc="mc"><mc:Choice>${drawn}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    const anchored = (box: string) => `<w:p><w:r><w:t>앞 말</w:t></w:r><w:r>${box}</w:r></w:p>`;
    const texts = async (body: string) =>
      (await read(makeDocx(body), 'box.docx')).blocks.map((block) => `${block.kind} ${textOf(block)}`);
    const said = ['PARAGRAPH 앞 말', 'PARAGRAPH 상자 말', 'PARAGRAPH 둘째 말'];

    expect(await texts(anchored(both))).toEqual(said);
    expect(await texts(anchored(old))).toEqual(said);
    expect(await texts(`<w:tbl><w:tr><w:tc>${anchored(both)}</w:tc><w:tc>${p('나')}</w:tc></w:tr></w:tbl>`)).toEqual([
      'TABLE 앞 말\n상자 말\n둘째 말\t나',
    ]);
  });

  it('that declares entities, to read a file of the machine or to blow itself up, is refused', async () => {
    const stealing = makeDocx('<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>', {
      prolog: '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
    });
    const laughing = makeDocx('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', {
      prolog: '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    });

    expect(await failure(stealing, 'a.docx')).toMatchObject({ code: 'DAMAGED' });
    expect(await failure(laughing, 'a.docx')).toMatchObject({ code: 'DAMAGED' });
  });
});

describe('a document of Hangul', () => {
  it('keeps outlines, emphasis, tables, equations, notes and pictures', async () => {
    const header =
      '<hh:charPr id="1"><hh:bold/></hh:charPr><hh:charPr id="2" symMark="DOT_ABOVE"/><hh:style id="3" name="개요 1" paraPrIDRef="0"/>';
    const cell = (text: string) =>
      `<hp:tc><hp:subList><hp:p><hp:run><hp:t>${text}</hp:t></hp:run></hp:p></hp:subList></hp:tc>`;
    const section = [
      '<hp:p styleIDRef="3"><hp:run><hp:t>1. 빛</hp:t></hp:run></hp:p>',
      '<hp:p styleIDRef="0"><hp:run><hp:t>빛은 </hp:t></hp:run><hp:run charPrIDRef="2"><hp:t>곧게</hp:t></hp:run><hp:run><hp:t> 간다.</hp:t><hp:ctrl><hp:footNote number="1"><hp:subList><hp:p><hp:run><hp:t>진공에서</hp:t></hp:run></hp:p></hp:subList></hp:footNote></hp:ctrl></hp:run></hp:p>',
      `<hp:p><hp:run><hp:tbl><hp:tr>${cell('가')}${cell('나')}</hp:tr><hp:tr>${cell('1')}${cell('2')}</hp:tr></hp:tbl></hp:run></hp:p>`,
      '<hp:p><hp:run><hp:equation><hp:script>a over b</hp:script></hp:equation></hp:run></hp:p>',
      '<hp:p><hp:run><hp:pic><hp:shapeComment>촛불 하나</hp:shapeComment></hp:pic></hp:run></hp:p>',
    ].join('');

    const { head, blocks } = await read(makeHwpx(section, header), 'light.hwpx');

    expect(head).toMatchObject({ format: 'HWPX', title: '과학 1', language: 'ko' });
    expect(blocks).toMatchObject([
      { kind: 'HEADING', level: 1, text: '1. 빛' },
      { kind: 'PARAGRAPH', text: '빛은 곧게 간다.', spans: [{ start: 3, end: 5, emphasis: 'EMPHASIS' }] },
      { kind: 'NOTE', label: '1', text: '진공에서' },
      {
        kind: 'TABLE',
        rows: [
          [{ text: '가' }, { text: '나' }],
          [{ text: '1' }, { text: '2' }],
        ],
      },
      { kind: 'MATH', text: '\\frac{a}{b}' },
      { kind: 'FIGURE', text: '촛불 하나' },
    ]);
  });
});

describe('a table of one row', () => {
  it('has no heading, whatever document it is in; one of several rows has', async () => {
    const word = (row: string) => `<w:tr>${row}</w:tr>`;
    const wordCells = ['이름', '나이'].map((text) => `<w:tc>${p(text)}</w:tc>`).join('');
    const hangulCells = ['이름', '나이']
      .map(
        (text) =>
          `<hp:tc header="1"><hp:subList><hp:p><hp:run><hp:t>${text}</hp:t></hp:run></hp:p></hp:subList></hp:tc>`,
      )
      .join('');
    const hangul = (rows: string) => makeHwpx(`<hp:p><hp:run><hp:tbl>${rows}</hp:tbl></hp:run></hp:p>`);
    const headed = `<w:trPr><w:tblHeader/></w:trPr>${wordCells}`;
    const headings = async (bytes: Uint8Array, filename: string) =>
      (await read(bytes, filename)).blocks.flatMap((block) =>
        block.kind === 'TABLE' ? block.rows.map((row) => row.map(({ isHeader }) => isHeader)) : [],
      );
    const none = [[false, false]];

    for (const row of [wordCells, headed])
      expect(await headings(makeDocx(`<w:tbl>${word(row)}</w:tbl>`), 'a.docx')).toEqual(none);
    expect(await headings(hangul(`<hp:tr>${hangulCells}</hp:tr>`), 'a.hwpx')).toEqual(none);
    const two = makeDocx(`<w:tbl>${word(wordCells)}${word(wordCells)}</w:tbl>`);
    expect(await headings(two, 'a.docx')).toEqual([[true, true], ...none]);
    const person = Buffer.from('<table><tr><th>이름</th><td>민수</td></tr></table>');
    expect(await headings(person, 'a.html')).toEqual([[true, false]]);
  });
});

describe('a picture in a cell', () => {
  it('stands after its table, in a document of Word', async () => {
    const drawing = (text: string) => `<w:drawing><wp:docPr id="1" name="p" descr="${text}"/></w:drawing>`;
    const cell = (text: string) => `<w:tc>${p('말')}<w:p><w:r>${drawing(text)}</w:r></w:p></w:tc>`;
    const nested = `<w:tc><w:tbl><w:tr>${cell('달')}</w:tr></w:tbl></w:tc>`;

    const { blocks } = await read(makeDocx(`<w:tbl><w:tr>${cell('해')}${nested}</w:tr></w:tbl>`), 'a.docx');

    expect(blocks.map((block) => `${block.kind} ${textOf(block)}`)).toEqual(['TABLE 말\t말', 'FIGURE 해', 'FIGURE 달']);
  });

  it('stands after its table or box, in a document of Hangul', async () => {
    const pic = (text: string) => `<hp:pic><hp:shapeComment>${text}</hp:shapeComment></hp:pic>`;
    const table = (cells: string) => `<hp:tbl><hp:tr>${cells}</hp:tr></hp:tbl>`;
    const cell = (inside: string) =>
      `<hp:tc><hp:subList><hp:p><hp:run><hp:t>말</hp:t>${inside}</hp:run></hp:p></hp:subList></hp:tc>`;
    const grid = table(cell(pic('해')) + cell(`<hp:rect>${pic('별')}</hp:rect>`));
    const section = [grid, table(cell(pic('달')))].map((one) => `<hp:p><hp:run>${one}</hp:run></hp:p>`).join('');

    const { blocks } = await read(makeHwpx(section), 'a.hwpx');

    expect(blocks.map((block) => `${block.kind} ${textOf(block)}`)).toEqual([
      ...['TABLE 말\t말', 'FIGURE 해', 'FIGURE 별', 'PARAGRAPH 말', 'FIGURE 달'],
    ]);
  });
});

describe('a shape in a document of Hangul', () => {
  it('says what is written in it, also in a group of shapes', async () => {
    const text = (words: string) =>
      `<hp:drawText><hp:subList><hp:p><hp:run><hp:t>${words}</hp:t></hp:run></hp:p></hp:subList></hp:drawText>`;
    const group = `<hp:container><hp:ellipse>${text('원 속의 말')}</hp:ellipse><hp:pic><hp:shapeComment>촛불</hp:shapeComment></hp:pic></hp:container>`;
    const section = `<hp:p><hp:run><hp:t>앞 말</hp:t><hp:rect>${text('상자 말')}</hp:rect>${group}</hp:run></hp:p>`;

    const { blocks } = await read(makeHwpx(section), 'box.hwpx');

    expect(blocks.map((block) => `${block.kind} ${textOf(block)}`)).toEqual([
      ...['PARAGRAPH 앞 말', 'PARAGRAPH 상자 말', 'PARAGRAPH 원 속의 말'],
      'FIGURE 촛불',
    ]);
  });
});

describe('numbers of a list in the cells of a document of Word', () => {
  it('begin their lines, and stand alone where a cell is nothing but its number', async () => {
    const numbering =
      '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="0"/><w:numFmt w:val="chosung"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell(p('', item))}${cell(p('해', item) + p('달', item))}</w:tr></w:tbl>`;

    const { blocks } = await read(makeDocx(body, { files: { 'word/numbering.xml': numbering } }), 'a.docx');

    expect(blocks.map(textOf)).toEqual(['0)\tㄱ) 해\nㄴ) 달']);
  });
});

/** What a book says of chapters by these names. */
const packageOf = (...hrefs: readonly string[]) =>
  `<package><manifest>${hrefs.map((href, at) => `<item id="c${at}" href="${href}"/>`).join('')}</manifest><spine>${hrefs.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`;

/** A book whose second chapter is named like this. */
const bookOf = (href: string, chapters: Readonly<Record<string, string>> = {}) =>
  makeEpub(['<p>첫째 날.</p>'], {
    files: {
      'OPS/book.opf': packageOf('text/c0.xhtml', href),
      ...Object.fromEntries(
        Object.entries(chapters).map(([name, body]) => [`OPS/${name}`, `<html><body>${body}</body></html>`]),
      ),
    },
  });

describe('a book (EPUB)', () => {
  it('is read chapter by chapter, with the pages of print and its notes', async () => {
    const { head, parts } = await read(
      makeEpub([
        '<h1>첫째 날</h1><p>소년은 개울가에서<span epub:type="pagebreak" title="12"/> 소녀를 보았다.</p>',
        '<p>둘째 날.</p><aside epub:type="footnote"><p>1) 개울은 작은 내</p></aside>',
      ]),
      'book.epub',
    );

    expect(head).toMatchObject({ format: 'EPUB', title: '소나기', language: 'ko', partCount: 2 });
    expect(parts[0]?.blocks).toMatchObject([
      { kind: 'HEADING', text: '첫째 날' },
      { kind: 'PARAGRAPH', text: '소년은 개울가에서' },
      { kind: 'PAGE_BREAK', label: '12' },
      { kind: 'PARAGRAPH', text: '소녀를 보았다.' },
    ]);
    expect(parts[1]?.blocks).toMatchObject([
      { text: '둘째 날.' },
      { kind: 'NOTE', label: '1', text: '개울은 작은 내' },
    ]);
  });

  it('that says English of letters that are Korean is Korean; a cover without letters says nothing', async () => {
    const chapters = ['<p/>', '<p>© 2026</p>', '<p>소년은 개울가에서 소녀를 보았다.</p>'];
    const { head } = await read(makeEpub(chapters, { language: 'en' }), 'book.epub');

    expect(head.language).toBe('ko');
    expect((await read(makeEpub(['<p>One day.</p>'], { language: 'en-GB' }), 'book.epub')).head.language).toBe('en-GB');
  });

  it.each([
    ['Q&amp;A', 'Q&A'],
    ['Q%26A', 'Q&A'],
    ['part%201%2C%20b%23', 'part 1, b#'],
    ['100%', '100%'],
    ['100%25%20%EB%82%A0', '100% 날'],
    ['a%20b', 'a%20b'],
  ])('has the chapter that it names %s, whose file is %s', async (href, name) => {
    const bytes = bookOf(`${href}.xhtml`, { [`${name}.xhtml`]: '<p>둘째 날.</p>' });

    expect((await read(bytes, 'book.epub')).blocks.map(textOf)).toEqual(['첫째 날.', '둘째 날.']);
  });

  it('has the chapter whose file ends in .xht', async () => {
    const bytes = bookOf('second.xht', { 'second.xht': '<p>둘째 날.</p>' });

    expect((await read(bytes, 'book.epub')).blocks.map(textOf)).toEqual(['첫째 날.', '둘째 날.']);
  });

  it('says so where a chapter is not in it', async () => {
    const said = (bytes: Uint8Array) => read(bytes, 'book.epub').then(({ blocks }) => blocks.at(-1));

    expect(await said(bookOf('lost.xhtml'))).toMatchObject({
      kind: 'FIGURE',
      text: expect.stringContaining('(lost.xhtml)'),
    });
    expect(await said(bookOf('cover.svg'))).toMatchObject({ text: '첫째 날.' });
    const hollow = makeEpub([], { files: { 'OPS/book.opf': packageOf('lost.xhtml') } });
    expect(await failure(hollow, 'book.epub')).toMatchObject({ code: 'DAMAGED' });
  });

  it.each(['c0', '%63%30'])('that its seller locked is not opened, however its chapter %s is written', async (name) => {
    const encryption = `<encryption><EncryptedData><CipherData><CipherReference URI="OPS/text/${name}.xhtml"/></CipherData></EncryptedData></encryption>`;

    expect(
      await failure(makeEpub(['<p>x</p>'], { files: { 'META-INF/encryption.xml': encryption } }), 'a.epub'),
    ).toMatchObject({ code: 'ENCRYPTED' });
  });
});

describe('an archive', () => {
  it('without a telling name is known by what is in it', async () => {
    expect((await read(makeDocx(p('말')), 'upload')).head.format).toBe('DOCX');
    expect((await read(makeEpub(['<p>말</p>']), 'upload.zip')).head.format).toBe('EPUB');
    expect(await failure(makeZip({ 'a.txt': 'x' }), 'a.zip')).toMatchObject({ code: 'UNSUPPORTED' });
  });

  it('that is a bomb is stopped while it unpacks, whatever it says of its size', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
    const lying = Buffer.from(bomb);
    const directory = lying.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    lying.writeUInt32LE(100, 22);
    lying.writeUInt32LE(100, directory + 24);

    expect(await failure(bomb, 'a.docx')).toMatchObject({ code: 'TOO_LARGE' });
    expect(await failure(lying, 'a.docx')).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('that was cut short, or is something else inside, is damaged', async () => {
    const whole = makeDocx(p('말'));

    expect(await failure(whole.subarray(0, whole.length - 30), 'a.docx')).toMatchObject({ code: 'DAMAGED' });
    expect(await failure(makeZip({ 'a.txt': 'x' }), 'a.docx')).toMatchObject({ code: 'DAMAGED' });
    expect(await failure(makeZip({ 'word/document.xml': '<w:document><w:body><w:p>' }), 'a.docx')).toMatchObject({
      code: 'DAMAGED',
    });
  });
});
