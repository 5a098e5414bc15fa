import { spell } from '../english/signs.ts';

// What the Rules of UEB say and the tables of liblouis 3.2, which its npm build has, do not yet.

/** Modifiers before their letter, by the mark that Unicode puts behind it (UEB 4.2). */
const MODIFIERS: Readonly<Record<string, string>> = {
  ...{ '\u0300': '⠘⠡', '\u0301': '⠘⠌', '\u0302': '⠘⠩', '\u0303': '⠘⠻', '\u0304': '⠈⠤', '\u0306': '⠈⠬' },
  ...{ '\u0308': '⠘⠒', '\u030a': '⠘⠫', '\u030c': '⠘⠬', '\u0327': '⠘⠯' },
};

/** Letters whose stroke Unicode does not take apart. */
const STROKED: Readonly<Record<string, string>> = { ł: '⠈⠡⠇', đ: '⠈⠒⠙', ħ: '⠈⠒⠓', ß: '⠨⠮' };

/** The dash of print is ⠠⠤ in either length; the long one, ⠐⠠⠤, is that of a name or word left out (UEB 7.2). */
export const asUebPrint = (text: string): string => text.replaceAll('—', '–');

/** The cells of a Roman letter with a mark; undefined for what is none. */
export function uebLetter(char: string): string | undefined {
  const small = char.toLowerCase();
  const [letter = '', mark = '', ...more] = small.normalize('NFD');
  const modifier = /^[a-z]$/.test(letter) && more.length === 0 ? MODIFIERS[mark] : undefined;
  const cells = STROKED[small] ?? (modifier && modifier + spell(letter));
  return cells && char !== small ? `⠠${cells}` : cells;
}
