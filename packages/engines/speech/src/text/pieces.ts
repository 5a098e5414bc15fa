/** A stretch of text that is said in one go. */
export interface TextPiece {
  readonly text: string;
  /** Where it begins in the whole, in UTF-16 units. */
  readonly start: number;
  /** The silence after it. */
  readonly pauseMs: number;
}

interface Options {
  readonly language: string;
  readonly charsMax: number;
  /** Each sentence is a piece by itself. */
  readonly bySentence?: boolean;
}

const PARAGRAPH_PAUSE_MS = 350;
/** After a sentence that is said by itself: who says several in one go pauses between them of its own. */
const SENTENCE_PAUSE_MS = 200;
/** A sentence or two: they are heard while what follows is made. */
const FIRST_CHARS = 80;
/** Each piece may be this much longer than the one before. */
const GROWTH = 2;
const BREAK_CHARS = /[\s,;:，、；]/u;

/**
 * Divides a text into pieces of whole sentences, never across paragraphs, the first ones short; a sentence that is too long is cut at
 * a pause or space.
 */
export function* piecesOf(text: string, { language, charsMax, bySentence = false }: Options): Generator<TextPiece> {
  const segmenter = new Intl.Segmenter(safeLocale(language), { granularity: 'sentence' });
  let enough = bySentence ? 0 : Math.min(FIRST_CHARS, charsMax);
  for (const { 0: paragraph, index } of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    let [start, end] = [0, 0];
    const parts = [...segmenter.segment(paragraph)].flatMap(({ segment }) => cut(segment, charsMax));
    for (const part of parts) {
      if (end > start && end + part.length - start > enough) {
        yield { text: paragraph.slice(start, end), start: index + start, pauseMs: bySentence ? SENTENCE_PAUSE_MS : 0 };
        start = end;
        enough = Math.min(enough * GROWTH, charsMax);
      }
      end += part.length;
    }
    if (paragraph.slice(start).trim() !== '')
      yield { text: paragraph.slice(start), start: index + start, pauseMs: PARAGRAPH_PAUSE_MS };
  }
}

function cut(sentence: string, charsMax: number): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > charsMax) {
    let at = charsMax;
    while (at > charsMax / 2 && !BREAK_CHARS.test(rest.charAt(at - 1))) at -= 1;
    if (at <= charsMax / 2) at = charsMax;
    // Never between the halves of a character.
    if (/[\uD800-\uDBFF]/u.test(rest.charAt(at - 1)) && /[\uDC00-\uDFFF]/u.test(rest.charAt(at))) at -= 1;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
}

const safeLocale = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
};
