/** Besides control characters and breaks: marks that turn the direction of the text around them. */
const UNFIT_IN_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
/** Languages that run from right to left may need those marks within a text; it ends with itself. */
const UNFIT_IN_TEXT = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** A character that is seen: no space, and none that only does something. */
const SEEN = /[^\s\p{C}]/u;

/** Whether a text may stand in one line: a title, a name, a tag. */
export const isPlainLine = (text: string): boolean => !UNFIT_IN_LINE.test(text);

/** Whether a text may stand where there are lines: a prompt, a note. */
export const isPlainText = (text: string): boolean => !UNFIT_IN_TEXT.test(text);

/** Whether anything of a text is seen: what must be named or told needs that. */
export const isSeen = (text: string): boolean => SEEN.test(text);

/** How many characters a text has, as an API tells a limit and a page counts it: an emoji beyond the first plane is one, not two. */
export function charactersOf(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) if (isPair(text.charCodeAt(at - 1), text.charCodeAt(at))) count -= 1;
  return count;
}

const isPair = (first: number, second: number) => first >> 10 === 0x36 && second >> 10 === 0x37;
