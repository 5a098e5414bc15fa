import type { Block, ListItem, RichText, TableCell } from './block.ts';
import { textOf } from './block.ts';
import { ReadingError } from './reading-error.ts';

/** One block holds at most this much; what is longer is divided, so that a file without an end of line is no block of 100 MB. */
const BLOCK_CHARS_MAX = 20_000;
/** A row can't be divided; one that is longer is no row of a table that anybody reads. */
const ROW_CHARS_MAX = 100_000;

/** A block in pieces that are long enough. @throws ReadingError TOO_LARGE for a row without end. */
export function divide(block: Block): Block[] {
  if ('caption' in block && block.caption !== null && block.caption.length > BLOCK_CHARS_MAX)
    return [...captionOf(block.caption, block), ...divide({ ...block, caption: null })];
  if (textOf(block).length <= BLOCK_CHARS_MAX) return [block];
  if (block.kind === 'LIST') return inRuns(block.items.flatMap(divideItem)).map((items) => ({ ...block, items }));
  if (block.kind === 'TABLE') return divideTable(block);
  if (block.kind === 'MATH')
    return divideText({ text: block.text, spans: [] }).map(({ text }) => ({ ...block, text: text.trim() }));
  return 'spans' in block ? divideText(block).map((piece) => ({ ...block, ...piece })) : [block];
}

const captionOf = (caption: string, { page }: Block): Block[] =>
  divide({ kind: 'PARAGRAPH', text: caption, spans: [], page });

/** An item without end goes on in items without a mark. */
const divideItem = (item: ListItem): ListItem[] =>
  divideText(item).map((piece, at) => ({ ...item, ...piece, marker: at === 0 ? item.marker : '' }));

/** A long table is several, each below the same headings. */
function divideTable(table: Extract<Block, { kind: 'TABLE' }>): Block[] {
  const { rows, page } = table;
  if (rows.some((row) => charsIn(row) > ROW_CHARS_MAX))
    throw new ReadingError('TOO_LARGE', 'A row of a table is longer than a chapter.', { page: page ?? undefined });
  const body = rows.findIndex((row) => !row.every(({ isHeader }) => isHeader));
  const headings = rows.slice(0, Math.max(0, body));
  const isShort = headings.reduce((sum, row) => sum + charsIn(row), 0) < BLOCK_CHARS_MAX / 2;
  const [first = [], ...others] = rowsInRuns(rows);
  const pieces = [first, ...others.map((run) => (isShort ? [...headings, ...run] : run))];
  return pieces.map((piece, at) => ({ ...table, rows: piece, caption: at === 0 ? table.caption : null }));
}

type Row = readonly TableCell[];
const charsIn = (cells: readonly RichText[]): number => cells.reduce((sum, { text }) => sum + text.length, 0);

/** Between rows that no cell reaches over, as far as that is possible. */
function rowsInRuns(rows: readonly Row[]): Row[][] {
  let reach = 0;
  const tied = rows.map((row, at) => {
    const isTied = reach > at;
    reach = Math.max(reach, at + Math.max(1, ...row.map(({ rowSpan }) => rowSpan)));
    return isTied;
  });
  const runs: Row[][] = [[]];
  let chars = 0;
  for (const [at, row] of rows.entries()) {
    const own = charsIn(row);
    const most = tied[at] ? 2 * BLOCK_CHARS_MAX : BLOCK_CHARS_MAX;
    if (chars > 0 && chars + own > most) {
      runs.push([]);
      chars = 0;
    }
    runs.at(-1)?.push(row);
    chars += own;
  }
  return runs;
}

function inRuns(items: readonly ListItem[]): ListItem[][] {
  const runs: ListItem[][] = [];
  let chars = 0;
  for (const item of items) {
    chars += item.text.length + item.marker.length;
    const run = runs.at(-1);
    if (run && chars <= BLOCK_CHARS_MAX) run.push(item);
    else {
      runs.push([item]);
      chars = item.text.length + item.marker.length;
    }
  }
  return runs;
}

function divideText({ text, spans }: RichText): RichText[] {
  if (text.length <= BLOCK_CHARS_MAX) return [{ text, spans }];
  const pieces: RichText[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfPiece(text, start);
    const own = spans.flatMap((span) =>
      span.end <= start || span.start >= end
        ? []
        : [{ ...span, start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start }],
    );
    pieces.push({ text: text.slice(start, end), spans: own });
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
