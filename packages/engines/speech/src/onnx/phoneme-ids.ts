/** A clause and the mark that ends it, as the models have learned them; no mark where the text just ends. */
export interface Clause {
  readonly words: string;
  readonly mark: '' | '.' | ',' | ';' | ':' | '!' | '?';
}

/** What a model knows of phonemes; each is one character of decomposed Unicode. */
export interface PhonemeIds {
  readonly ids: ReadonlyMap<string, readonly number[]>;
  /** Phonemes that stand for others. */
  readonly replaced: ReadonlyMap<string, readonly string[]>;
}

/** Marks before a space or the end (so that 3.5 is one number), dashes between spaces, and the wide marks of East Asia anywhere. */
const CLAUSE_END = /([.,;:!?…]+)["'”’)\]»]*(?=\s|$)|\s+[-–—]+(?=\s)|([。，、；：！？]+)/gu;

const PLAIN = new Map([...'。，、；：！？…'].map((wide, at) => [wide, [...'.,,;:!?.'][at] ?? '']));

function toMark(marks: string): Clause['mark'] {
  const plain = [...marks].map((mark) => PLAIN.get(mark) ?? mark);
  const asked = plain.find((mark) => mark === '?') ?? plain.find((mark) => mark === '!') ?? plain.at(-1);
  return (asked ?? ';') as Clause['mark'];
}

/** Divides a sentence where its marks do: espeak-ng tells sounds alone, and the models were taught with the marks. */
export function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const { 0: end, 1: marks, 2: wide, index } of sentence.matchAll(CLAUSE_END)) {
    clauses.push({ words: sentence.slice(from, index), mark: toMark(marks ?? wide ?? '') });
    from = index + end.length;
  }
  clauses.push({ words: sentence.slice(from), mark: '' });
  return clauses.filter(({ words }) => /[\p{L}\p{N}\p{S}]/u.test(words));
}

/** One line of what espeak-ng tells of a clause: without the signs between its sounds and those of a word from another language. */
export const plainIpa = (told: string): string =>
  told
    .replaceAll(/\([^)]*\)|_/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** The sounds of a sentence with its marks. */
export function phonemesOf(sentence: string, ipaOf: (words: string) => string): string {
  return clausesOf(sentence)
    .map(({ words, mark }) => ({ sounds: plainIpa(ipaOf(words)), mark }))
    .filter(({ sounds }) => sounds !== '')
    .map(({ sounds, mark }) => `${sounds}${mark}`)
    .join(' ');
}

/**
 * The numbers that a model is given: the beginning, each phoneme and the end, with the padding after every one but the last. Phonemes that it does not
 * know are left out. (piper-phonemize, `phonemes_to_ids`.) Empty when it knows none.
 */
export function idsOf(phonemes: string, { ids, replaced }: PhonemeIds): number[] {
  const numbers = (phoneme: string): readonly number[] => ids.get(phoneme) ?? [];
  const [begin, pad, end] = [numbers('^'), numbers('_'), numbers('$')];
  const known = [...phonemes.normalize('NFD')]
    .flatMap((phoneme) => replaced.get(phoneme) ?? [phoneme])
    .map(numbers)
    .filter((of) => of.length > 0);
  return known.length === 0 ? [] : [...[begin, ...known].flatMap((of) => [...of, ...pad]), ...end];
}
