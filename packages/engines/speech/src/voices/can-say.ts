import type { Voice } from '../contract.ts';
import { hasAsciiWords } from '../text/plain-ascii.ts';

/** Whether a voice says anything of a text: flite knows ASCII alone, and is silent where there is none. */
export const canSay = ({ engine }: Pick<Voice, 'engine'>, text: string): boolean =>
  engine === 'FLITE' ? hasAsciiWords(text) : /[\p{L}\p{N}]/u.test(text);

/** Whether a voice has the letters that a language is written with, as far as its name tells; `und` may be written with any. */
export const hasLettersOf = ({ engine }: Pick<Voice, 'engine'>, language: string): boolean =>
  engine !== 'FLITE' || (new Intl.Locale(language).maximize().script ?? 'Latn') === 'Latn';
