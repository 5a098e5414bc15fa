import { describe, expect, it } from 'vitest';
import { readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';
import type { Block } from '../block.ts';

const read = (html: string, filename = 'page.html') => readWhole(html, { filename });
const blocksOf = async (html: string) => (await read(html)).blocks.map(({ page: _, ...block }) => block);

describe('a web page', () => {
  it('becomes headings, paragraphs, lists, tables and figures in reading order', async () => {
    const { head, blocks } = await read(`<!doctype html><html lang="ko"><title> 1장 </title><body>
      <nav hidden>건너뛰기</nav><h1>빛과 그림자</h1><p>빛은 <strong>곧게</strong> 나아간다.<br>그래서 그림자가 생긴다.</p>
      <ol start="3"><li>해<ul><li>낮</li></ul></li><li>달</li></ol>
      <table><caption>속력</caption><tr><th>물질</th><th>속력</th></tr><tr><td>물</td><td>0.75<em>c</em></td></tr></table>
      <figure><img src="http://elsewhere/a.png" alt="촛불"><figcaption>그림 1</figcaption></figure><img src="x" alt="">
      <p>E=<math><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math></p></body></html>`);

    expect(head).toMatchObject({ title: '1장', language: 'ko', format: 'HTML' });
    expect(blocks.map(({ kind }) => kind)).toEqual(['HEADING', 'PARAGRAPH', 'LIST', 'TABLE', 'FIGURE', 'PARAGRAPH']);
    expect(blocks[1]).toMatchObject({
      text: '빛은 곧게 나아간다.\n그래서 그림자가 생긴다.',
      spans: [{ start: 3, end: 5, emphasis: 'BOLD' }],
    });
    expect(blocks[2]).toMatchObject({
      isOrdered: true,
      items: [
        { marker: '3.', depth: 0, text: '해' },
        { marker: '•', depth: 1, text: '낮' },
        { marker: '4.', depth: 0, text: '달' },
      ],
    });
    expect(blocks[3]).toMatchObject({
      caption: '속력',
      rows: [
        [{ isHeader: true }, {}],
        [{ text: '물' }, { text: '0.75c' }],
      ],
    });
    expect(blocks[4]).toMatchObject({ text: '촛불', caption: '그림 1' });
    expect(blocks[5]).toMatchObject({ text: 'E=mc^{2}', spans: [{ start: 2, end: 8, math: true }] });
  });

  it('begins a line for each paragraph in a cell, an item or a heading, also where no space stands between them', async () => {
    const blocks = await blocksOf(
      `<table><tr><td><p>물</p><p>얼음</p></td><td>앞<div><ul><li>가</li><li>나</li></ul></div>뒤</td></tr></table>
       <ul><li><p>첫째</p> <p>둘째<br></p><p>셋째</p></li></ul><h2><div>1장</div><div>빛</div></h2>`,
    );

    expect(blocks).toMatchObject([
      { kind: 'TABLE', rows: [[{ text: '물\n얼음' }, { text: '앞\n가\n나\n뒤' }]] },
      { kind: 'LIST', items: [{ text: '첫째\n둘째\n셋째' }] },
      { kind: 'HEADING', text: '1장\n빛' },
    ]);
  });

  it('runs nothing and follows nothing: scripts, frames and script links are not there', async () => {
    const blocks = await blocksOf(
      `<p onclick="x()">시작 <a href="javascript:alert(1)">눌러요</a> <a href="https://modu.example/">집</a></p>
       <script>document.write('<p>쓰였다</p>')</script><iframe src="file:///etc/passwd">틀</iframe><style>p{}</style>`,
    );

    expect(blocks).toEqual([
      { kind: 'PARAGRAPH', text: '시작 눌러요 집', spans: [{ start: 7, end: 8, link: 'https://modu.example/' }] },
    ]);
  });

  it('says its encoding in its head, and is believed when it works', async () => {
    const { default: iconv } = await import('iconv-lite');
    const html = '<html><head><meta charset="Shift_JIS"></head><body><p>点字の本を読みます。</p></body></html>';

    const { blocks } = await readWhole(iconv.encode(html, 'shift_jis'), { filename: 'page.html' });

    expect(blocks).toMatchObject([{ text: '点字の本を読みます。' }]);
  });

  it('names its pages of print, and keeps the words of a page that is marked around them', async () => {
    const words = '빛은 곧게 나아간다. 그림자는 그 뒤에 생긴다.';
    const blocks = await blocksOf(
      `<p>앞</p><span role="doc-pagebreak" title="12"></span><p>뒤</p><section role="doc-pagebreak"><p>${words}</p></section>
       <hr role="doc-pagebreak" aria-label="${'13'.repeat(5_000)}">`,
    );

    expect(blocks).toEqual([
      { kind: 'PARAGRAPH', text: '앞', spans: [] },
      { kind: 'PAGE_BREAK', label: '12' },
      { kind: 'PARAGRAPH', text: '뒤', spans: [] },
      { kind: 'PAGE_BREAK', label: '' },
      { kind: 'PARAGRAPH', text: words, spans: [] },
      { kind: 'PAGE_BREAK', label: '' },
    ]);
  });

  it('nested without end is read as far as anybody nests', async () => {
    const { blocks } = await read(`${'<div>'.repeat(20_000)}깊은 곳${'</div>'.repeat(20_000)}<p>끝</p>`);

    expect(blocks.at(-1)).toMatchObject({ text: '끝' });
  });
});

describe('Markdown', () => {
  it('has headings, nested lists, tables and math; a price is no math and HTML is text', async () => {
    const { head, blocks } = await read(
      '---\ntitle: "과학 노트"\n---\n# 넓이\n\n원의 넓이는 $\\pi r^2$이고 값은 $5 또는 $6이다.\n\n$$\\frac{a}{b}$$\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n\n<script>x</script>',
      'note.md',
    );

    expect(head).toMatchObject({ title: '과학 노트', format: 'MARKDOWN' });
    expect(blocks.map(({ kind }) => kind)).toEqual(['HEADING', 'PARAGRAPH', 'MATH', 'TABLE', 'PARAGRAPH']);
    const paragraph = blocks[1] as Extract<Block, { kind: 'PARAGRAPH' }>;
    expect(paragraph.text).toBe('원의 넓이는 \\pi r^2이고 값은 $5 또는 $6이다.');
    expect(paragraph.spans).toEqual([{ start: 7, end: 14, math: true }]);
    expect(blocks[2]).toMatchObject({ text: '\\frac{a}{b}' });
    expect(blocks[4]).toMatchObject({ text: '<script>x</script>' });
  });

  it.each([
    ['a fence of tildes', '~~~sh\nexport PATH=$HOME/bin:$PATH\n~~~', 'export PATH=$HOME/bin:$PATH'],
    ['an indented block', 'Text\n\n    export PATH=$HOME/bin:$PATH', 'export PATH=$HOME/bin:$PATH'],
    [
      'a fence with backticks in it',
      '```js\nconst a = `${x}-${y}`;\nb = $c + "$d$e";\n```',
      'const a = `${x}-${y}`;\nb = $c + "$d$e";',
    ],
    ['a fence in a list', '- Text\n\n  ```sh\n  a=$HOME/bin:$PATH\n  ```', 'a=$HOME/bin:$PATH'],
    ['a passage with a backtick in it', 'Say ``a`$b$`c``.', 'Say a`$b$`c.'],
  ])('keeps the dollar signs of code: %s', async (_, code, said) => {
    const { blocks } = await read(`${code}\n\nA $x$ is math, and so is $y$.`, 'note.md');

    expect(blocks.map(textOf).join('\n\n')).toContain(said);
    expect(blocks.at(-1)).toMatchObject({ spans: [{ math: true }, { math: true }] });
  });

  it('has a formula in lines of its own, however they begin', async () => {
    const { blocks } = await read('$$\n    a\n- b\n= `c`\n$$', 'note.md');

    expect(blocks).toMatchObject([{ kind: 'MATH', text: 'a - b = `c`' }]);
  });

  it('keeps the paragraphs of a caption apart, and what is hidden in it out', async () => {
    const page =
      '<table><caption><p>표 1</p><p>빛의 속력</p></caption><tr><th>물질</th><th>속력</th></tr><tr><td>물</td><td>0.75c</td></tr></table>' +
      '<figure><img src="a" alt="촛불"><figcaption><p>그림 1</p><p hidden>숨은 말</p><p>촛불 하나</p></figcaption></figure>';

    const { blocks } = await readWhole(Buffer.from(page), { filename: 'a.html' });

    expect(blocks).toMatchObject([{ caption: '표 1 빛의 속력' }, { caption: '그림 1 촛불 하나' }]);
  });
});
