const PART = /[A-Za-z0-9](?:[\w%+-]|\.(?=[\w%+-])){0,63}/.source;
const HOST = /[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/.source;
/** What may stand behind a host; punctuation of the sentence that ends it is not its own. */
const REST = /(?:[\w~/@#&=+%-]|[.,:?](?=[\w~/@#&=+%-])|\([\w-]+\))*/.source;
/** Without a scheme or www only what ends as usual addresses do, with a path behind it, is taken for one. */
const USUAL = /(?:[A-Za-z0-9-]+\.)+(?:kr|com|net|org|edu|gov|info|io)(?=\/)/.source;

const ADDRESS = new RegExp(`${PART}@${HOST}|(?:https?://|www\\.)[A-Za-z0-9]${REST}|${USUAL}${REST}`, 'y');
/** How an address with a name in Hangul goes on behind it. */
const BEHIND_NAME = new RegExp(`\\.[A-Za-z]${REST}`, 'y');
/** These have one form in Korean text and another in UEB, and no example of the articles has them in an address. */
const OPEN_SIGNS = /[?=%+_()]/;

/** The end of an e-mail or web address that begins here; the place itself where none does. */
export function addressEnd(text: string, at: number): number {
  if (/[\w.@+-]/.test(text[at - 1] ?? '')) return at;
  return endOf(ADDRESS, text, at);
}

/** The end of an address that goes on here, right behind a name in Hangul. */
export const addressEndBehindName = (text: string, at: number): number => endOf(BEHIND_NAME, text, at);

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Whether the articles leave it open how this stands in an address. */
export const isOpenInAddress = (sign: string): boolean => OPEN_SIGNS.test(sign);

/** Hangul right behind one of these may be a part of the address or the word that follows it. */
export const mayGoOn = (text: string, end: number): boolean =>
  /[/=_%-]/.test(text[end - 1] ?? '') && /[가-힣]/.test(text[end] ?? '');
