import type { Caption } from '@modu/captions';

/** A word of a text and when it is heard. Offsets count UTF-16 units. */
export interface HeardWord {
  readonly start: number;
  readonly end: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** The word that is heard at a moment, or was last; -1 before the first. */
export function wordAt(words: readonly HeardWord[], atMs: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.startMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The word at or after a place in the text, for a press on it. */
export function wordFrom(words: readonly HeardWord[], offset: number): HeardWord | undefined {
  return words.find(({ end }) => end > offset);
}

const LINE_CHARS = 64;
const PAUSE_MS = 600;

/** Captions of whole words: a line ends with a sentence, a paragraph, a pause or when it is full. */
export function captionsOf(text: string, words: readonly HeardWord[]): Caption[] {
  const captions: Caption[] = [];
  let [from, to] = [0, -1];
  const close = () => {
    const [first, last] = [words[from], words[to]];
    if (!first || !last) return;
    const tail = /^\S*/u.exec(text.slice(last.end))?.[0] ?? '';
    captions.push({
      startMs: first.startMs,
      endMs: Math.max(last.endMs, first.startMs + 1),
      text: text.slice(first.start, last.end + tail.length).replaceAll(/\s+/gu, ' '),
    });
  };
  words.forEach((word, at) => {
    const [first, last] = [words[from], words[at - 1]];
    const between = last ? text.slice(last.end, word.start) : '';
    const isFull = first !== undefined && word.end - first.start > LINE_CHARS;
    const isPause = last !== undefined && word.startMs - last.endMs > PAUSE_MS;
    if (last && (isFull || isPause || /[.!?。！？\n]/u.test(between))) {
      close();
      from = at;
    }
    to = at;
  });
  close();
  return captions;
}
