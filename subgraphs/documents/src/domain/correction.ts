import { markLanguages, PAGE_LABEL_CHARS_MAX, textOf } from '@modu/engine-reading';
import type { Block, BlockKind, RichText } from '@modu/engine-reading';
import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { toKind } from './convert-block.ts';
import { isPlainText } from './plain-text.ts';
import { withWords } from './rich-text.ts';

/** What somebody wants changed of a block; what is not said stays. */
export interface BlockChange {
  readonly kind?: BlockKind | null;
  /** Of a heading. */
  readonly level?: number | null;
  readonly text?: string | null;
  /** Which item of a list, or row and cell of a table, `text` is; a table's caption without. */
  readonly path?: readonly number[] | null;
  readonly isLeftOut?: boolean | null;
  /** As it was read; before all else. */
  readonly asRead?: boolean | null;
}

/** What can be corrected of a block. */
export interface BlockState {
  readonly block: Block;
  /** Not part of the document any more: no braille, no voice. */
  readonly isLeftOut: boolean;
  /** From 1. */
  readonly position: number;
}

export const CORRECTION_ACTS = ['CONTENT', 'MOVE', 'LEAVE_OUT', 'TAKE_IN'] as const;
export type CorrectionAct = (typeof CORRECTION_ACTS)[number];

/** One that can be taken back. */
export interface Correction {
  readonly number: number;
  readonly act: CorrectionAct;
}

/** As many can be taken back, or fewer where blocks are long: no more is kept of a document than this, as the database stores it. */
export const CORRECTIONS_KEPT = 200;
export const CORRECTIONS_BYTES_MAX = 20_000_000;
const WORDS_CHARS_MAX = 20_000;
/** What a block may grow to by corrections: every one of them reads, compares and writes all of it. */
const BLOCK_CHARS_MAX = 200_000;

const invalid = (field: keyof BlockChange, reason: string, params: Record<string, number> = {}) =>
  refuse('INVALID_INPUT', reason, { path: ['input', field], params });

/** A block as somebody wants it. `source`: as it was read. */
export function changeBlock(
  now: BlockState,
  change: BlockChange,
  { source, language }: { readonly source: Block; readonly language: string },
): BlockState | Refusal {
  const { kind, level, text, path, isLeftOut, asRead } = change;
  if (level !== null && level !== undefined && (!Number.isInteger(level) || level < 1 || level > 6))
    return invalid('level', 'correction.level', { max: 6 });
  let block: Block | Refusal = asRead ? source : now.block;
  if (text !== null && text !== undefined) block = withText(block, { text, path: path ?? [], language });
  if (isRefusal(block)) return block;
  // Whoever corrects a block is sure of it.
  const { confidence: _, ...sure } = block;
  block = sure;
  const target = kind ?? (level && block.kind === 'HEADING' ? block.kind : undefined);
  if (target) block = toKind(block, target, level);
  const words = textOf(block);
  const isEmpty = block.kind !== 'FIGURE' && words.trim() === '';
  if (isEmpty) return invalid('text', 'correction.empty');
  // What was read longer than that may be corrected all the same, only not grow.
  if (words.length > BLOCK_CHARS_MAX && words.length > textOf(now.block).length)
    return invalid('text', 'correction.whole', { max: BLOCK_CHARS_MAX });
  if (block.kind === 'PAGE_BREAK' && block.label.length > PAGE_LABEL_CHARS_MAX)
    return invalid('text', 'correction.long', { max: PAGE_LABEL_CHARS_MAX });
  const leftOut = asRead ? false : now.isLeftOut;
  return { ...now, block, isLeftOut: isLeftOut ?? leftOut };
}

interface NewWords {
  readonly text: string;
  readonly path: readonly number[];
  readonly language: string;
}

function withText(block: Block, { text, path, language }: NewWords): Block | Refusal {
  if (text.length > WORDS_CHARS_MAX) return invalid('text', 'correction.long', { max: WORDS_CHARS_MAX });
  if (!isPlainText(text)) return invalid('text', 'text.characters');
  const words = <Text extends RichText>(one: Text): Text => ({
    ...one,
    ...markLanguages(withWords(one, text), language),
  });
  const [first, second] = path;
  if (block.kind === 'LIST') {
    if (path.length !== 1 || !block.items[first!]) return invalid('path', 'correction.path');
    return { ...block, items: block.items.map((item, at) => (at === first ? words(item) : item)) };
  }
  if (block.kind === 'TABLE') {
    if (path.length === 0) return { ...block, caption: text || null };
    if (path.length !== 2 || !block.rows[first!]?.[second!]) return invalid('path', 'correction.path');
    const rows = block.rows.map((row, at) =>
      at === first ? row.map((cell, place) => (place === second ? words(cell) : cell)) : row,
    );
    return { ...block, rows };
  }
  if (path.length > 0) return invalid('path', 'correction.path');
  if (block.kind === 'PAGE_BREAK') return { ...block, label: text };
  return block.kind === 'MATH' ? { ...block, text } : words(block);
}

/** What a change did, for who wants to take it back. */
export function actOf(before: BlockState, after: BlockState): CorrectionAct {
  if (before.position !== after.position) return 'MOVE';
  if (before.isLeftOut === after.isLeftOut) return 'CONTENT';
  return after.isLeftOut ? 'LEAVE_OUT' : 'TAKE_IN';
}
