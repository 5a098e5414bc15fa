import { isBlankAt, take } from './back-reading.ts';
import type { Reading } from './back-reading.ts';
import { readSyllable } from './back-syllable.ts';
import type { ReadSyllable, Source } from './back-syllable.ts';
import { OLD_ALONE, OLD_FINALS, TONES } from './old-letters.ts';

const OLD = '⠐';
/** A closing brace ends in the same cell as this final; braces are the more usual. */
const BRACE = '⠐⠴';

/** Old vowels that stand alone (article 25), at the beginning of a word. */
const VOWELS = new Map(
  [...OLD_ALONE].filter(([, cells]) => !cells.startsWith('⠿')).map(([letter, cells]) => [cells, letter]),
);
/** Finals that begin with the sign of old letters (articles 19, 20 and 22), the longer ones first. */
const FINALS = [...OLD_FINALS]
  .filter(([, cells]) => cells.startsWith(OLD) && cells !== BRACE)
  .map(([code, cells]) => [cells, String.fromCharCode(code)] as const)
  .sort(([one], [other]) => other.length - one.length);
const TONE_AT = new Map([...TONES].map(([code, cells]) => [cells, String.fromCharCode(code)]));
const VOWEL_CELLS_MAX = Math.max(...[...VOWELS.keys()].map((cells) => cells.length));

/** A syllable as it begins here. */
const syllableAt = ({ cells, doubleQuoteOpen, closeAt }: Reading, at: number): ReadSyllable | undefined => {
  const source: Source = { cells, inQuote: doubleQuoteOpen, closeAt };
  return readSyllable(source, at);
};

/** Old letters that no sign of their own begins: vowels alone, finals under a modern vowel, tone marks before their syllable (articles 24 to 27). */
export const readOld = (reading: Reading): boolean => readVowel(reading) || readFinal(reading) || readTone(reading);

function readVowel(reading: Reading): boolean {
  const { cells, at } = reading;
  if (!isBlankAt(cells, at - 1)) return false;
  for (let length = VOWEL_CELLS_MAX; length > 1; length -= 1) {
    const letter = VOWELS.get(cells.slice(at, at + length));
    // Else the sign of old letters is a comma, and a number follows it.
    if (letter === undefined || (cells[at] === OLD && !isBlankAt(cells, at + length))) continue;
    take(reading, length, letter);
    return true;
  }
  return false;
}

/** Under a syllable without a final. A comma, which has the cell of the sign, stands before a blank. */
function readFinal(reading: Reading): boolean {
  const { cells, at, text } = reading;
  if (cells[at] !== OLD || !/[가-힣]$/.test(text) || (text.charCodeAt(text.length - 1) - 0xac00) % 28 !== 0)
    return false;
  const [found, letter] = FINALS.find(([one]) => cells.startsWith(one, at)) ?? [];
  if (found === undefined || letter === undefined) return false;
  take(reading, found.length, letter);
  return true;
}

/** In a pronunciation in brackets the same cells are a letter that stands alone. */
function readTone(reading: Reading): boolean {
  const { cells, at, text } = reading;
  if (/[ㄱ-ㅣ]$/.test(text)) return false;
  const tone = TONE_AT.get(cells.slice(at, at + 2));
  const syllable = tone === undefined ? undefined : syllableAt(reading, at + 2);
  if (tone === undefined || !syllable) return false;
  take(reading, syllable.end - at, syllable.syllable + tone);
  return true;
}
