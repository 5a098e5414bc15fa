import { createRequire } from 'node:module';
import type * as Tinyld from 'tinyld';
import type { RichText, TextSpan } from '../block.ts';

/** Loaded when letters don't decide: most documents never need it. */
const guesses = (text: string) => (createRequire(import.meta.url)('tinyld') as typeof Tinyld).detectAll(text);

const SAMPLE_CHARS = 20_000;
/** How sure a guess must be, of a few words and of a sentence: a heading or a list of names is else taken for Berber or Latin. */
const SURE = { fewWords: 0.3, sentence: 0.15, sentenceLetters: 40 };
/** A Latin passage in a Korean text is in another language when it is a phrase, not a name or an abbreviation. */
const ENGLISH_PHRASE = /[A-Za-z][A-Za-z'’-]*(?:[ ,;:]+[A-Za-z'’-]+){2,}[.!?]?/g;
const HANGUL = /[가-힣](?:[^A-Za-zぁ-ヺ]*[가-힣])?/g;
const KANA = /[ぁ-ヺー](?:[^가-힣A-Za-z]*[ぁ-ヺー])?/g;

/** As long as a tag of BCP 47 is in what programs must take. */
export const LANGUAGE_CHARS_MAX = 35;
const LANGUAGE = /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i;

/** The language that a file names; undefined for what can be none. */
export function toLanguage(said: string | null | undefined): string | undefined {
  const language = said?.trim();
  return language && language.length <= LANGUAGE_CHARS_MAX && LANGUAGE.test(language) ? language : undefined;
}

/** Programs write English, or that of their own windows, into whatever they make; those who write another script do so knowingly. */
const OWN_LETTERS_MIN = { latin: 0.5, other: 0.1 };

/** The language that a file names, unless its letters say otherwise. */
export function believedLanguage(said: string | null | undefined, text: string): string | undefined {
  const language = toLanguage(said);
  if (!language) return undefined;
  const sample = text.slice(0, SAMPLE_CHARS);
  const letters = count(sample, /\p{L}/gu);
  const { script } = new Intl.Locale(language).maximize();
  if (letters === 0 || !script) return language;
  const least = script === 'Latn' ? OWN_LETTERS_MIN.latin : OWN_LETTERS_MIN.other;
  return count(sample, lettersOf(script)) >= letters * least ? language : undefined;
}

/** Scripts that are written in several alphabets; Unicode knows others by the name that languages have for them. */
const MIXED: Readonly<Record<string, RegExp>> = {
  Kore: /[\p{Script=Hang}\p{Script=Hani}]/gu,
  Jpan: /[\p{Script=Hira}\p{Script=Kana}\p{Script=Hani}]/gu,
  ...Object.fromEntries(['Hans', 'Hant'].map((script) => [script, /\p{Script=Hani}/gu])),
};
const lettersOf = (script: string): RegExp => MIXED[script] ?? new RegExp(`\\p{Script=${script}}`, 'gu');

/** Numbers, codes and addresses: in no language. */
const CODES = /\S*(?:\p{N}|:\/\/|@)\S*/gu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The main language of a text, by its letters; what letters can't tell, by their frequencies. `und` when there is nothing to go by. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return 'und';
  if (count(sample, /[가-힣]/g) > letters * 0.2) return 'ko';
  if (count(sample, /[ぁ-ヺ]/g) > letters * 0.1) return 'ja';
  if (count(sample, /\p{Script=Han}/gu) > letters * 0.4) return 'zh';
  // A few words in other letters would decide for the guesser, and so would codes that come again and again.
  const words = sample.replaceAll(/[가-힣ぁ-ヺ\p{Script=Han}]+/gu, ' ');
  const plain = words.replaceAll(CODES, ' ');
  if (/\p{L}/u.test(plain)) return guessLanguage(plain);
  return /\p{Script=Latin}/u.test(words) ? 'en' : guessLanguage(words);
}

/** Latin letters that tell nothing surely are most likely English, at least in what is written here: beside Korean. */
function guessLanguage(text: string): string {
  // Of Latin letters the guesser now and then says Hindi.
  const best = guesses(text).find(({ lang }) => believedLanguage(lang, text) !== undefined);
  const latin = count(text, /\p{Script=Latin}/gu);
  if (latin === 0) return best?.lang ?? 'und';
  const sure = latin < SURE.sentenceLetters ? SURE.fewWords : SURE.sentence;
  return best && best.accuracy >= sure ? best.lang : 'en';
}

/** Passages whose letters say that they are not in the document's language; those that the author marked stay as they are. */
export function markLanguages({ text, spans }: RichText, language: string): RichText {
  if (text.length < 2) return { text, spans };
  const found: TextSpan[] = [];
  const mark = (pattern: RegExp, other: string) => {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length, language: other };
      const isMarked = spans.some((one) => (one.language || one.math) && one.start < span.end && one.end > span.start);
      if (!isMarked) found.push(span);
    }
  };
  const main = language.slice(0, 2);
  if (main === 'ko' || main === 'ja') mark(ENGLISH_PHRASE, 'en');
  if (main !== 'ko') mark(HANGUL, 'ko');
  if (main !== 'ja') mark(KANA, 'ja');
  if (found.length === 0) return { text, spans };
  return { text, spans: [...spans, ...found].sort((a, b) => a.start - b.start || b.end - a.end) };
}
