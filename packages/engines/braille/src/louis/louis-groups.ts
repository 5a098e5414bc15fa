import type { BrailleText, CellGroup, PrintSpan } from '../contract.ts';

/** Cells of liblouis as groups: a group for each run of cells that came from one character, a blank by itself, words glued. */
export function groupCells(text: string, cells: string, places: Int32Array): BrailleText {
  const groups: CellGroup[] = [];
  let at = 0;
  while (at < cells.length) {
    const place = places[at] ?? 0;
    const blank = cells[at] === '⠀';
    let end = at + 1;
    while (!blank && end < cells.length && places[end] === place && cells[end] !== '⠀') end += 1;
    const next = places[end] ?? text.length;
    const newline = blank && text[place] === '\n';
    const glued = !blank && at > 0 && cells[at - 1] !== '⠀' && !breaksAfter(cells[at - 1] ?? '');
    groups.push({
      cells: newline ? '\n' : cells.slice(at, end),
      start: place,
      end: Math.max(place, Math.min(text.length, next)),
      rule: 'LIBLOUIS',
      glued,
      atLineEnd: null,
      undecided: null,
    });
    at = end;
  }
  let written = '';
  for (const group of groups) written += group.cells;
  return { cells: written, groups };
}

/** A line may end after a hyphen. */
const breaksAfter = (cell: string): boolean => cell === '⠤';

const FORMS = { ITALIC: 1, UNDERLINE: 2, BOLD: 4, EMPHASIS: 1, STRIKE: 0 } as const;

/** Emphasis as liblouis takes it, one number a character; null where there is none. */
export function typeformsOf(length: number, spans: readonly PrintSpan[]): Uint16Array | null {
  const marked = spans.filter(({ emphasis }) => emphasis !== undefined);
  if (marked.length === 0) return null;
  const forms = new Uint16Array(length);
  for (const { start, end, emphasis } of marked) {
    if (emphasis) for (let at = start; at < end; at++) forms[at] = (forms[at] ?? 0) | FORMS[emphasis];
  }
  return forms;
}
