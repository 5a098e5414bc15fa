import { useCallback, useEffect, useRef } from 'react';
import { wordAt, wordFrom } from '../model/read-along.ts';
import type { HeardWord } from '../model/read-along.ts';

const NAME = 'spoken-word';

/** A paragraph's text node and where it begins in the text. */
interface Place {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

function placesIn(area: HTMLElement): Place[] {
  return [...area.querySelectorAll<HTMLElement>('[data-start]')].flatMap((paragraph) => {
    const { firstChild: node } = paragraph;
    const start = Number(paragraph.dataset['start']);
    return node ? [{ node, start, end: start + (node.textContent?.length ?? 0) }] : [];
  });
}

/**
 * Marks the word that is heard by the browser's own highlights: nothing is drawn anew, and a text of ten thousand words stays
 * plain paragraphs for a screen reader.
 */
export function useReadAlong(words: readonly HeardWord[], { follows }: { readonly follows: boolean }) {
  const areaRef = useRef<HTMLElement>(null);
  const shown = useRef(-1);
  useEffect(() => {
    shown.current = -1;
    return () => void CSS.highlights?.delete(NAME);
  }, [words]);
  const show = useCallback(
    (atMs: number) => {
      const at = wordAt(words, atMs);
      if (at === shown.current || !areaRef.current) return;
      shown.current = at;
      const word = words[at];
      const place = word && placesIn(areaRef.current).find(({ start, end }) => word.start >= start && word.end <= end);
      if (!word || !place) return void CSS.highlights?.delete(NAME);
      const range = new Range();
      range.setStart(place.node, word.start - place.start);
      range.setEnd(place.node, word.end - place.start);
      CSS.highlights?.set(NAME, new Highlight(range));
      if (follows) keepInSight(areaRef.current, range);
    },
    [words, follows],
  );
  /** The moment of the word at a point of the screen. */
  const momentAt = useCallback(
    (x: number, y: number): number | undefined => {
      const caret = document.caretPositionFromPoint?.(x, y);
      if (!caret || !areaRef.current) return undefined;
      const place = placesIn(areaRef.current).find(({ node }) => node === caret.offsetNode);
      return place && wordFrom(words, place.start + caret.offset)?.startMs;
    },
    [words],
  );
  return { areaRef, show, momentAt };
}

function keepInSight(area: HTMLElement, range: Range): void {
  const [word, frame] = [range.getBoundingClientRect(), area.getBoundingClientRect()];
  const isOut = word.top < frame.top + 24 || word.bottom > frame.bottom - 48;
  if (isOut) area.scrollBy({ top: word.top - frame.top - area.clientHeight / 3 });
}
