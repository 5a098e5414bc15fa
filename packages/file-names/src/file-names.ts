const LENGTH_MAX = 255;
const BYTES_MAX = 3 * LENGTH_MAX;
/** Control and format characters (a right-to-left override hides an extension), separators of paths. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\]/u;

/** A name in its one spelling (NFC: the same name typed on two systems is the same name); undefined when no file may be called so. */
export function parseFileName(value: string): string | undefined {
  const name = value.normalize('NFC').trim();
  const isTooLong = [...name].length > LENGTH_MAX || Buffer.byteLength(name) > BYTES_MAX;
  const isName = name !== '' && name !== '.' && name !== '..';
  return isName && !isTooLong && !FORBIDDEN.test(name) ? name : undefined;
}

/** What is not seen: it joins emoji, hyphenates, or hides something. */
const UNSEEN = /\p{Cf}/gu;
/** What some system does not take in the name of a file. */
const UNUSABLE = /[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;

interface Options {
  /** Without the extension that is put behind it. */
  readonly charsMax?: number;
  /** When nothing of the text is left. */
  readonly otherwise?: string;
}

/** A text as a file may be called, on every system; an extension may be put behind it. Cut between characters. */
export function fileNameOf(text: string, { charsMax = 120, otherwise = '' }: Options = {}): string {
  const plain = text.replaceAll(UNSEEN, '').replaceAll(UNUSABLE, ' ').normalize('NFC').replaceAll(/\s+/gu, ' ');
  const name = trimDots([...trimDots(plain)].slice(0, charsMax).join(''));
  return name === '' ? otherwise : name;
}

/** Without dots and spaces at its ends: one in front hides a file, one at the end is lost on Windows. */
const trimDots = (name: string): string => name.replaceAll(/^[\s.]+|[\s.]+$/gu, '');
