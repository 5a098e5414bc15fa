import type { Emphasis } from '../block.ts';
import { learnDividedWords } from './divided-words.ts';
import type { DividedWords } from './divided-words.ts';
import type { PageText } from './page-text.ts';
import { toRows } from './rows.ts';
import type { Row } from './rows.ts';

/** What all pages of a document have in common. */
export interface Style {
  /** Size of the running text. */
  readonly bodySize: number;
  /** The running text is in a font whose letters are as wide, as a typewriter's; what else is so is a listing. */
  readonly isMono: boolean;
  /** Sizes of headings, the largest first. */
  readonly headingSizes: readonly number[];
  /** Fonts of the page that set a line apart from its running text, by their weight or as small capitals. */
  readonly strongFonts: ReadonlySet<string>;
  /** How fonts of the page make passages stand out among its running text. */
  readonly emphases: ReadonlyMap<string, readonly Emphasis[]>;
  /** What stands at the edge of page after page, with its numbers left out. */
  readonly runningHeads: ReadonlySet<string>;
  /** Where page after page has a line of its own above or below the text, whatever it says: the baseline, in whole points. */
  readonly edgeLines: ReadonlySet<number>;
  /** Lines end with the space between words, so one without it ends within a word. */
  readonly endsWithSpaces: boolean;
  /** Where they don't: words that a line ends within. */
  readonly divided: DividedWords;
}

export const HEADING_SHARE = 1.15;
export const HEADING_LEVELS = 6;
const EDGE_ROWS = 3;
/** How much of a page's height its upper and its lower margin take. */
export const MARGIN_SHARE = 0.08;
/** Odd and even pages differ. */
const RUNNING_SHARE = 0.3;
const RUNNING_PAGES_MIN = 3;
/** The heads of chapters and sections change, their place does not: on so many pages, so far from the text. */
const EDGE_LINE_PAGES_MIN = 5;
const EDGE_LINE_SHARE = 0.5;
const EDGE_LINE_GAP_SHARE = 2;

export const roundSize = (size: number): number => Math.round(size * 2) / 2;
const withoutNumbers = (text: string): string => text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim();
/** `12`, `- 12 -`, `xiv`, `12쪽`, `Page 12 of 30`. */
const PAGE_NUMBER = /^(?:page )?[-–—[(\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—\])\s]*(?:쪽|(?:\/|of) ?\d{1,4})?$/i;

const NUMBER_OF_PART = /(?:chapter|section|part|appendix|제)\s*\d+$/i;

export const textOfRow = ({ segments }: Row): string => segments.map(({ text }) => text).join(' ');

/** Learns the style from some pages. */
export function learnStyle(pages: readonly PageText[]): Style {
  const counts = new Map<number, number>();
  let [ends, spaces, chars, mono] = [0, 0, 0, 0];
  for (const page of pages) {
    const rows = toRows(page.pieces);
    for (const row of rows) {
      const size = roundSize(row.size);
      const { length } = textOfRow(row);
      counts.set(size, (counts.get(size) ?? 0) + length);
      [chars, mono] = [chars + length, mono + (row.isMono ? length : 0)];
    }
    for (const { text } of page.pieces)
      if (/[가-힣]\s*$/.test(text)) [ends, spaces] = [ends + 1, spaces + (/\s$/.test(text) ? 1 : 0)];
  }
  const [body = [10, 0] as const] = [...counts].sort((a, b) => b[1] - a[1]);
  const larger = [...counts.keys()].filter((size) => size >= body[0] * HEADING_SHARE).sort((a, b) => b - a);
  const often = Math.max(RUNNING_PAGES_MIN, pages.length * RUNNING_SHARE);
  return {
    bodySize: body[0],
    isMono: mono > chars / 2,
    headingSizes: larger.slice(0, HEADING_LEVELS),
    strongFonts: new Set(),
    emphases: new Map(),
    runningHeads: edgesOften(pages, often),
    edgeLines: linesOften(pages, body[0]),
    endsWithSpaces: spaces > ends * 0.2,
    divided: learnDividedWords(pages.map(({ pieces }) => toRows(pieces).map(textOfRow))),
  };
}

/** Baselines at the edge where most pages have a line, no larger than the text and apart from it. */
function linesOften(pages: readonly PageText[], bodySize: number): ReadonlySet<number> {
  const lines = new Map<number, number>();
  for (const { pieces, height } of pages) {
    const rows = toRows(pieces);
    for (const [row, next] of [
      [rows[0], rows[1]],
      [rows.at(-1), rows.at(-2)],
    ] as const) {
      if (!row || !next || roundSize(row.size) > bodySize) continue;
      // The number of a page may stand far from the edge of the sheet.
      if (!isAtEdge(row, height) && !PAGE_NUMBER.test(textOfRow(row))) continue;
      if (Math.abs(row.y - next.y) < bodySize * EDGE_LINE_GAP_SHARE) continue;
      lines.set(Math.round(row.y), (lines.get(Math.round(row.y)) ?? 0) + 1);
    }
  }
  const often = Math.max(EDGE_LINE_PAGES_MIN, pages.length * EDGE_LINE_SHARE);
  return new Set([...lines].flatMap(([y, times]) => (times >= often ? [y] : [])));
}

/** What stands at the edge of at least so many of these pages, with its numbers left out. */
export function edgesOften(pages: readonly PageText[], often: number): ReadonlySet<string> {
  const edges = new Map<string, number>();
  for (const { pieces, height } of pages) {
    const rows = toRows(pieces).filter((row) => isAtEdge(row, height));
    for (const text of new Set(rows.map((row) => withoutNumbers(textOfRow(row)))))
      edges.set(text, (edges.get(text) ?? 0) + 1);
  }
  return new Set([...edges].flatMap(([text, times]) => (times >= often && text !== '' ? [text] : [])));
}

/** Running heads stand in the margins, not in the text. */
const isAtEdge = ({ y }: Row, height: number): boolean => y > height * (1 - MARGIN_SHARE) || y < height * MARGIN_SHARE;

/** The number of a page in a running head: before it, or behind it, without that of the last page. */
function numberIn(text: string): string | null {
  if (NUMBER_OF_PART.test(text)) return null;
  const [, before, behind] = /^(\d{1,4})\s|(?:^|\s)(\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?$/.exec(text) ?? [];
  return before ?? behind ?? null;
}

/** A page without what only tells where one is; `label` is the number that print shows. */
export function withoutEdges(
  rows: readonly Row[],
  height: number,
  { runningHeads, edgeLines }: Style,
): { rows: Row[]; label: string | null } {
  let label: string | null = null;
  const isEdge = (row: Row | undefined): boolean => {
    if (!row) return false;
    const isEdgeLine = edgeLines.has(Math.round(row.y));
    if (!isEdgeLine && !isAtEdge(row, height)) return false;
    const text = textOfRow(row);
    if (PAGE_NUMBER.test(text)) {
      label ??= /\d{1,4}|[ivxlc]+/i.exec(text.replace(/^page /i, ''))?.[0] ?? null;
      return true;
    }
    const isRunning = runningHeads.has(withoutNumbers(text));
    const isHead = isRunning || (isEdgeLine && isAtEdge(row, height));
    if (isHead) label ??= numberIn(text);
    return isHead;
  };
  let [first, last] = [0, rows.length];
  for (let n = 0; n < EDGE_ROWS && first < last && isEdge(rows[last - 1]); n += 1) last -= 1;
  for (let n = 0; n < EDGE_ROWS && first < last && isEdge(rows[first]); n += 1) first += 1;
  return { rows: rows.slice(first, last), label };
}
