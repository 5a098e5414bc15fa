/** A word in a text, in UTF-16 units, without the marks around it. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** Written without spaces between words. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'km', 'lo', 'my', 'yue', 'cmn', 'hak']);
const MARKS_AROUND = /^[^\p{L}\p{N}\p{Sc}\p{So}\p{Sm}]+|[^\p{L}\p{N}\p{M}\p{Sc}\p{So}\p{Sm}%]+$/gu;

/** The words of a text as a reader sees them: what stands between spaces, or what a dictionary of the language tells apart. */
export function tokensOf(text: string, language: string): Token[] {
  const [primary = 'und'] = language.toLowerCase().split('-');
  return UNSPACED.has(primary) ? segmented(text, language) : spaced(text);
}

function spaced(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const [left = ''] = /^[^\p{L}\p{N}\p{Sc}\p{So}\p{Sm}]+/u.exec(word) ?? [];
    const bare = word.replaceAll(MARKS_AROUND, '');
    if (bare !== '') tokens.push({ start: index + left.length, end: index + left.length + bare.length });
  }
  return tokens;
}

function segmented(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  for (const { segment, index, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text))
    if (isWordLike) tokens.push({ start: index, end: index + segment.length });
  return tokens;
}
