import type { RecognisedLine } from './recogniser.ts';

const WORD_LEVEL = '5';

/** What `tesseract … tsv` writes, as lines: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTsv(tsv: string): RecognisedLine[] {
  const lines = new Map<string, { words: string[]; confidences: number[]; height: number; paragraph: number }>();
  const paragraphs = new Map<string, number>();
  for (const row of tsv.split('\n').slice(1)) {
    const [level, , block, paragraph, line, , , , , height, confidence, ...rest] = row.split('\t');
    const text = rest.join(' ').trim();
    if (level !== WORD_LEVEL || text === '') continue;
    const owner = `${block}.${paragraph}`;
    if (!paragraphs.has(owner)) paragraphs.set(owner, paragraphs.size);
    const place = `${owner}.${line}`;
    const known = lines.get(place) ?? { words: [], confidences: [], height: 0, paragraph: paragraphs.get(owner) ?? 0 };
    known.words.push(text);
    known.confidences.push(Number(confidence) / 100);
    known.height = Math.max(known.height, Number(height));
    lines.set(place, known);
  }
  return [...lines.values()].map(({ words, confidences, height, paragraph }) => ({
    text: words.join(' '),
    confidence: Math.max(0, Math.min(1, confidences.reduce((sum, one) => sum + one, 0) / confidences.length)),
    height,
    paragraph,
  }));
}
