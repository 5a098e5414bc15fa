import { shifted } from '../shifted.ts';
import type { Shift } from '../shifted.ts';
import type { Piece } from './page-text.ts';

/** Pieces that belong together on one line: what no wide gap divides. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Those of its letters. */
  readonly fonts: readonly string[];
  /** Which of its letters are in which, in UTF-16 units of `text`; where they are not said, all are alike. */
  readonly runs: readonly { readonly start: number; readonly end: number; readonly font: string }[];
  readonly confidence?: number;
  /** Passages that lead somewhere, in UTF-16 units of `text`. */
  readonly links: readonly { readonly start: number; readonly end: number; readonly link: string }[];
}

/** All segments on one baseline, from left to right. */
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
  /** All of it is in a font whose letters are as wide. */
  readonly isMono: boolean;
}

/** Share of the font's size: pieces this close stand on one line. */
const BASELINE_SHARE = 0.4;
/** A gap this wide divides columns or cells; a space is about a quarter. */
const GAP_SHARE = 1.6;
/** A gap this wide is a space that nobody wrote. */
const SPACE_SHARE = 0.15;
/** Shares of the size of a line: letters this small, so far above or below it, are raised or lowered. */
const SHIFTED_SIZE_MAX = 0.85;
const RAISED_SHARE = 0.2;
const LOWERED_SHARE = 0.08;
/** One character that no font maps to a letter. */
const UNMAPPED_SIGN = /^\s*[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]\s*$/;

/** A page is looked at again and again, for the style of the whole and for itself. */
const known = new WeakMap<readonly Piece[], readonly Row[]>();

/** The lines of a page, from top to bottom. */
export function toRows(pieces: readonly Piece[]): readonly Row[] {
  const rows = known.get(pieces) ?? gatherRows(pieces);
  known.set(pieces, rows);
  return rows;
}

function gatherRows(pieces: readonly Piece[]): Row[] {
  const sorted = pieces
    .filter(({ text }) => text.trim() !== '' || text === ' ')
    .toSorted((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  let base = { y: 0, size: 0 };
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(base.y - piece.y) <= Math.max(base.size, piece.size) * BASELINE_SHARE) row.push(piece);
    else rows.push([piece]);
    // A raised number comes first, and is not what the line stands on.
    if (rows.at(-1)!.length === 1 || piece.size > base.size) base = piece;
  }
  return rows.flatMap((row) => {
    const segments = toSegments(withBullet(row.toSorted((a, b) => a.x - b.x)));
    const [widest] = segments.toSorted((a, b) => b.text.length - a.text.length);
    const isMono = row.every((piece) => piece.isMono === true || piece.text.trim() === '');
    return widest ? [{ y: widest.y, size: widest.size, segments, isMono }] : [];
  });
}

/** Fonts of signs map them to no character: one alone at the beginning of a line is a bullet. */
function withBullet(row: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = row;
  const isSign = first && rest.length > 0 && UNMAPPED_SIGN.test(first.text);
  return isSign ? [{ ...first, text: '• ' }, ...rest] : row;
}

function toSegments(row: readonly Piece[]): Segment[] {
  const groups: Piece[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of row) {
    const isBlank = piece.text.trim() === '';
    const group = groups.at(-1);
    const isOfOtherCell = group !== undefined && group[0]!.cell !== piece.cell;
    if (!group || isOfOtherCell || piece.x - right > piece.size * GAP_SHARE) {
      if (!isBlank) groups.push([piece]);
    } else group.push(piece);
    if (!isBlank) right = Math.max(right, piece.x + piece.width);
  }
  return groups.map(joinPieces).filter(({ text }) => text !== '');
}

/** How sure several pieces are together, by their lengths; nothing where none says it. */
export function sureness(pieces: readonly Pick<Segment, 'text' | 'confidence'>[]): { readonly confidence?: number } {
  let [chars, sum] = [0, 0];
  for (const { text, confidence } of pieces) {
    if (confidence === undefined) continue;
    chars += text.length;
    sum += confidence * text.length;
  }
  return chars === 0 ? {} : { confidence: sum / chars };
}

/** Smaller letters above or below the line that most of it stands on. */
function shiftOf({ y, size }: Piece, line: Piece): Shift | null {
  if (size > line.size * SHIFTED_SIZE_MAX) return null;
  if (y - line.y > line.size * RAISED_SHARE) return 'UP';
  return line.y - y > line.size * LOWERED_SHARE ? 'DOWN' : null;
}

function joinPieces(pieces: readonly Piece[]): Segment {
  const [first] = pieces as [Piece];
  // Of most of it: a bullet or a raised number is no measure of the line.
  const [longest] = pieces.toSorted((a, b) => b.text.trim().length - a.text.trim().length) as [Piece];
  let text = '';
  let right = first.x;
  const links: { start: number; end: number; link: string }[] = [];
  const runs: { start: number; end: number; font: string }[] = [];
  for (const piece of pieces) {
    const needsSpace =
      text !== '' && !/\s$/.test(text) && !/^\s/.test(piece.text) && piece.x - right > piece.size * SPACE_SHARE;
    if (needsSpace) text += ' ';
    const start = text.length;
    const shift = shiftOf(piece, longest);
    const words = shift ? shifted(piece.text, shift) : piece.text;
    text += words.normalize('NFC').replaceAll(/\s+/g, ' ');
    // The space that a reader puts between two words is as wide as the gap.
    if (piece.text.trim() !== '') right = Math.max(right, piece.x + piece.width);
    const run = runs.at(-1);
    if (run?.font === piece.font && run) run.end = text.length;
    else if (piece.font && piece.text.trim() !== '') runs.push({ start, end: text.length, font: piece.font });
    const last = links.at(-1);
    if (piece.link && last?.link === piece.link) last.end = text.length;
    else if (piece.link) links.push({ start, end: text.length, link: piece.link });
  }
  const { size } = longest;
  const fonts = [...new Set(pieces.flatMap((piece) => (piece.font && piece.text.trim() !== '' ? [piece.font] : [])))];
  return { text: text.trimEnd(), x: first.x, right, y: first.y, size, fonts, runs, links, ...sureness(pieces) };
}
