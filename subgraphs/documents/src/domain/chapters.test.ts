import { describe, expect, it } from 'vitest';
import { chapterLevelOf, chaptersOf } from './chapters.ts';
import type { TextChapter } from './chapters.ts';
import type { PlacedBlock } from './document.ts';

const heading = (level: number, text: string) => ({ kind: 'HEADING', level, text, spans: [], page: null }) as const;
const words = (text: string) => ({ kind: 'PARAGRAPH', text, spans: [], page: null }) as const;
const figure = (text: string, caption: string | null) =>
  ({ kind: 'FIGURE', text, spans: [], caption, page: null }) as const;
const math = (text: string) => ({ kind: 'MATH', text, page: null }) as const;
const inline = (text: string, formula: string) =>
  ({
    ...words(text),
    spans: [{ start: text.indexOf(formula), end: text.indexOf(formula) + formula.length, math: true }],
  }) as const;
type Written = ReturnType<typeof heading | typeof words | typeof figure | typeof math | typeof inline>;

async function divide(blocks: readonly Written[], options: Partial<Parameters<typeof chaptersOf>[1]>) {
  const placed = async function* (): AsyncGenerator<PlacedBlock> {
    for (const [at, block] of blocks.entries())
      yield await Promise.resolve({ documentId: 'd', position: at + 1, block } as unknown as PlacedBlock);
  };
  const chapters: TextChapter[] = [];
  const usual = { level: 0, charsMax: 1_000, title: 'A book', language: 'ko' };
  const isSaid = (text: string) => /\p{L}/u.test(text);
  for await (const chapter of chaptersOf(placed(), { ...usual, isSaid, ...options })) chapters.push(chapter);
  return chapters;
}

describe('the chapters of a document', () => {
  it('begin at the highest headings that divide it', () => {
    expect(chapterLevelOf([{ level: 1 }, { level: 2 }, { level: 3 }, { level: 2 }])).toBe(2);
    expect(chapterLevelOf([{ level: 1 }])).toBe(0);
  });

  it('hold all that is said, in order, each once', async () => {
    const blocks = [
      words('before'),
      heading(1, 'One'),
      words('a'),
      heading(2, 'deeper'),
      heading(1, 'Two'),
      words('b'),
    ];

    expect((await divide(blocks, { level: 1 })).map(({ title, text, from, to }) => [title, text, from, to])).toEqual([
      ['A book', 'before', 1, 1],
      ['One', 'One\na\ndeeper', 2, 4],
      ['Two', 'Two\nb', 5, 6],
    ]);
  });

  it('say of a picture both what is below it and what stands for it, and once what is the same', async () => {
    const figures = [
      figure('촛불 하나', '그림 1'),
      figure('그림 2', '그림 2'),
      figure('', '그림 3'),
      figure('달', null),
    ];
    const [chapter] = await divide(figures, { level: 0 });

    expect(chapter?.text.split('\n')).toEqual(['그림 1', '촛불 하나', '그림 2', '그림 3', '달']);
  });

  it('say formulas in words, those within a sentence too', async () => {
    const [chapter] = await divide([math('\\frac{1}{2}'), inline('길이 x^2 미터', 'x^2')], { level: 0 });

    expect(chapter?.text).toBe('2분의 1\n길이 x 제곱 미터');
  });

  it('never grow beyond a bound, whatever stands in a block', async () => {
    const blocks = [heading(1, 'One'), words('x'.repeat(2_500)), words('y'.repeat(400)), words('z'.repeat(700))];
    const chapters = await divide(blocks, { level: 0 });

    expect(chapters.map(({ number }) => number)).toEqual(chapters.map((_, at) => at + 1));
    expect(Math.max(...chapters.map(({ text }) => text.length))).toBeLessThanOrEqual(1_003);
    expect(chapters.map(({ text }) => text.replaceAll('\n', '')).join('')).toBe(
      `One${'x'.repeat(2_500)}${'y'.repeat(400)}${'z'.repeat(700)}`,
    );
  });

  it('are never cut inside a character', async () => {
    const forest = '🌲'.repeat(1_500);
    const chapters = await divide([heading(1, `${'가'.repeat(199)}🌲🌲`), heading(1, 'One'), words(`a${forest}`)], {
      level: 1,
    });

    expect(chapters.every(({ title, text }) => title.isWellFormed() && text.isWellFormed())).toBe(true);
    expect(chapters.map(({ text }) => text).join('')).toContain(`a${'🌲'.repeat(499)}`);
  });

  it('are those of which the voice says anything', async () => {
    const blocks = [
      words('머리말'),
      heading(1, 'One'),
      words('빛'),
      heading(1, '둘'),
      words('빛'),
      heading(1, 'Three'),
    ];
    const chapters = await divide(blocks, { level: 1, isSaid: (text) => /[a-z]/u.test(text) });

    expect(chapters.map(({ number, text }) => [number, text])).toEqual([
      [1, 'One\n빛'],
      [2, 'Three'],
    ]);
  });

  it('are none where nothing is said', async () => {
    expect(await divide([words(' … ')], { level: 0 })).toEqual([]);
  });
});
