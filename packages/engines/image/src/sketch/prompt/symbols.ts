import { type Concept, findConcept, PHRASE_WORDS_MAX } from './concepts.ts';
import { countAndCounter, countOf, isCounter } from './counts.ts';
import { splitKorean } from './korean.ts';
import { isHangul, singulars } from './tokens.ts';
import { GLUE, WITHOUT_EN, WITHOUT_KO } from './words/glue.ts';

/** A prompt word by the part it plays. */
export type Symbol =
  | { kind: 'concept'; concept: Concept; word: string; plural: boolean; genitive: boolean }
  | { kind: 'count'; count: number; genitive: boolean; counted: boolean }
  | { kind: 'without-next' }
  | { kind: 'without-last' }
  | { kind: 'unknown'; word: string }
  | { kind: 'glue' };

function lookUp(words: string[]): { concept: Concept; plural: boolean } | undefined {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  for (const form of singulars(last)) {
    const concept = findConcept([...before, form].join(' '));
    if (concept) return { concept, plural: form !== last || /(?<!s)s$/.test(last) };
  }
  return undefined;
}

function phraseAt(words: string[], start: number): { symbol: Symbol; length: number } | undefined {
  for (let length = Math.min(PHRASE_WORDS_MAX, words.length - start); length >= 1; length--) {
    const part = words.slice(start, start + length);
    const found = lookUp(part);
    if (!found) continue;
    return { length, symbol: { kind: 'concept', ...found, word: part.join(' '), genitive: false } };
  }
  return undefined;
}

function koreanSymbols(word: string): Symbol[] | undefined {
  const pieces = splitKorean(word);
  if (!pieces) return undefined;
  return pieces.map((piece): Symbol => {
    const concept = findConcept(piece);
    if (concept)
      return {
        kind: 'concept',
        concept,
        word: piece,
        plural: /들/.test(word.slice(piece.length)),
        genitive: word.endsWith('의'),
      };
    return WITHOUT_KO.has(piece) ? { kind: 'without-last' } : { kind: 'glue' };
  });
}

function countAt(words: string[], start: number): { symbol: Symbol; length: number } | undefined {
  const word = words[start] ?? '';
  const joined = isHangul(word) ? countAndCounter(word) : undefined;
  if (joined !== undefined)
    return { length: 1, symbol: { kind: 'count', count: joined, genitive: word.endsWith('의'), counted: true } };
  const count = countOf(word);
  if (count === undefined) return undefined;
  const next = words[start + 1] ?? '';
  if (isHangul(next) && isCounter(next))
    return { length: 2, symbol: { kind: 'count', count, genitive: next.endsWith('의'), counted: true } };
  if (word === '한') return { length: 1, symbol: { kind: 'glue' } };
  return { length: 1, symbol: { kind: 'count', count, genitive: false, counted: false } };
}

/** One clause as symbols, the longest known phrase first. */
export function symbolsOf(words: string[]): Symbol[] {
  const symbols: Symbol[] = [];
  for (let i = 0; i < words.length;) {
    const word = words[i] ?? '';
    const found = phraseAt(words, i) ?? countAt(words, i);
    if (found) {
      symbols.push(found.symbol);
      i += found.length;
      continue;
    }
    i += 1;
    if (WITHOUT_EN.has(word)) symbols.push({ kind: 'without-next' });
    else if (WITHOUT_KO.has(word)) symbols.push({ kind: 'without-last' });
    else if (GLUE.has(word)) symbols.push({ kind: 'glue' });
    else symbols.push(...((isHangul(word) ? koreanSymbols(word) : hyphenated(word)) ?? [{ kind: 'unknown', word }]));
  }
  return symbols;
}

function hyphenated(word: string): Symbol[] | undefined {
  if (!word.includes('-')) return undefined;
  const parts = symbolsOf(word.split('-').filter(Boolean));
  return parts.some((part) => part.kind === 'concept') ? parts : undefined;
}
