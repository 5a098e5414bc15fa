import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../testing/index.ts';
import { textOf } from './block.ts';

const KOREAN = '안녕하세요. 점자 교과서의 첫 문단입니다.\n\n둘째 문단에는 쉼표, 마침표가 있습니다.';
const textsOf = async (bytes: Uint8Array | string, filename = 'note.txt') =>
  (await readWhole(bytes, { filename })).blocks.map(textOf);

describe('a text file', () => {
  it.each(['utf-8', 'cp949', 'utf-16le', 'utf-16be'])(
    'says the same in %s, with or without a mark',
    async (encoding) => {
      const expected = KOREAN.split('\n\n');

      expect(await textsOf(iconv.encode(KOREAN, encoding))).toEqual(expected);
      if (encoding !== 'cp949')
        expect(await textsOf(iconv.encode(KOREAN, encoding, { addBOM: true }))).toEqual(expected);
    },
  );

  it('that was put together from two encodings is read line by line', async () => {
    const mixed = Buffer.concat([
      iconv.encode('첫째 줄\n', 'utf-8'),
      iconv.encode('둘째 줄\n', 'cp949'),
      Buffer.from('third\n'),
    ]);

    expect(await textsOf(mixed)).toEqual(['첫째 줄', '둘째 줄', 'third']);
  });

  it('has Korean lines that would be other letters in UTF-8, and are Korean where others can only be that', async () => {
    const korean = iconv.encode('첫째 줄\n표 1\n', 'cp949');
    const mixed = Buffer.concat([korean, iconv.encode('둘째 줄\n', 'utf-8')]);

    expect(await textsOf(mixed)).toEqual(['첫째 줄', '표 1', '둘째 줄']);
    expect(await textsOf(korean)).toEqual(['첫째 줄', '표 1']);
    expect(await textsOf('ǥ 1\n')).toEqual(['ǥ 1']);
  });

  it.each([
    ['a word of another language', 'café'],
    ['one whose letters are common syllables in Korean', 'für schöne Bücher'],
    ['a degree', '20 °C'],
    ['a sign that stands alone', '© 2024'],
    ['letters that no syllable is', 'Κείμενο'],
  ])('has lines of two encodings, each as the likelier of both: %s', async (_, line) => {
    const mixed = Buffer.concat([
      iconv.encode('첫째 줄\n책\n채 4\n표A-1\n', 'cp949'),
      Buffer.from(`${line}\n둘째 줄\n`),
    ]);

    expect(await textsOf(mixed)).toEqual(['첫째 줄', '책', '채 4', '표A-1', line, '둘째 줄']);
  });

  it('has a single line in UTF-8 when a word is surely none of Korean', async () => {
    const korean = (text: string) => iconv.encode(text, 'cp949');

    for (const line of ['café', 'Prüfung'])
      expect(await textsOf(Buffer.concat([korean('첫째 줄\n표 1\n'), Buffer.from(line)]))).toEqual([
        '첫째 줄',
        '표 1',
        line,
      ]);
    expect(await textsOf(korean('첫째 줄\nweb책\n챕\n'))).toEqual(['첫째 줄', 'web책', '챕']);
  });

  it('keeps lines that its author broke and joins those that the margin broke', async () => {
    const full = 'This line goes on until the margin of the page stops it, as the';
    const text = `${full}\n${full}\nend.\n\nRoses are red,\nviolets are blue.`;

    expect(await textsOf(text)).toEqual([`${full} ${full} end.`, 'Roses are red,\nviolets are blue.']);
  });

  it('is refused when it is no text', async () => {
    const noise = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7_919 + at * at) % 251);

    await expect(textsOf(noise)).rejects.toMatchObject({ name: 'ReadingError' });
    await expect(textsOf('')).rejects.toMatchObject({ code: 'DAMAGED' });
  });

  it('of very many lines is read whole, also when an empty line is somewhere in it', async () => {
    const words = Array.from({ length: 200_000 }, (_, at) => `word${at}`);
    const blocks = await textsOf(`Words\n\n${words.join('\n')}`);

    expect(blocks[0]).toBe('Words');
    expect(blocks.at(-1)?.split('\n').at(-1)).toBe('word199999');
  });

  it('without any line is divided, and nothing is lost', async () => {
    const text = '모두의 교과서 '.repeat(10_000);
    const { blocks } = await readWhole(text, { filename: 'endless.txt' });

    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.map(textOf).join('')).toBe(text.trim());
  });

  it('tells its parts from where an earlier run stopped', async () => {
    const text = Array.from({ length: 250 }, (_, at) => `Paragraph ${at + 1}.`).join('\n\n');

    const { head, parts } = await readWhole(text, { filename: 'long.txt', fromPart: 3 });

    expect(head.partCount).toBe(3);
    expect(parts.map(({ number, blocks }) => [number, blocks.length])).toEqual([[3, 50]]);
  });
});

describe('languages', () => {
  it('are those of the letters, and phrases in another one are marked', async () => {
    const { head, blocks } = await readWhole('이 문단에는 The quick brown fox jumps 라는 말이 있고 PDF는 줄임말이다.', {
      filename: 'mixed.txt',
    });

    expect(head.language).toBe('ko');
    const [block] = blocks;
    const spans = block && 'spans' in block ? block.spans : [];
    expect(spans.map(({ start, end, language }) => [textOf(block!).slice(start, end), language])).toEqual([
      ['The quick brown fox jumps', 'en'],
    ]);
  });

  it('are those that the owner says, when they say one', async () => {
    expect((await readWhole('Bonjour', { filename: 'a.txt', language: 'fr' })).head.language).toBe('fr');
    expect(
      (await readWhole('The weather is lovely and we went for a long walk.', { filename: 'a.txt' })).head.language,
    ).toBe('en');
  });
});
