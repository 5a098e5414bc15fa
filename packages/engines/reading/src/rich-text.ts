import type { RichText, TextSpan } from './block.ts';
import { shifted } from './shifted.ts';
import type { Shift } from './shifted.ts';

type Passage = Omit<TextSpan, 'start' | 'end'>;

/** Puts a text together piece by piece, with the passages in it. White space is what it looks like: one space. */
export interface TextBuilder {
  add(text: string): void;
  lineBreak(): void;
  /** What is added next begins a line; nothing more where it does already. */
  endLine(): void;
  /** What is added until the passage is closed belongs to it. */
  open(passage: Passage): () => void;
  /** What is added until this is closed is raised or lowered. */
  shift(shift: Shift): () => void;
  isEmpty(): boolean;
  build(): RichText;
}

export function createTextBuilder(): TextBuilder {
  let text = '';
  const spans: TextSpan[] = [];
  const lineBreak = () => {
    text = `${text.replace(/ $/, '')}\n`;
  };
  return {
    add: (more) => {
      const plain = more.replaceAll(/[\s\u00a0]+/g, ' ');
      text += /(^|[ \n])$/.test(text) ? plain.replace(/^ /, '') : plain;
    },
    lineBreak,
    endLine: () => {
      if (text !== '' && !text.endsWith('\n')) lineBreak();
    },
    open: (passage) => {
      const start = text.length;
      return () => {
        if (text.length > start) spans.push({ start, end: text.length, ...passage });
      };
    },
    shift: (shift) => {
      const start = text.length;
      return () => {
        text = text.slice(0, start) + shifted(text.slice(start), shift);
      };
    },
    isEmpty: () => text.trim() === '',
    build: () => trim({ text, spans }),
  };
}

/** A text without space around it, its passages moved along; a passage does not begin or end with a space either. */
export function trim({ text, spans }: RichText): RichText {
  const from = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const moved = spans.flatMap(({ start, end, ...passage }): TextSpan[] => {
    let [first, last] = [Math.max(0, start - from), Math.min(trimmed.length, end - from)];
    while (first < last && /\s/.test(trimmed[first]!)) first += 1;
    while (last > first && /\s/.test(trimmed[last - 1]!)) last -= 1;
    return last > first ? [{ start: first, end: last, ...passage }] : [];
  });
  return { text: trimmed, spans: moved.sort((a, b) => a.start - b.start || b.end - a.end) };
}

export const plainText = (text: string): RichText => ({ text, spans: [] });

/** A text behind a mark and a space, its passages moved along; no mark, no space. */
export function prefixed({ text, spans }: RichText, marker: string): RichText {
  if (marker === '') return { text, spans };
  const by = marker.length + 1;
  return {
    text: `${marker} ${text}`,
    spans: spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
  };
}
