import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeScan, makeScannedPdf, makeUnmappedPdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';
import type { DocumentPart } from '../contract.ts';
import { createReader } from '../reader.ts';
import { linesToBlocks } from './lines-to-blocks.ts';
import { parseTsv } from './parse-tsv.ts';
import { createJsRecogniser } from './js-recogniser.ts';
import { lettersOf, lookTwice } from './recogniser.ts';
import type { RecognisedLine } from './recogniser.ts';
import { createSystemRecogniser, hasSystemTesseract } from './system-recogniser.ts';

const folder = mkdtempSync(join(tmpdir(), 'modu-recognise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = (text: string, paragraph = 0, height = 30, confidence = 0.9): RecognisedLine => ({
  ...{ text, paragraph, height, confidence },
});
const TIMEOUT_MS = 120_000;

describe('lines that were recognised', () => {
  it('become headings by their size, lists by their marks, paragraphs by their place', () => {
    const lines = [
      line('빛과 그림자', 0, 54),
      line('빛은 곧게 나아가다가 물체를', 1),
      line('만나면 그림자를 남긴다.', 1, 31, 0.5),
      line('1. 해', 2),
      line('2. 달', 2),
      line('Light is a wave of elec-', 3),
      line('tric fields.', 3),
    ];
    expect(linesToBlocks(lines)).toMatchObject([
      { kind: 'HEADING', level: 1, text: '빛과 그림자', confidence: 0.9 },
      { kind: 'PARAGRAPH', text: '빛은 곧게 나아가다가 물체를 만나면 그림자를 남긴다.' },
      { kind: 'LIST', isOrdered: true, items: [{ marker: '1.', text: '해' }, { text: '달' }] },
      { kind: 'PARAGRAPH', text: 'Light is a wave of electric fields.' },
    ]);
    expect(linesToBlocks(lines)[1]?.confidence).toBeLessThan(0.8);
    expect(linesToBlocks([])).toEqual([]);
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
    expect(first).toMatchObject({ text: '빛은 곧게', height: 22, paragraph: 0 });
    expect(first?.confidence).toBeCloseTo(0.8);
    expect(second).toMatchObject({ text: '끝.', paragraph: 1 });
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
  it('is read in Korean and English, and says how sure it is', { timeout: TIMEOUT_MS }, async () => {
    const [part] = await readByReader(await makeScan([['빛과 그림자', 60], ...KOREAN]), 'page.png');

    const text = part!.blocks.map(textOf).join(' ');
    expect(likeness(text, KOREAN.join(' '))).toBeGreaterThan(0.9);
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

describe('a PDF without text', () => {
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
    expect(likeness(lines.map(({ text }) => text).join(' '), KOREAN.join(' '))).toBeGreaterThan(0.9);
  });
});
