import type { Region } from './columns.ts';
import { areItems, countOf, hasWordsOfHeading } from './heading-words.ts';
import { isOfListing } from './listing.ts';
import { lineGap, SENTENCE_END, SHORT_LINE_SHARE } from './paragraphs.ts';
import type { Headings } from './paragraphs.ts';
import type { Row } from './rows.ts';
import { HEADING_SHARE, roundSize, textOfRow } from './style.ts';
import type { Style } from './style.ts';

/** A chapter, a section and a part of it; more in a row are a title page or a list of names. */
const CHAIN_MAX = 3;
/** Lines of one heading are as close as those of a paragraph; what is further away stands alone. */
const APART_SHARE = 1.25;
/** So much text follows a heading, in its font's size: about forty letters, or twenty of Korean. */
const FOLLOWING_SIZES_MIN = 20;
/** What is further to the right than this explains a term, or belongs to an item of a list. */
const INDENT_SIZES_MAX = 1.5;
const FIRST_ROWS = 3;

interface Place {
  readonly region: Region;
  /** All of the page or of a stretch of it, as they are read. */
  readonly regions: readonly Region[];
  readonly style: Style;
}

/** Heavy lines below each other, by their places among the rows of the region. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Headings that only the font of their letters tells: heavy lines of running text's size that stand alone above a paragraph.
 * Lead-ins of paragraphs, heads of tables, items of lists, captions and terms are none.
 */
export function findStrongHeadings(place: Place): Headings {
  const { rows } = place.region;
  if (place.style.strongFonts.size === 0) return new Map();
  const chains: Stretch[][] = [];
  for (const stretch of toStretches(place).reverse()) {
    const chain = chains.at(-1);
    const isAbove = chain?.at(-1)?.from === stretch.to + 1;
    if (!hasWordsOfHeading(rows.slice(stretch.from, stretch.to + 1)) || !standsAlone(place, stretch)) continue;
    if (isHeadOfColumn(place, stretch)) continue;
    if (isAbove) chain?.push(stretch);
    else if (isAboveText(place, stretch)) chains.push([stretch]);
  }
  const found = chains
    .filter((chain) => chain.length <= CHAIN_MAX && !areItems(chain.map(({ from }) => rows[from]!)))
    .flat();
  return new Map(
    found.flatMap(({ from, to }) => rows.slice(from, to + 1).map((row): [Row, Row] => [row, rows[from]!])),
  );
}

function toStretches({ region: { rows }, style }: Place): Stretch[] {
  const near = lineGap(rows, style) * APART_SHARE;
  const stretches: Stretch[] = [];
  rows.forEach((row, at) => {
    if (!isStrong(row, style)) return;
    const open = stretches.at(-1);
    const before = rows[at - 1];
    const goesOn =
      open?.to === at - 1 &&
      before !== undefined &&
      before.y - row.y <= Math.max(near, row.size * APART_SHARE) &&
      roundSize(before.size) === roundSize(row.size) &&
      countOf(row) === undefined;
    if (goesOn) stretches[stretches.length - 1] = { from: open.from, to: at };
    else stretches.push({ from: at, to: at });
  });
  return stretches;
}

const isLarge = ({ size }: Row, { bodySize }: Style): boolean => roundSize(size) >= bodySize * HEADING_SHARE;

/** All of a line is in letters that stand out, of the size of running text. */
const isStrong = (row: Row, style: Style): boolean =>
  roundSize(row.size) >= style.bodySize &&
  !isLarge(row, style) &&
  !isOfListing(row, style) &&
  row.segments.every(({ fonts }) => fonts.length > 0 && fonts.every((font) => style.strongFonts.has(font)));

/** Not a heavy passage of a paragraph, of which it fills some lines. */
function standsAlone({ region: { rows, left, right }, style }: Place, { from, to }: Stretch): boolean {
  const gap = lineGap(rows, style) * APART_SHARE;
  const [before, first, last, after] = [rows[from - 1], rows[from]!, rows[to]!, rows[to + 1]];
  const isShort = (row: Row) => row.segments.at(-1)!.right - left < (right - left) * SHORT_LINE_SHARE;
  const isApart = (above: Row, below: Row) => above.y - below.y > Math.max(gap, below.size * APART_SHARE);
  const isBelowHeading = before && (isStrong(before, style) || roundSize(before.size) > roundSize(first.size));
  const begins = !before || isBelowHeading || isApart(before, first) || SENTENCE_END.test(textOfRow(before));
  return begins && (!after || isApart(last, after) || isShort(last));
}

/** Beside the head of another column: those of a table whose cells are long. */
function isHeadOfColumn({ region, regions, style }: Place, { from }: Stretch): boolean {
  const row = region.rows[from]!;
  const isBeside = (other: Row | undefined) =>
    other !== undefined && Math.abs(other.y - row.y) < row.size / 2 && isStrong(other, style);
  return from === 0 && regions.some((other) => other !== region && isBeside(other.rows[0]));
}

/** What follows is text, enough of it, and not further to the right. */
function isAboveText({ region, regions, style }: Place, { from, to }: Stretch): boolean {
  const { rows } = region;
  const { segments, size } = rows[from]!;
  const rest = rows.slice(to + 1);
  const following = rest.length > 0 ? rest : (regions[regions.indexOf(region) + 1]?.rows ?? []);
  const end = following.findIndex((row) => isStrong(row, style) || isLarge(row, style));
  const text = end < 0 ? following : following.slice(0, end);
  const [first] = text;
  if (!first || first.segments.length > 1) return false;
  const width = text.reduce((sum, row) => sum + row.segments.reduce((all, { x, right }) => all + right - x, 0), 0);
  const left = Math.min(...text.slice(0, FIRST_ROWS).map((row) => row.segments[0]!.x));
  const isBelow = rest.length === 0 || left - segments[0]!.x <= size * INDENT_SIZES_MAX;
  return width >= size * FOLLOWING_SIZES_MIN && isBelow;
}
