import type { RecognisedLine, RecognisedWord } from './recogniser.ts';

const WORD_LEVEL = '5';

/** What `tesseract … tsv` writes, as lines: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTsv(tsv: string): RecognisedLine[] {
  const lines = new Map<string, { words: RecognisedWord[]; bottom: number; height: number }>();
  for (const row of tsv.split('\n').slice(1)) {
    const [level, , block, paragraph, line, , ...cells] = row.split('\t');
    const text = cells.slice(5).join(' ').trim();
    if (level !== WORD_LEVEL || text === '') continue;
    const [left = 0, top = 0, width = 0, height = 0, percent = 0] = cells.slice(0, 5).map(Number);
    const place = `${block}.${paragraph}.${line}`;
    const known = lines.get(place) ?? { words: [], bottom: 0, height: 0 };
    known.words.push({ text, left, right: left + width, confidence: Math.max(0, Math.min(1, percent / 100)) });
    known.height = Math.max(known.height, height);
    known.bottom = Math.max(known.bottom, top + height);
    lines.set(place, known);
  }
  return [...lines.values()];
}
