/** A title in print is this long at most. */
const INSIDE_MAX = 60;
const PAIR = /^<[가-힣A-Za-z](?:[^<>\n]*[^<>\s])?>/;

/** Whether a less-than or greater-than sign is one of a pair that holds words, as in <표 1>: what opens it stands free. */
export function angleBracketAt(text: string, at: number): boolean {
  const open = text[at] === '<' ? at : text.slice(Math.max(0, at - INSIDE_MAX), at).lastIndexOf('<');
  const start = text[at] === '<' || open < 0 ? open : Math.max(0, at - INSIDE_MAX) + open;
  if (start < 0 || /[\p{L}\p{N})]/u.test(text[start - 1] ?? '')) return false;
  const pair = PAIR.exec(text.slice(start, start + INSIDE_MAX + 2))?.[0];
  return pair !== undefined && (at === start || start + pair.length - 1 === at);
}
