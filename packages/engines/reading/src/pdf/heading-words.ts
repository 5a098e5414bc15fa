import { LEADER, MARKER } from './paragraphs.ts';
import type { Row } from './rows.ts';
import { textOfRow } from './style.ts';

const ROWS_MAX = 3;
const CHARS_MAX = 120;
const TEXT_END = /[.,;:。、]["'”’)\]]?$/;
/** `1.`, `2.3`, `II.`, `가.`, `(a)`: a heading may be counted. A sign is that of a list. */
const COUNTED = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-z]|[가나다라마바사아자차카타파하])[.)]?$/;
const CAPTION = /^[<[(〈【]?\s*(?:그림|표|사진|도표|fig(?:ure|\.)|table|listing|図|表)\s*\(?[\dA-Z가-하]/i;
/** What is no part of the outline though it stands alone. */
const LABEL = /^(?:notes?|tips?|hint|caution|warning|important|참고|주의|경고|중요|알림|팁|도움말)!?$/i;
const BEGINNING = /^[\p{L}\p{N}“‘"'《〈「『§]/u;

/** What a line is counted by; nothing where it isn't. */
export function countOf(row: Row): string | undefined {
  const [word = ''] = /^\S*/.exec(textOfRow(row)) ?? [];
  return COUNTED.test(word) ? word : undefined;
}

/** Whether lines could be a heading by their words: short, no sentence, no caption, no item of a list, no cells beside each other. */
export function hasWordsOfHeading(rows: readonly Row[]): boolean {
  const text = rows.map(textOfRow).join(' ');
  const begins = countOf(rows[0]!) !== undefined || (BEGINNING.test(text) && !MARKER.test(text));
  const isOneLine = rows.every(
    ({ segments: [first, ...others] }) => others.length === 0 || (others.length === 1 && COUNTED.test(first!.text)),
  );
  return (
    isOneLine &&
    begins &&
    rows.length <= ROWS_MAX &&
    text.length <= CHARS_MAX &&
    /\p{L}{2}/u.test(text) &&
    ![TEXT_END, CAPTION, LABEL, LEADER].some((pattern) => pattern.test(text))
  );
}

/** Whether two of the lines are counted alike: items, not a section and its part. */
export function areItems(rows: readonly Row[]): boolean {
  const kinds = rows.flatMap((row) => countOf(row)?.replaceAll(/\d+|[A-Za-z]+|[가-하]/g, '#') ?? []);
  return new Set(kinds).size < kinds.length;
}
