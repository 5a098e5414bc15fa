import type { Block } from '../block.ts';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { inParts } from '../in-parts.ts';
import { decodeText } from './decode.ts';
import { languageOf } from './language.ts';

/** A line this long relative to the longest was broken by the margin, not by its author. */
const FULL_LINE_SHARE = 0.7;
const FULL_LINE_CHARS_MIN = 30;

/** Plain text: paragraphs are divided by empty lines; where there are none, every line is one. */
export async function* readText(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const text = decodeText(source.bytes);
  const language = source.language ?? languageOf(text);
  yield* inParts({ format: 'TEXT', title: null, language }, toBlocks(text), source.fromPart);
}

function toBlocks(text: string): Block[] {
  const pages = text.split('\f');
  const isPaged = pages.length > 1;
  return pages.flatMap((page, index) =>
    paragraphsOf(page).map((paragraph): Block => ({
      kind: 'PARAGRAPH',
      text: paragraph,
      spans: [],
      page: isPaged ? index + 1 : null,
    })),
  );
}

function paragraphsOf(page: string): string[] {
  const hasEmptyLines = /\n[ \t\u3000]*\n/.test(page.trim());
  const stretches = hasEmptyLines ? page.split(/\n[ \t\u3000]*\n/) : page.split('\n');
  return stretches.flatMap((stretch) => joinLines(stretch) || []);
}

/** Joins the lines that the margin broke; lines that end early were meant to. */
function joinLines(stretch: string): string {
  const lines = stretch.split('\n').flatMap((line) => line.trim().replace(/[ \t]+/g, ' ') || []);
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return lines.reduce((joined, line, at) => {
    const before = lines[at - 1]?.length ?? 0;
    const isBroken = before >= FULL_LINE_CHARS_MIN && before >= longest * FULL_LINE_SHARE;
    return at === 0 ? line : `${joined}${isBroken ? ' ' : '\n'}${line}`;
  }, '');
}
