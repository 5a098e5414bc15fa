import type { RichText } from '@modu/engine-reading';
import { wordsOf } from './convert-block.ts';
import type { OutlineEntry, PlacedBlock } from './document.ts';
import { beginningOf } from './plain-text.ts';
import { sayMath } from './say-math.ts';

/** A stretch of a document that becomes one file. */
export interface TextChapter {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** Of the first and last block in it. */
  readonly from: number;
  readonly to: number;
}

/** More than this is divided: an hour or two of speech, or less than half of one where nothing is compressed. */
export const chapterCharsMax = (format: 'MP3' | 'OPUS' | 'WAV'): number => (format === 'WAV' ? 10_000 : 50_000);

/** The headings at which chapters begin: the highest level that divides the document at all; 0 when none does. */
export function chapterLevelOf(outline: readonly Pick<OutlineEntry, 'level'>[]): number {
  for (let level = 1; level <= 6; level++)
    if (outline.filter((entry) => entry.level === level).length > 1) return level;
  return 0;
}

/** What is said of a block. Where a page of print begins is not; what stands beside each other in a table is. Formulas are said in words. */
function spoken({ block }: PlacedBlock, language: string): string {
  if (block.kind === 'PAGE_BREAK') return '';
  const words = withMathSaid(wordsOf(block), language);
  if (block.kind === 'NOTE') return `${block.label} ${words}`.trim();
  // What stands for a picture may be its caption: that is said once.
  if (block.kind === 'FIGURE') return [...new Set([block.caption ?? '', words])].filter((one) => one !== '').join('\n');
  return words.replaceAll('\t', ', ');
}

function withMathSaid({ text, spans }: RichText, language: string): string {
  let [said, done] = ['', 0];
  for (const { start, end, math } of spans.toSorted((a, b) => a.start - b.start)) {
    if (!math || start < done) continue;
    said += text.slice(done, start) + sayMath(text.slice(start, end), language);
    done = end;
  }
  return said + text.slice(done);
}

const TITLE_CHARS_MAX = 200;

interface Options {
  /** See `chapterLevelOf`. */
  readonly level: number;
  readonly charsMax: number;
  /** Of the document: what the part before the first chapter is called. */
  readonly title: string;
  /** In which formulas are said. */
  readonly language: string;
  /** Whether the voice says anything of a text. A chapter of which it says nothing is none. */
  readonly isSaid: (text: string) => boolean;
}

/** Divides a document into chapters, one at a time as its blocks come. The same document always gives the same ones. */
export async function* chaptersOf(
  blocks: AsyncIterable<PlacedBlock>,
  { level, charsMax, title: whole, language, isSaid }: Options,
): AsyncGenerator<TextChapter> {
  let number = 0;
  let open = { title: whole, parts: [] as string[], chars: 0, from: 1, to: 0 };
  const close = (): TextChapter[] => {
    const { parts, from, to, title } = open;
    if (!parts.some(isSaid)) return [];
    number += 1;
    return [{ number, title, text: parts.join('\n'), from, to }];
  };
  for await (const placed of blocks) {
    const { position, block } = placed;
    const begins = block.kind === 'HEADING' && block.level <= level;
    for (const part of slices(spoken(placed, language), charsMax)) {
      const isFull = open.chars > 0 && open.chars + part.length > charsMax;
      if ((begins && open.to < position) || isFull) {
        yield* close();
        const title = begins
          ? beginningOf(block.text.replaceAll(/\s+/g, ' ').trim(), TITLE_CHARS_MAX) || whole
          : open.title;
        open = { title, parts: [], chars: 0, from: position, to: position };
      }
      open.parts.push(part);
      open.chars += part.length;
      open.to = position;
    }
  }
  yield* close();
}

function slices(text: string, charsMax: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + charsMax;
    // Never between the halves of a character.
    const isHalf = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    parts.push(text.slice(at, isHalf ? end - 1 : end));
    at = isHalf ? end - 1 : end;
  }
  return parts;
}
