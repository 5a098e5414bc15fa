import type { RichText, TextSpan } from '@modu/engine-reading';

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** How much of two texts is the same at their beginnings and at their ends; characters stay whole. */
function sameEnds(before: string, after: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  if (head > 0 && isHigh(before.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return { head, tail };
}

/** A text that somebody corrected: its passages stay on the words they were on; those whose words went are gone. */
export function withWords({ text: before, spans }: RichText, text: string): RichText {
  const { head, tail } = sameEnds(before, text);
  const tailAt = before.length - tail;
  const by = text.length - before.length;
  const move = (span: TextSpan): TextSpan[] => {
    const start = span.start >= tailAt ? span.start + by : span.start <= head ? span.start : tailAt + by;
    const end = span.end >= tailAt ? span.end + by : Math.min(span.end, head);
    return end > start ? [{ ...span, start, end }] : [];
  };
  return { text, spans: before === text ? spans : spans.flatMap(move) };
}

/** A stretch of a text with the passages in it. */
export function sliceText({ text, spans }: RichText, start: number, end = text.length): RichText {
  const within = spans.flatMap((span) => {
    const [from, to] = [Math.max(start, span.start) - start, Math.min(end, span.end) - start];
    return to > from ? [{ ...span, start: from, end: to }] : [];
  });
  return { text: text.slice(start, end), spans: within };
}

/** Texts one after the other. */
export function joinTexts(texts: readonly RichText[], between: string): RichText {
  let text = '';
  const spans: TextSpan[] = [];
  texts.forEach((one, place) => {
    if (place > 0) text += between;
    const from = text.length;
    spans.push(...one.spans.map((span) => ({ ...span, start: span.start + from, end: span.end + from })));
    text += one.text;
  });
  return { text, spans };
}

/** The pieces between a separator. */
export function splitText(rich: RichText, between: string): RichText[] {
  const pieces: RichText[] = [];
  let start = 0;
  for (const piece of rich.text.split(between)) {
    pieces.push(sliceText(rich, start, start + piece.length));
    start += piece.length + between.length;
  }
  return pieces;
}
