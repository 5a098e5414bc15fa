import { ALPHABET } from '../english/signs.ts';
import { OTHER_IPA_SIGNS, SHOWN_IPA_SIGNS } from './ipa-signs.ts';
import { type Scan, unitAt, type Writer } from './scan.ts';

const SIGNS = [...SHOWN_IPA_SIGNS.keys(), ...OTHER_IPA_SIGNS.keys()].join('');
const GROUP = new RegExp(`\\[[a-z ${SIGNS}]{1,200}\\]|/[a-z ${SIGNS}]{1,200}/`, 'y');
/** Signs that no spelling and no formula has. */
const SURE = /[\u0250-\u02afŋæðːˈˌ]/;
const GROUPS = new RegExp(GROUP.source, 'g');
/** What begins and what ends phonetic signs, by their bracket in print. */
export const IPA_BRACKETS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  '[': ['⠐⠘⠷', '⠘⠾'],
  '/': ['⠐⠘⠌', '⠘⠌'],
};

/** Whether a text has phonetic signs between brackets or slashes: then /a/ is a sound, too, and no alternative. */
export const hasIpa = (text: string): boolean =>
  SURE.test(text) && (text.match(GROUPS) ?? []).some((group) => SURE.test(group));

/** Where the phonetic signs end whose bracket or slash stands here; the place itself where none does. */
export function ipaEnd({ text, ipa }: Pick<Scan, 'text' | 'ipa'>, at: number): number {
  if (!ipa || !IPA_BRACKETS[text[at] ?? ''] || /[A-Za-z\d가-힣]/.test(text[at - 1] ?? '')) return at;
  GROUP.lastIndex = at;
  return at + (GROUP.exec(text)?.[0].length ?? 0);
}

/** Phonetic signs between their own brackets or slashes (article 38). Whether the revision of 2020 has them so was not to be found out. */
export const writeIpa: Writer = (scan, at) => {
  const end = ipaEnd(scan, at);
  if (end === at) return at;
  const { text, out } = scan;
  const [open, close] = IPA_BRACKETS[text[at] ?? ''] ?? ['', ''];
  const isWord = end - at > 3 && !SURE.test(text.slice(at, end));
  const undecided = isWord || scan.edition === '2020' ? 'IPA_SIGN' : null;
  out.write(open, at, at + 1, 'IPA', { undecided });
  out.glueNext();
  for (let place = at + 1; place < end - 1; place += 1) {
    const sign = text[place] ?? '';
    const shown = sign === ' ' ? '⠀' : (SHOWN_IPA_SIGNS.get(sign) ?? ALPHABET[unitAt(text, place) - 97]);
    const cells = shown ?? OTHER_IPA_SIGNS.get(sign) ?? '';
    out.write(cells, place, place + 1, 'IPA', { glued: true, undecided: shown ? undecided : 'IPA_SIGN' });
  }
  out.write(close, end - 1, end, 'IPA', { glued: true, undecided });
  return end;
};
