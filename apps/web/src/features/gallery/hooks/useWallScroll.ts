import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Chunk } from '../model/chunks.ts';
import { createHeights } from '../model/heights.ts';
import { follow, runwayOf, scrollTopOf } from '../model/virtual-offset.ts';

interface WallBox {
  readonly width: number;
  readonly height: number;
}

interface Options {
  readonly chunks: readonly Chunk[];
  readonly box: WallBox;
  /** A chunk's height before its pictures are known. */
  readonly guess: (chunk: Chunk) => number;
}

/**
 * Scrolls a wall of any height: knows which chunks are in the window and where, and keeps what one looks at in its place while the
 * heights around it become known. While scrolling within the same chunks nothing is rendered, one transform changes.
 */
export function useWallScroll({ chunks, box, guess }: Options) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const scrolled = useRef({ offset: 0, scrollTop: 0 });
  const heights = useMemo(() => createHeights(chunks.map(guess)), [chunks, guess]);
  const [range, setRange] = useState({ first: 0, last: -1 });
  const [, setVersion] = useState(0);
  const size = useCallback(() => ({ total: heights.total, view: box.height }), [heights, box.height]);

  const paint = useCallback(() => {
    const { offset } = scrolled.current;
    const first = heights.at(offset - box.height);
    const last = heights.size === 0 ? -1 : heights.at(offset + box.height * 2);
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    if (content.current) content.current.style.transform = `translateY(${heights.top(first) - offset}px)`;
  }, [heights, box.height]);

  const moveTo = useCallback(
    (offset: number) => {
      const farthest = Math.max(0, heights.total - box.height);
      const next = Math.min(Math.max(0, offset), farthest);
      scrolled.current = { offset: next, scrollTop: scrollTopOf(next, size()) };
      if (scroller.current) scroller.current.scrollTop = scrolled.current.scrollTop;
      paint();
    },
    [heights, box.height, size, paint],
  );

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element || element.scrollTop === scrolled.current.scrollTop) return;
    const next = follow(scrolled.current, { ...size(), scrollTop: element.scrollTop });
    scrolled.current = next;
    if (next.scrollTop !== element.scrollTop) element.scrollTop = next.scrollTop;
    paint();
  }, [size, paint]);

  const onHeight = useCallback(
    (index: number, height: number) => {
      const top = heights.top(index);
      const change = heights.set(index, height);
      if (Math.abs(change) < 0.5) return;
      // What lies above the window grew: the window moves with what is in it.
      const isAbove = top + height - change <= scrolled.current.offset + 1;
      if (isAbove) moveTo(scrolled.current.offset + change);
      setVersion((version) => version + 1);
    },
    [heights, moveTo],
  );

  const anchor = useRef({ key: '', into: 0 });
  useEffect(() => {
    // Another width or another content: what was at the top of the window stays there, if it is still on the wall.
    const index = chunks.findIndex(({ key }) => key === anchor.current.key);
    moveTo(index < 0 ? 0 : heights.top(index) + anchor.current.into * heights.get(index));
  }, [chunks, heights, moveTo]);
  useLayoutEffect(() => {
    paint();
    const { offset } = scrolled.current;
    const at = heights.at(offset);
    anchor.current = { key: chunks[at]?.key ?? '', into: (offset - heights.top(at)) / (heights.get(at) || 1) };
  });
  return { scroller, content, range, heights, runway: runwayOf(heights), onScroll, onHeight, moveTo, scrolled };
}
