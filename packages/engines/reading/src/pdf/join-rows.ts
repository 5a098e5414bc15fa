import type { TextSpan } from '../block.ts';
import { trim } from '../rich-text.ts';
import type { Row } from './rows.ts';
import type { Style } from './style.ts';

/** The lines of a paragraph as one text: words that were divided at the margin are whole again. */
export function joinRows(
  rows: readonly Pick<Row, 'segments'>[],
  style: Pick<Style, 'endsWithSpaces' | 'divided'>,
): { text: string; spans: readonly TextSpan[] } {
  let text = '';
  const spans: TextSpan[] = [];
  rows.forEach((row, at) =>
    row.segments.forEach((segment, place) => {
      const isNewLine = at > 0 && place === 0;
      if (isNewLine && /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(segment.text)) text = text.slice(0, -1);
      else if (text !== '' && !(isNewLine && goesOn(text, segment.text, style))) text = `${text.trimEnd()} `;
      const from = text.length;
      text += segment.text;
      for (const { start, end, link } of segment.links) spans.push({ start: from + start, end: from + end, link });
    }),
  );
  return trim({ text, spans });
}

/** Whether a line of Korean ends within a word; Japanese and Chinese write no spaces. */
const goesOn = (
  line: string,
  next: string,
  { endsWithSpaces, divided }: Pick<Style, 'endsWithSpaces' | 'divided'>,
): boolean =>
  (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。]$/u.test(line) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next)) ||
  (endsWithSpaces ? /[가-힣]$/.test(line) && /^[가-힣]/.test(next) : divided.goesOn(line, next));
