/** Cells of a line that came from one piece of print. */
export interface ProofPiece {
  readonly at: number;
  readonly length: number;
  readonly blockId: string | null;
  readonly path: readonly number[];
  readonly start: number;
  readonly end: number;
  /** Why the regulation does not settle it. */
  readonly undecided: string | null;
}

export interface ProofLine {
  readonly cells: string;
  readonly pieces: readonly ProofPiece[];
}

/** Where the cursor of both sides stands: a piece of a line. */
export interface ProofPlace {
  readonly line: number;
  readonly piece: number;
}

/** A place in print: a character of a block, or of an item or cell in it. */
export interface PrintPlace {
  readonly blockId: string;
  readonly path: readonly number[];
  readonly offset: number;
}

export type Step = 'next' | 'previous' | 'up' | 'down' | 'lineStart' | 'lineEnd' | 'first' | 'last';

const KEYS: Readonly<Record<string, Step>> = {
  ...{ ArrowRight: 'next', ArrowLeft: 'previous', ArrowUp: 'up', ArrowDown: 'down' },
  ...{ Home: 'lineStart', End: 'lineEnd', 'ctrl+Home': 'first', 'ctrl+End': 'last' },
};

/** The step that a key means; undefined for keys that are not ours. */
export const stepOf = ({ key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean }): Step | undefined =>
  KEYS[ctrlKey ? `ctrl+${key}` : key];

/** The first piece of the page. */
export function firstPlace(lines: readonly ProofLine[]): ProofPlace | null {
  const line = lines.findIndex(({ pieces }) => pieces.length > 0);
  return line < 0 ? null : { line, piece: 0 };
}

/** Where a step leads; it stays where it is at the edge of the page. */
export function movePlace(lines: readonly ProofLine[], place: ProofPlace, step: Step): ProofPlace {
  const { line, piece } = place;
  const own = lines[line]?.pieces ?? [];
  if (step === 'lineStart') return { line, piece: 0 };
  if (step === 'lineEnd') return { line, piece: Math.max(0, own.length - 1) };
  if (step === 'first') return firstPlace(lines) ?? place;
  if (step === 'last') return lastPlace(lines) ?? place;
  if (step === 'next' && piece + 1 < own.length) return { line, piece: piece + 1 };
  if (step === 'previous' && piece > 0) return { line, piece: piece - 1 };
  const isForward = step === 'next' || step === 'down';
  const other = neighbour(lines, line, isForward ? 1 : -1);
  if (other === undefined) return place;
  const pieces = lines[other]?.pieces ?? [];
  if (step === 'next') return { line: other, piece: 0 };
  if (step === 'previous') return { line: other, piece: pieces.length - 1 };
  return { line: other, piece: nearest(pieces, own[piece]?.at ?? 0) };
}

/** The first or last piece of the page. */
export const edgePlace = (lines: readonly ProofLine[], edge: 'first' | 'last'): ProofPlace | null =>
  edge === 'first' ? firstPlace(lines) : lastPlace(lines);

/** The next or the previous place that the regulation leaves open, round the page; null where there is none. */
export function openPlaces(lines: readonly ProofLine[], from: ProofPlace | null, by: 1 | -1): ProofPlace | null {
  const open = lines.flatMap(({ pieces }, line) =>
    pieces.flatMap(({ undecided }, piece) => (undecided === null ? [] : [{ line, piece }])),
  );
  if (!from) return open[0] ?? null;
  const order = (one: ProofPlace) => one.line - from.line || one.piece - from.piece;
  if (by > 0) return open.find((one) => order(one) > 0) ?? open[0] ?? null;
  return open.findLast((one) => order(one) < 0) ?? open.at(-1) ?? null;
}

/** Which share of a block's pieces no rule leaves open; null for what only braille has. */
export function sureShare(lines: readonly ProofLine[], blockId: string | null): number | null {
  if (blockId === null) return null;
  const own = lines.flatMap(({ pieces }) => pieces).filter((piece) => piece.blockId === blockId);
  return own.length === 0 ? null : own.filter(({ undecided }) => undecided === null).length / own.length;
}

function lastPlace(lines: readonly ProofLine[]): ProofPlace | null {
  const line = lines.findLastIndex(({ pieces }) => pieces.length > 0);
  return line < 0 ? null : { line, piece: (lines[line]?.pieces.length ?? 1) - 1 };
}

function neighbour(lines: readonly ProofLine[], from: number, by: 1 | -1): number | undefined {
  for (let at = from + by; at >= 0 && at < lines.length; at += by) if ((lines[at]?.pieces.length ?? 0) > 0) return at;
  return undefined;
}

const nearest = (pieces: readonly ProofPiece[], at: number): number => {
  const found = pieces.findIndex((piece) => piece.at + piece.length > at);
  return found < 0 ? pieces.length - 1 : found;
};

/** The piece that a character of print became; null when the page does not show it. */
export function placeOfPrint(lines: readonly ProofLine[], { blockId, path, offset }: PrintPlace): ProofPlace | null {
  for (const [line, { pieces }] of lines.entries()) {
    const piece = pieces.findIndex(
      (one) => one.blockId === blockId && String(one.path) === String(path) && one.start <= offset && offset < one.end,
    );
    if (piece >= 0) return { line, piece };
  }
  return null;
}
