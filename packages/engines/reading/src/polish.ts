import type { Block, RichText } from './block.ts';
import { cleanBlock } from './clean.ts';
import type { DocumentPart } from './contract.ts';
import { divide } from './divide.ts';
import { markLanguages } from './text/language.ts';

/**
 * What every document goes through whatever it came from: endless blocks are divided, what can't be kept is taken out of them, a table of headings
 * alone has none, passages in other languages are marked. @throws ReadingError TOO_LARGE.
 */
export function polish(part: DocumentPart, language: string): DocumentPart {
  return {
    ...part,
    blocks: part.blocks
      .flatMap(divide)
      .flatMap(cleanBlock)
      .map(withoutLoneHeading)
      .map((block) => withLanguages(block, language)),
  };
}

/** A row with nothing below it is no heading, though it is the first; one cell of it may be, of the others. */
function withoutLoneHeading(block: Block): Block {
  if (block.kind !== 'TABLE' || block.rows.length !== 1 || !block.rows[0]?.every(({ isHeader }) => isHeader))
    return block;
  return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, isHeader: false }))) };
}

function withLanguages(block: Block, language: string): Block {
  const mark = <Text extends RichText>(text: Text): Text => ({ ...text, ...markLanguages(text, language) });
  if (block.kind === 'MATH' || block.kind === 'PAGE_BREAK') return block;
  if (block.kind === 'LIST') return { ...block, items: block.items.map(mark) };
  if (block.kind === 'TABLE') return { ...block, rows: block.rows.map((row) => row.map(mark)) };
  return mark(block);
}
