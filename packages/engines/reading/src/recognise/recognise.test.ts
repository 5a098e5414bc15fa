import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFaxPdf } from '../../testing/fax-scan.ts';
import { makeScan, makeScannedPdf, makeUnmappedPdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';
import type { DocumentPart } from '../contract.ts';
import { createReader } from '../reader.ts';
import { toPageBlocks } from '../pdf/page-blocks.ts';
import { parseTsv } from './parse-tsv.ts';
import { createJsRecogniser } from './js-recogniser.ts';
import { lettersOf, lookTwice, textOfLine } from './recogniser.ts';
import type { RecognisedLine } from './recogniser.ts';
import { scanStyle, toScanText } from './scan-text.ts';
import { createSystemRecogniser, hasSystemTesseract } from './system-recogniser.ts';

const folder = mkdtempSync(join(tmpdir(), 'modu-recognise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Place {
  readonly x?: number;
  readonly y?: number;
  readonly height?: number;
  readonly confidence?: number;
}

/** A line as it lies on a page of 1240 × 1754 dots; a letter of Hangul is as wide as it is high, others half as wide. */
function line(text: string, { x = 110, y = 400, height = 30, confidence = 0.9 }: Place = {}): RecognisedLine {
  let right = x - height / 3;
  const words = text.split(' ').map((word) => {
    const left = right + height / 3;
    right = left + [...word].reduce((sum, char) => sum + (/[가-힣]/.test(char) ? height : height / 2), 0);
    return { text: word, left, right, confidence };
  });
  return { words, bottom: y, height };
}
/** Lines one below the other. */
const lines = (texts: readonly string[], { x = 110, y = 400 }: Place = {}) =>
  texts.map((text, at) => line(text, { x, y: y + at * 45 }));

const PAGE = Buffer.alloc(24);
PAGE.writeUInt32BE(1_754, 20);
const blocksOf = (recognised: readonly RecognisedLine[]) =>
  toPageBlocks(toScanText(1, PAGE, recognised), scanStyle([]), null).slice(1);
const TIMEOUT_MS = 120_000;

describe('lines that were recognised', () => {
  it('become headings by their size, lists by their marks, paragraphs by their place', () => {
    const blocks = blocksOf([
      line('빛과 그림자', { y: 300, height: 54 }),
      line('빛은 곧게 나아가다가 물체를', { y: 400 }),
      line('만나면 그림자를 남긴다.', { y: 445, height: 31, confidence: 0.5 }),
      line('1. 해', { y: 560 }),
      line('2. 달', { y: 605 }),
      line('Light is a wave of elec-', { y: 720 }),
      line('tric fields.', { y: 765 }),
    ]);
    expect(blocks).toMatchObject([
      { kind: 'HEADING', level: 1, text: '빛과 그림자', confidence: 0.9 },
      { kind: 'PARAGRAPH', text: '빛은 곧게 나아가다가 물체를 만나면 그림자를 남긴다.' },
      { kind: 'LIST', isOrdered: true, items: [{ marker: '1.', text: '해' }, { text: '달' }] },
      { kind: 'PARAGRAPH', text: 'Light is a wave of electric fields.' },
    ]);
    expect(blocks[1]?.confidence).toBeCloseTo(0.73, 1);
    expect(blocksOf([])).toEqual([]);
  });

  it('become tables where their words stand below each other, as sure as their cells', () => {
    const rows = [
      ['이름', '나이', '사는 곳'],
      ['민수', '7', '서울'],
      ['영희', '12', '부산'],
      ['철수', '9', '대구'],
    ];
    const cells = rows.flatMap((row, at) =>
      row.map((text, column) =>
        line(text, { x: 110 + column * 350, y: 500 + at * 45, confidence: at === 0 ? 1 : 0.8 }),
      ),
    );

    const [before, table] = blocksOf([line('다음 표를 보자.', { y: 400 }), ...cells]);

    expect(before).toMatchObject({ kind: 'PARAGRAPH', text: '다음 표를 보자.' });
    expect(table?.kind === 'TABLE' && table.rows.map((row) => row.map(({ text }) => text))).toEqual(rows);
    expect(table?.confidence).toBeGreaterThan(0.8);
    expect(table?.confidence).toBeLessThan(1);
  });

  it('are read column by column, what goes across both columns first', () => {
    const left = Array.from({ length: 6 }, (_, n) => `왼쪽 기둥의 글은 여기 ${n} 끝난다`);
    const right = Array.from({ length: 6 }, (_, n) => `오른쪽 기둥의 글은 또 ${n} 이어진다`);
    const title = line('두 기둥을 가로지르는 긴 제목이 이 자리에 있다', { x: 200, y: 300 });

    const text = blocksOf([title, ...lines(right, { x: 680 }), ...lines(left)])
      .map(textOf)
      .join(' ');

    expect(text).toBe([title.words.map((word) => word.text).join(' '), ...left, ...right].join(' '));
  });

  it('are looked for in another way when a page says little, and the surer way is taken', async () => {
    const seen: string[] = [];
    const few = await lookTwice((mode) => {
      seen.push(mode);
      return Promise.resolve(mode === 'BLOCK' ? [line('제목'), line('글')] : [line('글')]);
    });
    expect([seen, few.length]).toEqual([['COLUMNS', 'BLOCK'], 2]);
    const many = await lookTwice((mode) => Promise.resolve(mode === 'COLUMNS' ? [line('a '.repeat(50))] : []));
    expect(many).toHaveLength(1);
  });

  it('are read from what tesseract writes', () => {
    const row = (...cells: (string | number)[]) => cells.join('\t');
    const tsv = [
      row(
        'level',
        'page_num',
        'block_num',
        'par_num',
        'line_num',
        'word_num',
        'left',
        'top',
        'width',
        'height',
        'conf',
        'text',
      ),
      row(1, 1, 0, 0, 0, 0, 0, 0, 100, 100, -1, ''),
      row(5, 1, 1, 1, 1, 1, 0, 0, 10, 20, 90, '빛은'),
      row(5, 1, 1, 1, 1, 2, 12, 0, 10, 22, 70, '곧게'),
      row(5, 1, 1, 2, 1, 1, 0, 40, 10, 20, 96.5, '끝.'),
    ].join('\n');
    const [first, second] = parseTsv(tsv);
    expect(first).toMatchObject({
      bottom: 22,
      height: 22,
      words: [{ text: '빛은', left: 0, right: 10 }, { text: '곧게' }],
    });
    expect(first?.words.map(({ confidence }) => confidence)).toEqual([0.9, 0.7]);
    expect(second).toMatchObject({ bottom: 60, words: [{ text: '끝.', confidence: 0.965 }] });
  });

  it('are of languages whose letters are known', () => {
    expect([lettersOf('ko-KR'), lettersOf(null), lettersOf('und'), lettersOf('en-GB'), lettersOf('ja')]).toEqual([
      ...['kor+eng', 'kor+eng', 'kor+eng', 'eng'],
      undefined,
    ]);
  });
});

async function readByReader(content: Buffer, filename: string, fromPart = 1, language: string | null = null) {
  const path = join(folder, filename);
  writeFileSync(path, content);
  const parts: DocumentPart[] = [];
  const reader = createReader({ openRecogniser: createJsRecogniser, partTimeoutMs: 100_000 });
  await reader.read(
    { path, filename, language, fromPart, recognise: true },
    {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      onHead: () => Promise.resolve(),
      onParts: (told) => Promise.resolve(void parts.push(...told)),
    },
  );
  return parts;
}

const KOREAN = ['빛은 곧게 나아간다. 그래서 물체 뒤에 그림자가 생긴다.', 'Light travels in straight lines.'];
const likeness = (text: string, wanted: string) => {
  const there = [...wanted.replaceAll(' ', '')];
  return there.filter((char) => text.includes(char)).length / there.length;
};

describe('a picture of a page', () => {
  it('is read in Korean and English with its table, and says how sure it is', { timeout: TIMEOUT_MS }, async () => {
    const rows = [
      ['Name', 'Height', 'Town'],
      ['Minsu', '147', 'Seoul'],
      ['Younghee', '152', 'Busan'],
      ['Chulsoo', '149', 'Daegu'],
    ];
    const table = rows.flatMap((row, at) =>
      row.map((text, column) => [text, 32, { x: 110 + column * 330, y: 700 + at * 60 }] as const),
    );
    const [part] = await readByReader(await makeScan([['빛과 그림자', 60], ...KOREAN, ...table]), 'page.png');

    const text = part!.blocks.map(textOf).join(' ');
    expect(likeness(text, KOREAN.join(' '))).toBeGreaterThan(0.9);
    const found = part!.blocks.find((block) => block.kind === 'TABLE');
    expect(found?.rows.map((row) => row.map((cell) => cell.text))).toEqual(rows);
    expect(part!.blocks.every(({ confidence }) => confidence !== undefined && confidence > 0.5)).toBe(true);
  });

  it('that shows no letters, is broken or is far too large is refused by its page', async () => {
    const recognise = () => Promise.resolve([]);
    const failure = (bytes: Buffer, filename: string) =>
      readWhole(bytes, { filename, recognise }).catch((error: unknown) => error);
    const picture = await makeScan([]);
    expect(await failure(picture, 'a.png')).toMatchObject({ code: 'NO_TEXT', page: 1 });
    expect(await failure(picture.subarray(0, picture.length / 2), 'a.png')).toMatchObject({ code: 'DAMAGED', page: 1 });
    const bomb = Buffer.from(picture);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(['TOO_LARGE', 'DAMAGED']).toContain(((await failure(bomb, 'a.png')) as { code: string }).code);
    expect(await readWhole(picture, { filename: 'a.png' }).catch((error: unknown) => error)).toMatchObject({
      code: 'NO_TEXT',
    });
  });
});

describe('a scanner’s file of several pages', () => {
  const scanned = async () => {
    const pages = await Promise.all(['one', 'two', 'three'].map(() => makeScan([])));
    return sharp(pages, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
  };
  const heads = (seen: number[] = []) => ({
    seen,
    recognise: () => {
      seen.push(seen.length + 1);
      return Promise.resolve([
        line('빛의 책', { y: 80 }),
        line(`${'가나다'[seen.length - 1]} 글은 이렇게 이어진다.`, { y: 500 }),
      ]);
    },
  });

  it('is read page by page, without its running heads, each page drawn once', async () => {
    const { seen, recognise } = heads();
    const { head, parts } = await readWhole(await scanned(), { filename: 'scan.tif', recognise });

    expect(head).toMatchObject({ format: 'PICTURE', language: 'ko', pageCount: 3, partCount: 3 });
    expect(parts.map(({ number, blocks }) => [number, ...blocks.map(textOf)])).toEqual([
      [1, '1', '가 글은 이렇게 이어진다.'],
      [2, '2', '나 글은 이렇게 이어진다.'],
      [3, '3', '다 글은 이렇게 이어진다.'],
    ]);
    expect(seen).toHaveLength(3);
  });

  it('names the page that is broken, and what was cut short', async () => {
    const whole = await scanned();
    const failure = (bytes: Buffer) =>
      readWhole(bytes, { filename: 'scan.tif', recognise: heads().recognise }).catch((error: unknown) => error);

    expect(await failure(whole.subarray(0, 200))).toMatchObject({ code: 'DAMAGED', page: 1 });
    const broken = Buffer.from(whole);
    broken.fill(0xff, Math.floor(whole.length * 0.45), Math.floor(whole.length * 0.55));
    expect(await failure(broken)).toMatchObject({ code: 'DAMAGED', page: expect.any(Number) as number });
  });
});

describe('a PDF without text', () => {
  it('loses the running heads and numbers at the margins of its pages; a number is the page’s label', async () => {
    const pages = await Promise.all(Array.from({ length: 4 }, () => makeScan([], 'jpeg')));
    let page = 0;
    const recognise = (png: Uint8Array) => {
      page += 1;
      const height = new DataView(png.buffer, png.byteOffset).getUint32(20);
      // Left and right pages have heads of their own; a first line is none.
      const head = page % 2 === 1 ? '빛의 책' : '첫째 마당';
      const edges = [line(head, { y: 80 }), line(`- ${page + 6} -`, { x: 600, y: height - 60 })];
      return Promise.resolve([...edges, line(`${'가나다라'[page - 1]} 글은 이렇게 이어진다.`, { y: 500 })]);
    };

    const { blocks } = await readWhole(makeScannedPdf(pages), { filename: 'scan.pdf', recognise });

    expect(blocks.map(textOf)).toEqual(
      ['가', '나', '다', '라'].flatMap((name, at) => [String(at + 7), `${name} 글은 이렇게 이어진다.`]),
    );
    expect(page).toBe(4);
  });

  it(
    'that was scanned is read page by page, from the page where an earlier run stopped',
    { timeout: TIMEOUT_MS },
    async () => {
      const pages = [
        await makeScan(['The first page says this.'], 'jpeg'),
        await makeScan(['Another page says that.'], 'jpeg'),
      ];
      const parts = await readByReader(makeScannedPdf(pages), 'scan.pdf', 2, 'en');

      expect(parts.map(({ number }) => number)).toEqual([2]);
      expect(parts[0]!.blocks.map(textOf)).toEqual(['2', 'Another page says that.']);
      expect(parts[0]!.blocks[1]).toMatchObject({ page: 2, kind: 'PARAGRAPH' });
    },
  );

  it('that an office scanned, packed as a fax, is read within its walls', { timeout: TIMEOUT_MS }, async () => {
    const [part] = await readByReader(makeFaxPdf(), 'fax.pdf', 1, 'en');
    expect(part?.blocks.map(textOf).join(' ')).toContain('THE HOUSE IS WARM');
  });

  it(
    'or whose font maps no letter is refused by its page, and read when somebody wants its picture read',
    { timeout: TIMEOUT_MS },
    async () => {
      const file = makeUnmappedPdf(['THELITTLEHILL', 'FELLTHELEFT']);
      expect(await readWhole(file, { filename: 'a.pdf' }).catch((error: unknown) => error)).toMatchObject({
        code: 'NO_TEXT',
        page: 1,
      });

      const [part] = await readByReader(file, 'unmapped.pdf', 1, 'en');

      const text = part!.blocks.map(textOf).join(' ').replaceAll(' ', '');
      expect(text).toContain('HILL');
    },
  );
});

describe.runIf(hasSystemTesseract())('the machine’s own tesseract', () => {
  it('finds the same', { timeout: TIMEOUT_MS }, async () => {
    const lines = await createSystemRecogniser().recognise(await makeScan(KOREAN), 'kor+eng');
    expect(likeness(lines.map(textOfLine).join(' '), KOREAN.join(' '))).toBeGreaterThan(0.9);
  });
});
