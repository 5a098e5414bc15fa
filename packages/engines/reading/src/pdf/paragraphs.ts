import type { Region } from './columns.ts';
import { isOfListing } from './listing.ts';
import type { Row } from './rows.ts';
import { roundSize, textOfRow } from './style.ts';
import type { Style } from './style.ts';

/** What a line of a list begins with. */
export const MARKER =
  /^([•◦▪●○■□◆◇♦❖‣⁃▶►▸➢➤➔✓✔·∙*–-]|\(?\d{1,3}[.)]|[가나다라마바사아자차카타파하][.)]|[①-⑳]|\(?[a-z][.)])\s+/;
/** A gap that is this much wider than the line's own is one between paragraphs. */
const PARAGRAPH_GAP_SHARE = 1.75;
/** However far all of them are from each other: lines further apart than so many of their sizes have something between them. */
const GAP_SIZES_MAX = 4;
const INDENT_SHARE = 0.9;
/** A line that ends this far before the margin ends its paragraph, if it ends a sentence. */
export const SHORT_LINE_SHARE = 0.8;
export const SENTENCE_END = /[.!?。…:]["'”’)\]]?$/;
/** A line of a table of contents: a title, dots that lead the eye, a page. */
export const LEADER = /^(.*?\S)\s*(?:[.·․‥…_]\s*){4,}(\d{1,4}|[ivxlc]{1,7}|[A-Z]-?\d{1,3})$/i;

/** The lines of headings that were found before, each with the first line of its heading. */
export type Headings = ReadonlyMap<Row, Row>;
const NO_HEADINGS: Headings = new Map();

export interface Paragraph {
  readonly rows: readonly Row[];
  readonly size: number;
  /** Its lines are lines: those of a program, or of what a computer says. */
  readonly isListing: boolean;
}

/** How far the lines of a paragraph are from each other. */
export function lineGap(rows: readonly Row[], { bodySize }: Pick<Style, 'bodySize'>): number {
  const gaps = rows
    .slice(1)
    .map((row, at) => rows[at]!.y - row.y)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.3)] ?? bodySize * 1.2;
}

/** The lines of a column as paragraphs: by headings known before, gaps, indents, marks of lists and lines that end early. */
export function toParagraphs(
  { rows, left, right }: Region,
  style: Style,
  headings: Headings = NO_HEADINGS,
): Paragraph[] {
  const gap = lineGap(rows, style);
  const listed = rows.map((row) => isOfListing(row, style));
  const paragraphs: (Paragraph & { rows: Row[] })[] = [];
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    const open = paragraphs.at(-1);
    const begins = row.segments[0]!.x;
    const ended = before?.segments.at(-1);
    // One line alone may be a long name in the midst of a paragraph.
    const isListing = listed[at] === true && (listed[at - 1] === true || listed[at + 1] === true);
    const reach = Math.min(Math.max(gap, row.size) * PARAGRAPH_GAP_SHARE, row.size * GAP_SIZES_MAX);
    const isFar = before !== undefined && before.y - row.y > reach;
    const goesOnListing = open?.isListing && isListing && !isFar;
    const isNew =
      !before ||
      !open ||
      open.isListing !== isListing ||
      headings.get(row) !== headings.get(before) ||
      roundSize(row.size) !== roundSize(open.size) ||
      isFar ||
      MARKER.test(textOfRow(row)) ||
      LEADER.test(textOfRow(row)) ||
      LEADER.test(textOfRow(before)) ||
      (begins - Math.min(left, before.segments[0]!.x) > row.size * INDENT_SHARE &&
        begins - before.segments[0]!.x > row.size * INDENT_SHARE &&
        !MARKER.test(textOfRow(before))) ||
      (ended !== undefined && ended.right - left < (right - left) * SHORT_LINE_SHARE && SENTENCE_END.test(ended.text));
    if (isNew && !goesOnListing) paragraphs.push({ rows: [row], size: row.size, isListing });
    else open?.rows.push(row);
  });
  return paragraphs;
}
