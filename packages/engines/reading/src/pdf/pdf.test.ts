import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';

const lines = (words: string, { x, y, count }: { x: number; y: number; count: number }) =>
  Array.from({ length: count }, (_, at) => ({ text: `${words} ${at + 1} runs on to the margin`, x, y: y - at * 14 }));
const read = (pages: Parameters<typeof makePdf>[0], options: Parameters<typeof makePdf>[1] = {}) =>
  readWhole(makePdf(pages, options), { filename: 'document.pdf' });
const frame = (number: number) => [
  { text: 'A Book of Light', x: 72, y: 810, size: 9 },
  { text: `- ${number} -`, x: 290, y: 30, size: 9 },
];

describe('a PDF', () => {
  it('is read column by column, with headings by size and without running heads and page numbers', async () => {
    const pages = [1, 2, 3].map((number) => [
      ...frame(number),
      { text: `Chapter ${number}`, x: 220, y: 760, size: 20 },
      ...lines('Left', { x: 72, y: 720, count: 10 }),
      ...lines('Right', { x: 330, y: 720, count: 10 }),
      { text: 'After both columns.', x: 72, y: 540 },
    ]);

    const { head, parts } = await read(pages, { title: 'Light' });

    expect(head).toMatchObject({ title: 'Light', language: 'en', pageCount: 3, partCount: 3 });
    expect(parts[1]?.blocks.map((block) => [block.kind, textOf(block).slice(0, 20), block.page])).toEqual([
      ['PAGE_BREAK', '2', 2],
      ['HEADING', 'Chapter 2', 2],
      ['PARAGRAPH', 'Left 1 runs on to th', 2],
      ['PARAGRAPH', 'Right 1 runs on to t', 2],
      ['PARAGRAPH', 'After both columns.', 2],
    ]);
    expect(textOf(parts[1]!.blocks[2]!)).toContain('margin Left 10 runs');
  });

  it('says Korean letters whose fonts are not in the file', async () => {
    const { head, blocks } = await read([
      [{ text: '빛은 곧게 나아가고 그림자가 생긴다.', x: 72, y: 700, korean: true }],
    ]);

    expect(head.language).toBe('ko');
    expect(blocks.map(textOf)).toEqual(['1', '빛은 곧게 나아가고 그림자가 생긴다.']);
  });

  it('keeps lists, tables, links and words that the margin divided', async () => {
    const rows = [
      ['Name', 'Speed', 'Colour'],
      ['Water', '0.75', 'blue'],
      ['Glass', '0.66', 'clear'],
    ];
    const { blocks } = await read(
      [
        [
          { text: 'Light is a form of electro-', x: 72, y: 780 },
          { text: 'magnetic waves, as the page of Ada says.', x: 72, y: 766 },
          { text: '1. First thing', x: 72, y: 700 },
          { text: '2. Second thing', x: 72, y: 686 },
          ...rows.flatMap((row, r) => row.map((text, c) => ({ text, x: 72 + c * 150, y: 600 - r * 14 }))),
        ],
      ],
      { links: [{ page: 1, url: 'https://ada.example/', rect: [70, 760, 300, 778] }] },
    );

    expect(blocks[1]).toMatchObject({
      text: 'Light is a form of electromagnetic waves, as the page of Ada says.',
      spans: [{ start: 26, end: 66, link: 'https://ada.example/' }],
    });
    expect(blocks[2]).toMatchObject({
      kind: 'LIST',
      isOrdered: true,
      items: [{ marker: '1.', text: 'First thing' }, { marker: '2.' }],
    });
    expect(blocks[3]).toMatchObject({ kind: 'TABLE' });
    expect(textOf(blocks[3]!)).toBe(rows.map((row) => row.join('\t')).join('\n'));
  });

  it.each([90, 180, 270] as const)('whose pages are turned by %i says what is seen', async (rotate) => {
    const { blocks } = await read(
      [
        [
          { text: 'Light goes', x: 72, y: 500, size: 20 },
          { text: 'It goes straight on, as the page', x: 72, y: 460 },
          { text: 'of Ada says.', x: 72, y: 446 },
        ],
      ],
      { rotate, links: [{ page: 1, url: 'https://ada.example/', rect: [70, 440, 150, 456] }] },
    );

    expect(blocks.slice(1)).toMatchObject([
      { kind: 'HEADING', text: 'Light goes' },
      {
        text: 'It goes straight on, as the page of Ada says.',
        spans: [{ start: 33, end: 45, link: 'https://ada.example/' }],
      },
    ]);
  });

  it('says of a page that is a picture that its text was not read, and nothing of an empty one', async () => {
    const lines = (text: string, korean: boolean) =>
      [700, 686, 672, 658].map((y) => ({ text: `${text} `.repeat(2), x: 72, y, korean }));
    const korean = lines('빛은 곧게 나아가고 그림자가 생긴다.', true);
    const english = lines('Light goes straight on, and there is a shadow.', false);
    const kinds = async (text: typeof korean | typeof english) =>
      (await read([text, [], []], { pictures: [1, 3] })).parts.map(({ blocks }) =>
        blocks.map((block) => `${block.kind} ${textOf(block)}`),
      );

    expect((await kinds(korean)).slice(1)).toEqual([
      ['PAGE_BREAK 2'],
      ['PAGE_BREAK 3', 'FIGURE 3쪽은 그림입니다. 그 안의 글은 읽지 않았습니다.'],
    ]);
    const [first, , third] = await kinds(english);
    expect(first).toHaveLength(2);
    expect(third?.[1]).toBe('FIGURE Page 3 is a picture. The text in it was not read.');
  });

  it('says which of its pages were not read: pictures and outlines of letters, but no empty page and no ruled one', async () => {
    const text = [{ text: 'Light goes straight on, and there is a shadow.', x: 72, y: 700 }];

    const { parts } = await read([text, [], [], []], { pictures: [2], outlined: [3] });

    expect(parts.map(({ number, isUnread = false }) => [number, isUnread])).toEqual([
      ...[[1, false], [2, true], [3, true], [4, false]],
    ]); // prettier-ignore
  });

  it('is read though the fonts of one page map no letters: that page says so', async () => {
    const unmapped = '\u0001\u0002\u0003\u0004\u0005';
    const { parts } = await read([
      [{ text: 'Light goes straight on.', x: 72, y: 700 }],
      [{ text: unmapped, x: 72, y: 700 }],
    ]);

    expect(parts[1]).toMatchObject({
      isUnread: true,
      blocks: [
        { kind: 'PAGE_BREAK' },
        {
          kind: 'FIGURE',
          text: 'The fonts of page 2 do not say which letters they show. The text in it was not read.',
        },
      ],
    });
  });

  it('with a table of contents tells a list of titles and pages, without the dots between them', async () => {
    const dots = '. '.repeat(30);
    const { blocks } = await read([
      [
        { text: 'Contents', x: 72, y: 760, size: 20 },
        { text: `1 Light ${dots}1`, x: 72, y: 720 },
        { text: `1.1 Shadows ${dots}4`, x: 90, y: 706 },
        { text: `2 Sound${'.'.repeat(40)} 12`, x: 72, y: 692 },
        { text: 'What follows... is text.', x: 72, y: 640 },
      ],
    ]);

    expect(blocks.slice(2)).toMatchObject([
      {
        kind: 'LIST',
        items: [{ text: '1 Light … 1' }, { text: '1.1 Shadows … 4', depth: 1 }, { text: '2 Sound … 12' }],
      },
      { kind: 'PARAGRAPH', text: 'What follows... is text.' },
    ]);
  });

  it('loses heads that change from section to section, and numbers far from the edge; of "3 / 90" the first is the page’s', async () => {
    const pages = Array.from({ length: 8 }, (_, at) => [
      { text: `Of ${['Air', 'Sea', 'Sun', 'Moon'][at >> 1]}: chapter ${at}`, x: 72, y: 800, size: 9 },
      ...lines(`Words of part ${at}`, { x: 72, y: 740, count: 6 }),
      { text: at < 4 ? String(at + 3) : `${at + 3} / 90`, x: 290, y: 120 },
    ]);

    const { parts } = await read(pages);

    expect(parts.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual(
      pages.map(() => ['PAGE_BREAK', 'PARAGRAPH']),
    );
    expect(parts.map(({ blocks }) => textOf(blocks[0]!))).toEqual(pages.map((_, at) => String(at + 3)));
  });

  it('has a list where a sign that no font maps begins a line, however large the sign is', async () => {
    const { blocks } = await read([
      [
        ...lines('Text', { x: 72, y: 760, count: 4 }),
        { text: '\u0001', x: 72, y: 640, size: 16 },
        { text: 'Light goes straight on', x: 90, y: 638 },
        { text: '\u0001', x: 72, y: 620, size: 16 },
        { text: 'Sound goes around', x: 90, y: 618 },
      ],
    ]);

    expect(blocks.at(-1)).toMatchObject({
      kind: 'LIST',
      items: [
        { marker: '•', text: 'Light goes straight on' },
        { marker: '•', text: 'Sound goes around' },
      ],
    });
  });

  it('goes on from the page where an earlier run stopped, and says the same', async () => {
    const file = makePdf(
      Array.from({ length: 60 }, (_, at) => [...frame(at + 1), { text: `What page ${at + 1} says.`, x: 72, y: 700 }]),
    );

    const whole = await readWhole(file, { filename: 'a.pdf' });
    const rest = await readWhole(file, { filename: 'a.pdf', fromPart: 31 });

    expect(rest.parts).toEqual(whole.parts.slice(30));
    expect(whole.blocks.map(textOf)).not.toContain('A Book of Light');
  });
});

describe('a PDF that can’t be read', () => {
  const whole = makePdf([[{ text: 'Some text.', x: 72, y: 700 }]]);
  const failure = (bytes: Uint8Array) => readWhole(bytes, { filename: 'a.pdf' }).catch((error: unknown) => error);

  it('is named: cut short, locked, or pictures only', async () => {
    expect(await failure(whole.subarray(0, whole.length - 200))).toMatchObject({ code: 'DAMAGED' });
    const encrypt =
      '/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<0000000000000000000000000000000000000000000000000000000000000000>' +
      '/U<1111111111111111111111111111111111111111111111111111111111111111>>>';
    expect(await failure(makePdf([[{ text: 'x', x: 72, y: 700 }]], { trailer: encrypt }))).toMatchObject({
      code: 'ENCRYPTED',
    });
    expect(await failure(makePdf([[], []]))).toMatchObject({ code: 'NO_TEXT', page: 1 });
  });

  it('has a tree of pages that bites its own tail, or more pages than anybody reads', async () => {
    const cyclic = Buffer.from(whole.toString('latin1').replace('/Kids[8 0 R]', '/Kids[2 0 R]'), 'latin1');
    expect(await failure(cyclic)).toMatchObject({ code: 'DAMAGED' });
    expect(await failure(makePdf(Array.from({ length: 5_001 }, () => [])))).toMatchObject({ code: 'TOO_LARGE' });
  });
});
