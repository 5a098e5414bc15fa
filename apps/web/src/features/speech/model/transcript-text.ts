import type { HeardWord } from './read-along.ts';

interface Said {
  readonly paragraph: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly startMs: number; readonly endMs: number }[];
}

/** A transcript as one text, a paragraph a line, with the place and moment of each word in it. */
export function placeWords(segments: readonly Said[]): { readonly text: string; readonly words: readonly HeardWord[] } {
  let text = '';
  const words: HeardWord[] = [];
  segments.forEach((segment, at) => {
    if (at > 0) text += segments[at - 1]?.paragraph === segment.paragraph ? ' ' : '\n';
    const from = text.length;
    text += segment.text.replaceAll('\n', ' ');
    let behind = from;
    for (const word of segment.words) {
      const start = text.indexOf(word.text, behind);
      if (start < 0) continue;
      behind = start + word.text.length;
      words.push({ start, end: behind, startMs: word.startMs, endMs: word.endMs });
    }
  });
  return { text, words };
}
