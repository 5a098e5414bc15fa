import type { Emphasis, TextSpan } from '../block.ts';
import { trim } from '../rich-text.ts';
import type { Row, Segment } from './rows.ts';
import type { Style } from './style.ts';

/** What the lines of a text are joined by. */
export type Joining = Pick<Style, 'endsWithSpaces' | 'divided' | 'emphases'>;

type Mark = { start: number; end: number } & Omit<TextSpan, 'start' | 'end'>;

/** A single letter that leans is a variable. */
const EMPHASISED_LETTERS_MIN = 2;

/** The lines of a paragraph as one text: words that were divided at the margin are whole again, passages that stand out are marked. */
export function joinRows(
  rows: readonly Pick<Row, 'segments'>[],
  style: Joining,
): { text: string; spans: readonly TextSpan[] } {
  let text = '';
  const links: Mark[] = [];
  const emphases: Mark[] = [];
  rows.forEach((row, at) =>
    row.segments.forEach((segment, place) => {
      const isNewLine = at > 0 && place === 0;
      if (isNewLine && /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(segment.text)) text = text.slice(0, -1);
      else if (text !== '' && !(isNewLine && goesOn(text, segment.text, style))) text = `${text.trimEnd()} `;
      const from = text.length;
      text += segment.text;
      for (const { start, end, link } of segment.links) links.push({ start: from + start, end: from + end, link });
      for (const { emphasis, ...run } of emphasesIn(segment, style)) {
        const passage = { start: from + run.start, end: from + run.end, emphasis };
        const last = emphases.findLast((one) => one.emphasis === emphasis);
        if (last && text.slice(last.end, passage.start).trim() === '') last.end = passage.end;
        else emphases.push(passage);
      }
    }),
  );
  return trim({ text, spans: [...links, ...emphases.filter((one) => standsOut(text, one))] });
}

const emphasesIn = ({ runs }: Segment, { emphases }: Joining): { start: number; end: number; emphasis: Emphasis }[] =>
  runs.flatMap(({ font, ...run }) => (emphases.get(font) ?? []).map((emphasis) => ({ ...run, emphasis })));

/** Where all of a text is so, it is a caption, a label or a lead; nothing in it stands out. */
function standsOut(text: string, { start, end }: Mark): boolean {
  const letters = (of: string) => of.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const own = letters(text.slice(start, end));
  return own >= EMPHASISED_LETTERS_MIN && own < letters(text);
}

/** Whether a line of Korean ends within a word; Japanese and Chinese write no spaces. */
const goesOn = (line: string, next: string, { endsWithSpaces, divided }: Joining): boolean =>
  (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。]$/u.test(line) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next)) ||
  (endsWithSpaces ? /[가-힣]$/.test(line) && /^[가-힣]/.test(next) : divided.goesOn(line, next));
