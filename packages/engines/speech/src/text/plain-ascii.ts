/** A text in ASCII alone. Letters lose their marks, marks become plain ones, what has no likeness becomes a blank. */
export const toAscii = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u2018\u2019\u02bc]/gu, "'")
    .replaceAll(/[\u201c\u201d]/gu, '"')
    .replaceAll(/[\u2013\u2014]/gu, ' - ')
    .replaceAll('\u2026', '...')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]/gu, ' ');

/** Whether anything can be said of a text in ASCII alone. */
export const hasAsciiWords = (text: string): boolean => /[a-z0-9]/iu.test(toAscii(text));
