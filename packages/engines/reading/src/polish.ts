import type { Block, RichText } from './block.ts';
import type { DocumentPart } from './contract.ts';
import { markLanguages } from './text/language.ts';

/** One block holds at most this much; what is longer is divided, so that a file without an end of line is no block of 100 MB. */
const BLOCK_CHARS_MAX = 20_000;

/** What every document goes through whatever it came from: passages in other languages are marked, endless blocks divided. */
export function polish({ number, blocks }: DocumentPart, language: string): DocumentPart {
  return { number, blocks: blocks.flatMap(divide).map((block) => withLanguages(block, language)) };
}

function withLanguages(block: Block, language: string): Block {
  const mark = <Text extends RichText>(text: Text): Text => ({ ...text, ...markLanguages(text, language) });
  if (block.kind === 'MATH' || block.kind === 'PAGE_BREAK') return block;
  if (block.kind === 'LIST') return { ...block, items: block.items.map(mark) };
  if (block.kind === 'TABLE') return { ...block, rows: block.rows.map((row) => row.map(mark)) };
  return mark(block);
}

function divide(block: Block): Block[] {
  if (!('spans' in block) || block.text.length <= BLOCK_CHARS_MAX) return [block];
  const pieces: Block[] = [];
  for (let start = 0; start < block.text.length;) {
    const end = endOfPiece(block.text, start);
    const spans = block.spans.flatMap((span) =>
      span.end <= start || span.start >= end
        ? []
        : [{ ...span, start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start }],
    );
    pieces.push({ ...block, text: block.text.slice(start, end), spans });
    start = end;
  }
  return pieces;
}

/** After a sentence, a line or a word where there is one; never inside a character. */
function endOfPiece(text: string, start: number): number {
  const hard = Math.min(text.length, start + BLOCK_CHARS_MAX);
  if (hard === text.length) return hard;
  const stretch = text.slice(start, hard);
  const soft = Math.max(stretch.lastIndexOf('. '), stretch.lastIndexOf('\n'), stretch.lastIndexOf(' '));
  if (soft > BLOCK_CHARS_MAX / 2) return start + soft + 1;
  return /[\ud800-\udbff]/.test(text[hard - 1] ?? '') ? hard - 1 : hard;
}
