import type { BrailleText, CellGroup, PrintSpan } from '../contract.ts';

/** A character that a table does not define comes as its number, '\x4e2d' or '\y1f600', in whatever cells the table has for these signs. */
const UNDEFINED = /^([⠄⡈]).{6,7}\1$/;
const UNDEFINED_CELLS = [8, 9] as const;
/** What print shows nothing of, or a blank. */
const BLANK_PRINT = /^[\s\p{C}]/u;
const UNKNOWN = '⠿';

/**
 * Cells of liblouis as groups: a group for each run of cells that came from one character, a blank by itself, words glued. `signOf` tells cells of
 * characters that the table does not define.
 */
export function groupCells(
  text: string,
  { cells, places }: { readonly cells: string; readonly places: Int32Array },
  signOf: (char: string) => string | undefined = () => undefined,
): BrailleText {
  const groups: CellGroup[] = [];
  let at = 0;
  while (at < cells.length) {
    const place = places[at] ?? 0;
    const unknown = unknownAt(text, { cells, places, at });
    if (unknown > 0) {
      const end = place + (unknown === UNDEFINED_CELLS[0] ? 1 : charAt(text, place).length);
      const found = { start: place, end, glued: at > 0 && cells[at - 1] !== '⠀' };
      const sign = signOf(text.slice(place, end));
      if (sign) groups.push({ cells: sign, ...found, rule: 'LIBLOUIS', atLineEnd: null, undecided: null });
      else addUnknown(groups, found);
      at += unknown;
      continue;
    }
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

interface Written {
  readonly cells: string;
  readonly places: Int32Array;
  readonly at: number;
}

/** How many cells from a place on stand for a character that the table does not define; 0 where they are braille. */
function unknownAt(text: string, { cells, places, at }: Written): number {
  const place = places[at] ?? 0;
  if (text.charCodeAt(place) < 0x80 || places[at - 1] === place) return 0;
  let end = at + 1;
  while (end < cells.length && places[end] === place) end += 1;
  const run = cells.slice(at, end);
  // Some tables write a blank for what they don't know.
  if (run === '⠀') return BLANK_PRINT.test(charAt(text, place)) ? 0 : 1;
  return UNDEFINED_CELLS.find((size) => size === run.length && UNDEFINED.test(run)) ?? 0;
}

const charAt = (text: string, place: number): string => String.fromCodePoint(text.codePointAt(place) ?? 0x20);

/** One full cell, marked, for a whole run of what has no cells. */
function addUnknown(groups: CellGroup[], { start, end, glued }: Pick<CellGroup, 'start' | 'end' | 'glued'>): void {
  const last = groups.at(-1);
  if (last?.undecided === 'NO_SIGN' && last.end === start) {
    groups[groups.length - 1] = { ...last, end };
    return;
  }
  groups.push({ cells: UNKNOWN, start, end, rule: 'NO_RULE', glued, atLineEnd: null, undecided: 'NO_SIGN' });
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
