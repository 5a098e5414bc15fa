import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isPlainText } from '@modu/plain-text';

/** One thing that must be there, as PostgreSQL's `to_tsquery` reads it. */
export interface SearchTerm {
  readonly query: string;
  /** The word itself when it is of Latin letters: words of the index can be found for it. */
  readonly latin?: string;
}

/** What a person typed, in the forms that the index understands. */
export interface SearchWords {
  /** Empty when there are only signs. */
  readonly terms: readonly SearchTerm[];
  /** LIKE patterns for what the index alone can't tell: words with signs, Korean words of three syllables and more. */
  readonly exactly: readonly string[];
}

const SEARCH_LENGTH_MAX = 200;
const SYLLABLES = /[가-힣]+/gu;

/** Reads what people type into the search field. `undefined`: no search. */
export function parseSearch(typed: string | null | undefined): SearchWords | undefined | Refusal {
  const text = typed?.normalize('NFC').trim().toLowerCase() ?? '';
  if (text === '') return undefined;
  if (text.length > SEARCH_LENGTH_MAX || !isPlainText(text)) {
    return refuse('INVALID_INPUT', 'images.search', { path: ['search'], params: { max: SEARCH_LENGTH_MAX } });
  }
  const words = text.split(/\s+/u);
  return {
    terms: words.flatMap(termsOf),
    exactly: words.filter(needsLook).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  };
}

/** What `to_tsquery` is asked: typed words in the language's configuration, words of the index as they stand. Empty: nothing. */
export interface SearchQuery {
  readonly typed: string;
  readonly indexed: string;
}

/** The query for all terms. Where words of the index are known for one, any of them will do. */
export function queryOf(terms: readonly SearchTerm[], known: ReadonlyMap<string, readonly string[]>): SearchQuery {
  const typed: string[] = [];
  const indexed: string[] = [];
  for (const { query, latin } of terms) {
    const words = (latin === undefined ? undefined : known.get(latin)) ?? [];
    if (words.length === 0) typed.push(query);
    else indexed.push(`(${words.map(quote).join(' | ')})`);
  }
  return { typed: typed.join(' & '), indexed: indexed.join(' & ') };
}

/** Korean runs as pairs of syllables (see the migration's `syllable_pairs`), the rest as beginnings of words. */
function termsOf(word: string): SearchTerm[] {
  const korean = (word.match(SYLLABLES) ?? []).flatMap(pairsOf).map((query) => ({ query }));
  const others = word.split(SYLLABLES).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return [...korean, ...others.map(termOf)];
}

/** A number is meant whole: as a beginning, 1 would stand for half of all numbers. */
function termOf(part: string): SearchTerm {
  if (/^\d+$/.test(part)) return { query: quote(part) };
  const query = `${quote(part)}:*`;
  return /^[a-z][a-z0-9]{2,39}$/.test(part) ? { query, latin: part } : { query };
}

function pairsOf(run: string): string[] {
  if (run.length === 1) return [`${quote(run)}:*`];
  return Array.from({ length: run.length - 1 }, (_, at) => quote(run.slice(at, at + 2)));
}

function quote(lexeme: string): string {
  return `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
}

const needsLook = (word: string) =>
  /[^\p{L}\p{N}]/u.test(word) || (word.match(SYLLABLES) ?? []).some((run) => run.length > 2);
