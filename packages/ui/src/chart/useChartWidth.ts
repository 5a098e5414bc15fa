import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

const FIRST_WIDTH = 560;

/** The width of the element in pixels, kept current; text in a chart keeps its size because nothing is scaled. */
export function useChartWidth<TElement extends Element>(): {
  readonly ref: RefObject<TElement | null>;
  readonly width: number;
} {
  const ref = useRef<TElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.round(entry?.contentRect.width ?? 0);
      if (next > 0) setWidth(next);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
