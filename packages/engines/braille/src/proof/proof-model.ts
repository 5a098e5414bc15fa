import type { BraillePage, LinePiece } from '../pages.ts';

/** A place in braille: page from 0, line from 0, cell from 0. */
export interface BraillePlace {
  readonly page: number;
  readonly line: number;
  readonly cell: number;
}

/** A place in print: the block, the item or table cell in it, and the character. */
export interface PrintPlace {
  readonly block: string;
  readonly path: readonly number[];
  readonly at: number;
}

/** What the proof view says of a cell. */
export interface CellFocus {
  readonly piece: LinePiece;
  readonly cells: string;
}

/** The piece under a cell of braille, or the nearest one before it on its line. */
export function focusAt(pages: readonly BraillePage[], place: BraillePlace): CellFocus | undefined {
  const line = pages[place.page]?.lines[place.line];
  const piece = line?.pieces.findLast(({ at }) => at <= place.cell) ?? line?.pieces[0];
  return line && piece && { piece, cells: line.cells.slice(piece.at, piece.at + piece.length) };
}

/** The cursor's way from braille to print. */
export function printPlaceOf(pages: readonly BraillePage[], place: BraillePlace): PrintPlace | undefined {
  const piece = focusAt(pages, place)?.piece;
  return piece && { block: piece.block, path: piece.path, at: piece.start };
}

const samePath = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((step, place) => step === other[place]);

/** The cursor's way from print to braille: the piece that holds the character, else the last one before it in its block. */
export function braillePlaceOf(pages: readonly BraillePage[], print: PrintPlace): BraillePlace | undefined {
  let before: BraillePlace | undefined;
  for (const [page, { lines }] of pages.entries()) {
    for (const [line, { pieces }] of lines.entries()) {
      for (const piece of pieces) {
        if (piece.block !== print.block || !samePath(piece.path, print.path) || piece.rule === 'CONTENTS') continue;
        const place = { page, line, cell: piece.at };
        if (piece.start <= print.at && print.at < piece.end) return place;
        if (piece.start <= print.at) before = place;
      }
    }
  }
  return before;
}

/** Moves by whole pieces, as a reader of a braille display steps: over line and page ends, to the first or last at most. */
export function stepPiece(pages: readonly BraillePage[], place: BraillePlace, by: 1 | -1): BraillePlace {
  const here = pages[place.page]?.lines[place.line]?.pieces ?? [];
  const next = by > 0 ? here.find(({ at }) => at > place.cell) : here.findLast(({ at }) => at < place.cell);
  if (next) return { ...place, cell: next.at };
  let { page, line } = place;
  for (;;) {
    line += by;
    if (line < 0 || line >= (pages[page]?.lines.length ?? 0)) {
      page += by;
      if (page < 0 || page >= pages.length) return place;
      line = by > 0 ? 0 : (pages[page]?.lines.length ?? 1) - 1;
    }
    const pieces = pages[page]?.lines[line]?.pieces ?? [];
    const piece = by > 0 ? pieces[0] : pieces.at(-1);
    if (piece) return { page, line, cell: piece.at };
  }
}

/** Places where a run of cells stands on one line, in order, from after `from`; at most `limit`. */
export function findCells(pages: readonly BraillePage[], cells: string, limit = 100): BraillePlace[] {
  const found: BraillePlace[] = [];
  if (cells === '') return found;
  for (const [page, { lines }] of pages.entries()) {
    for (const [line, { cells: row }] of lines.entries()) {
      for (let cell = row.indexOf(cells); cell >= 0; cell = row.indexOf(cells, cell + 1)) {
        found.push({ page, line, cell });
        if (found.length >= limit) return found;
      }
    }
  }
  return found;
}

/** Places that the rules leave open, for the proof-reader to go through. */
export function listUndecided(pages: readonly BraillePage[]): (BraillePlace & { readonly undecided: string })[] {
  return pages.flatMap(({ lines }, page) =>
    lines.flatMap(({ pieces }, line) =>
      pieces.flatMap(({ at, undecided }) => (undecided === null ? [] : [{ page, line, cell: at, undecided }])),
    ),
  );
}

/** How sure the braille of a block is: the share of its pieces that no rule leaves open, 1 where it has none. */
export function confidenceOf(pages: readonly BraillePage[], block: string): number {
  let all = 0;
  let open = 0;
  for (const { lines } of pages) {
    for (const { pieces } of lines) {
      for (const piece of pieces) {
        if (piece.block !== block) continue;
        all += 1;
        if (piece.undecided !== null) open += 1;
      }
    }
  }
  return all === 0 ? 1 : (all - open) / all;
}
