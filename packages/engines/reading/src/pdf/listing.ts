import type { RichText, TextSpan } from '../block.ts';
import { trim } from '../rich-text.ts';
import type { Row } from './rows.ts';
import { textOfRow } from './style.ts';
import type { Style } from './style.ts';

/** Korean and Japanese fonts whose letters are as wide are also those of letters and forms. */
const WIDE = /[\p{Script=Hang}\p{Script=Hani}\p{Script=Hira}\p{Script=Kana}]/gu;
const WIDE_SHARE_MAX = 0.3;
const INDENT_MAX = 40;

/** A line in the letters of programs, in a document whose running text is in others: it ends where its author ended it. */
export function isOfListing(row: Row, { isMono }: Pick<Style, 'isMono'>): boolean {
  if (!row.isMono || isMono) return false;
  const text = textOfRow(row);
  return (text.match(WIDE)?.length ?? 0) <= text.length * WIDE_SHARE_MAX;
}

/** The lines of a listing below each other, each as far from the left as it is shown. */
export function writeListing(rows: readonly Row[]): RichText {
  const left = Math.min(...rows.map(({ segments: [first] }) => first?.x ?? 0));
  let text = '';
  const spans: TextSpan[] = [];
  rows.forEach(({ segments }, at) => {
    let from = left;
    if (at > 0) text += '\n';
    segments.forEach((segment, place) => {
      const width = (segment.right - segment.x) / Math.max(1, segment.text.length);
      const blanks = Math.round((segment.x - from) / Math.max(1, width));
      text += ' '.repeat(Math.min(INDENT_MAX, Math.max(place > 0 ? 1 : 0, blanks)));
      const start = text.length;
      text += segment.text;
      from = segment.right;
      for (const { link, ...own } of segment.links)
        spans.push({ start: start + own.start, end: start + own.end, link });
    });
  });
  return trim({ text, spans });
}
