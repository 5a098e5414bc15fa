import markdownIt from 'markdown-it';

/** Tells blocks apart, and leaves their lines alone. */
const blocks = markdownIt({ html: false }).disable(['inline']);
/** A run of backticks up to the next one as long, in the same paragraph (CommonMark 6.1). */
const CODE_SPAN = '(?<!`)(?<ticks>`+)(?!`)(?:(?!\\n[ \\t]*\\n)[^])*?(?<!`)\\k<ticks>(?!`)';

/** Replaces what matches in Markdown, except in its code: fences, indented blocks and passages between backticks. */
export function replaceOutsideCode(text: string, pattern: RegExp, write: (match: RegExpMatchArray) => string): string {
  const codeOrMatch = new RegExp(`${CODE_SPAN}|${pattern.source}`, 'g');
  return stretchesOf(text)
    .map(({ words, isCode }) => (isCode ? words : replaceIn(words, codeOrMatch, write)))
    .join('\n');
}

const replaceIn = (words: string, pattern: RegExp, write: (match: RegExpMatchArray) => string): string => {
  let written = '';
  let at = 0;
  for (const match of words.matchAll(pattern)) {
    written += words.slice(at, match.index) + (match.groups?.['ticks'] ? match[0] : write(match));
    at = match.index + match[0].length;
  }
  return written + words.slice(at);
};

/** A text in stretches of lines, those that are a block of code apart, also in lists and quotations. */
function stretchesOf(text: string): { readonly words: string; readonly isCode: boolean }[] {
  const lines = text.split('\n');
  const bounds = blocks
    .parse(text, {})
    .flatMap(({ type, map }) => (map && (type === 'fence' || type === 'code_block') ? [map] : []));
  let at = 0;
  const stretches = bounds.flatMap(([from, to]) => {
    const before = { lines: lines.slice(at, from), isCode: false };
    at = to;
    return [before, { lines: lines.slice(from, to), isCode: true }];
  });
  return [...stretches, { lines: lines.slice(at), isCode: false }]
    .filter((stretch) => stretch.lines.length > 0)
    .map((stretch) => ({ words: stretch.lines.join('\n'), isCode: stretch.isCode }));
}
