import type { SpokenWord } from '../contract.ts';
import type { Token } from './tokens.ts';

/** A stretch of time. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** A moment that is known: what stands at this offset begins to be heard now. */
export interface Landmark {
  readonly at: number;
  readonly ms: number;
}

/** How long a word takes beside another: letters, and figures which are said as words. */
function weightOf(text: string, { start, end }: Token): number {
  let weight = 1;
  for (const char of text.slice(start, end)) {
    const isSyllable = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(char);
    weight += /\p{N}/u.test(char) ? 4 : isSyllable ? 2.5 : 1;
  }
  return weight;
}

/** Shares a stretch of voice among words by their length. */
export function shareOut(text: string, tokens: readonly Token[], { startMs, endMs }: Span): SpokenWord[] {
  const weights = tokens.map((token) => weightOf(text, token));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let at = startMs;
  return tokens.map(({ start, end }, index) => {
    const from = at;
    at += ((weights[index] ?? 0) / whole) * (endMs - startMs);
    return { start, end, startMs: from, endMs: at };
  });
}

/**
 * When each word is heard, by the moments that an engine told of: it merges words ("in the" is one moment), and those between are
 * shared out. `voiced` are the stretches in which something is heard, in order.
 */
export function fromLandmarks(
  text: string,
  tokens: readonly Token[],
  { landmarks, voiced }: { readonly landmarks: readonly Landmark[]; readonly voiced: readonly Span[] },
): SpokenWord[] {
  const words: SpokenWord[] = [];
  const begun = tokens.map(({ start, end }) => landmarks.find(({ at }) => at >= start && at < end)?.ms);
  const last = voiced.at(-1)?.endMs ?? 0;
  for (let from = 0; from < tokens.length;) {
    let to = from + 1;
    while (to < tokens.length && begun[to] === undefined) to += 1;
    const startMs = begun[from] ?? words.at(-1)?.endMs ?? 0;
    const next = begun.slice(to).find((ms) => ms !== undefined) ?? last;
    // The voice falls silent before the next word where a sentence or clause ends between.
    const quiet = voiced.findLast((span) => span.startMs <= startMs && span.endMs > startMs)?.endMs ?? next;
    const isWithin = to - from === 1;
    const endMs = Math.max(startMs, isWithin ? Math.min(next, quiet) : next);
    words.push(...shareOut(text, tokens.slice(from, to), { startMs, endMs }));
    from = to;
  }
  return words;
}

/** When each word is heard, where only the stretches of voice are known: phrase by phrase when pauses and marks agree. */
export function fromVoice(text: string, tokens: readonly Token[], voiced: readonly Span[]): SpokenWord[] {
  const [first, last] = [voiced[0], voiced.at(-1)];
  if (!first || !last) return [];
  const phrases = phrasesOf(text, tokens);
  if (phrases.length !== voiced.length) return shareOut(text, tokens, { startMs: first.startMs, endMs: last.endMs });
  return phrases.flatMap((phrase, index) => shareOut(text, phrase, voiced[index] ?? first));
}

function phrasesOf(text: string, tokens: readonly Token[]): Token[][] {
  const phrases: Token[][] = [];
  let phrase: Token[] = [];
  tokens.forEach((token, index) => {
    phrase.push(token);
    const between = text.slice(token.end, tokens[index + 1]?.start ?? text.length);
    if (index < tokens.length - 1 && !/[,.;:!?。、，！？]/u.test(between)) return;
    phrases.push(phrase);
    phrase = [];
  });
  return phrases;
}
