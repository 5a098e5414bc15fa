import type { Block, ListItem, RichText, TextSpan } from '../block.ts';
import type { Region } from './columns.ts';
import { toRegions } from './columns.ts';
import { joinRows } from './join-rows.ts';
import type { PageText } from './page-text.ts';
import { writeListing } from './listing.ts';
import { LEADER, MARKER, toParagraphs } from './paragraphs.ts';
import type { Headings, Paragraph } from './paragraphs.ts';
import { placeOfRows, withFigures } from './place-figures.ts';
import type { Placed } from './place-figures.ts';
import { sureness, toRows } from './rows.ts';
import type { Row } from './rows.ts';
import { findStrongHeadings } from './strong-headings.ts';
import { HEADING_LEVELS, roundSize, withoutEdges } from './style.ts';
import type { Style } from './style.ts';
import { findTables } from './tables.ts';
import type { Found } from './wrapped-tables.ts';

const HEADING_CHARS_MAX = 200;

/** The blocks of a page: without its running head and number, column by column. */
export function toPageBlocks(page: PageText, style: Style, pageLabel: string | null): Block[] {
  const { rows, label } = withoutEdges(toRows(page.pieces), page.height, style);
  const contents = findTables(rows, { rules: page.rules ?? [], style }).flatMap(({ rows: stretch, table }) => {
    if (table) return [{ content: table, place: placeOfRows(stretch) }];
    const regions = toRegions(stretch);
    return regions.flatMap((region) => regionBlocks(region, style, findStrongHeadings({ region, regions, style })));
  });
  const turn: Found = { kind: 'PAGE_BREAK', label: label ?? pageLabel ?? String(page.number) };
  return [turn, ...withFigures(contents, page.figures)].map((content) => ({ ...content, page: page.number }));
}

function regionBlocks(region: Region, style: Style, headings: Headings): Placed[] {
  const contents: Placed[] = [];
  let items: ListItem[] = [];
  let listed: Row[] = [];
  let sure: number[] = [];
  const endList = () => {
    const isOrdered = /\w/.test(items[0]?.marker ?? '');
    // A list is as sure as its least sure item.
    const confidence = sure.length > 0 ? { confidence: Math.min(...sure) } : {};
    if (items.length > 0)
      contents.push({ content: { kind: 'LIST', isOrdered, items, ...confidence }, place: placeOfRows(listed) });
    [items, listed, sure] = [[], [], []];
  };
  const put = (content: Found, { rows }: Paragraph) => {
    endList();
    contents.push({ content, place: placeOfRows(rows) });
  };
  for (const paragraph of toParagraphs(region, style, headings)) {
    if (paragraph.isListing) {
      put({ kind: 'PARAGRAPH', ...writeListing(paragraph.rows) }, paragraph);
      continue;
    }
    const joined = joinRows(paragraph.rows, style);
    const rich = withoutLeader(joined);
    if (rich.text === '') continue;
    const isOfContents = rich !== joined;
    const level = headings.has(paragraph.rows[0]!) ? strongLevel(style) : levelBySize(paragraph, style);
    const marker = MARKER.exec(rich.text);
    const told = sureness(paragraph.rows.flatMap(({ segments }) => segments));
    const isHeading = !isOfContents && level > 0 && rich.text.length <= HEADING_CHARS_MAX;
    if (isHeading) put({ kind: 'HEADING', level, ...withoutWeight(rich), ...told }, paragraph);
    else if (isOfContents || marker) {
      const depth = depthOf(paragraph, region);
      items.push(isOfContents || !marker ? { depth, marker: '', ...rich } : toItem(rich, marker, depth));
      listed.push(...paragraph.rows);
      if (!isOfContents && told.confidence !== undefined) sure.push(told.confidence);
    } else put({ kind: 'PARAGRAPH', ...rich, ...told }, paragraph);
  }
  endList();
  return contents;
}

/** A heading is heavy by its rank; what leans in it is said to. */
const withoutWeight = <Rich extends RichText>(rich: Rich): Rich => ({
  ...rich,
  spans: rich.spans.filter(({ emphasis }) => emphasis !== 'BOLD'),
});

const levelBySize = ({ size }: Paragraph, { headingSizes }: Style): number => headingSizes.indexOf(roundSize(size)) + 1;

/** What is no larger than the text ranks below all that is. */
const strongLevel = ({ headingSizes }: Style): number => Math.min(HEADING_LEVELS, headingSizes.length + 1);

const depthOf = ({ rows: [first], size }: Paragraph, { left }: Region): number =>
  Math.min(5, Math.max(0, Math.floor(((first?.segments[0]?.x ?? left) - left) / (size * 1.5))));

function toItem(
  { text, spans }: { text: string; spans: readonly TextSpan[] },
  marker: RegExpExecArray,
  depth: number,
): ListItem {
  const from = marker[0].length;
  const moved = spans.flatMap(({ start, end, ...rest }) =>
    end > from ? [{ ...rest, start: Math.max(0, start - from), end: end - from }] : [],
  );
  return { depth, marker: marker[1] ?? '', text: text.slice(from), spans: moved };
}

/** A line of contents without its dots: what is read aloud or brailled would be full of them. */
function withoutLeader<Rich extends { readonly text: string }>(rich: Rich): Rich {
  const [, title, page] = LEADER.exec(rich.text) ?? [];
  return title && page ? { ...rich, text: `${title} … ${page}`, spans: [] } : rich;
}
