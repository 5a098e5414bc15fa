import type { LinePiece, PageLine, PageSetup } from '../pages.ts';
import { numberCells } from './page-numbers.ts';
import type { Chunk } from './paginate.ts';

/** A heading and the braille page that it stands on. */
export interface ContentsEntry {
  readonly level: number;
  readonly line: PageLine;
  readonly block: string;
  readonly label: string;
}

const BLANK = '⠀';
const GUIDE_DOT = '⠐';

/** The table of contents: deeper headings further in, guide dots to the page number at the right (BANA Formats 2.10). */
export function contentsChunks(entries: readonly ContentsEntry[], title: PageLine, setup: PageSetup): Chunk[] {
  const plain = { blankAfter: 0, keepNext: false, whole: true, printPage: null, heading: null } as const;
  const head: Chunk = { ...plain, lines: [title], blankBefore: 0, blankAfter: 1 };
  return [head, ...entries.map((entry): Chunk => ({ ...plain, blankBefore: 0, lines: entryLines(entry, setup) }))];
}

function entryLines({ level, line, block, label }: ContentsEntry, setup: PageSetup): PageLine[] {
  const number = numberCells(label);
  const width = setup.cellsPerLine;
  const room = Math.max(1, width - number.length - 4);
  // On a narrow page deep headings stand less far in: words need the other half.
  const indentMax = Math.floor(room / 2);
  const indent = Math.min(Math.min(level - 1, 4) * 2, indentMax);
  const rows = wrap(line.cells, { width: room, first: indent, runOver: Math.min(indent + 4, indentMax) });
  const start = line.pieces[0]?.start ?? 0;
  const end = line.pieces.at(-1)?.end ?? 0;
  return rows.map((cells, place): PageLine => {
    const piece: LinePiece = {
      at: 0,
      length: cells.length,
      block,
      path: [],
      start,
      end,
      rule: 'CONTENTS',
      undecided: null,
    };
    if (place < rows.length - 1) return { cells, pieces: [piece] };
    const dots = width - number.length - cells.length - 2;
    const guide = dots >= 2 ? GUIDE_DOT.repeat(dots) : BLANK.repeat(Math.max(0, dots));
    return { cells: `${cells}${BLANK}${guide}${BLANK}${number}`, pieces: [piece] };
  });
}

/** Cells wrapped at blanks; a word longer than a line is cut. */
function wrap(
  cells: string,
  shape: { readonly width: number; readonly first: number; readonly runOver: number },
): string[] {
  const rows: string[] = [];
  let row = BLANK.repeat(shape.first);
  let empty = true;
  for (const word of cells.split(BLANK)) {
    let rest = word;
    if (!empty && row.length + 1 + rest.length > shape.width) {
      rows.push(row);
      row = BLANK.repeat(shape.runOver);
      empty = true;
    }
    while (row.length + rest.length > shape.width && empty) {
      const take = Math.max(1, shape.width - row.length);
      rows.push(row + rest.slice(0, take));
      rest = rest.slice(take);
      row = BLANK.repeat(shape.runOver);
    }
    row += (empty ? '' : BLANK) + rest;
    empty = false;
  }
  rows.push(row);
  return rows;
}
