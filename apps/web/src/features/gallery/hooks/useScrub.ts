import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { monthsOf } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import type { useWallScroll } from './useWallScroll.ts';

export type ScrubbedWall = Pick<ReturnType<typeof useWallScroll>, 'heights' | 'moveTo' | 'range' | 'scrolled'>;

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -12,
  PageDown: 12,
};

/** The months of a wall, which of them is in view, and how to go to another by pointer or key; `onEnd` hears of a key that leads beyond the last. */
export function useScrub(
  chunks: readonly Chunk[],
  { heights, moveTo, scrolled, range }: ScrubbedWall,
  onEnd: () => void,
) {
  const track = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const months = useMemo(() => monthsOf(chunks).filter(({ month }) => month !== ''), [chunks]);
  const monthAt = (at: number) =>
    Math.max(
      0,
      months.findLastIndex(({ chunk }) => chunk <= at),
    );
  useEffect(() => {
    const at = heights.at(scrolled.current.offset);
    setCurrent(
      Math.max(
        0,
        months.findLastIndex(({ chunk }) => chunk <= at),
      ),
    );
  }, [heights, months, scrolled, range]);
  const jump = (index: number) => {
    const next = Math.min(Math.max(0, index), months.length - 1);
    setCurrent(next);
    moveTo(heights.top(months[next]?.chunk ?? 0));
  };
  const pull = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    moveTo(share * heights.total);
    setCurrent(monthAt(heights.at(share * heights.total)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? months.length - 1 : current + (KEY_STEPS[event.key] ?? NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    event.stopPropagation();
    const isAtEnd = current === months.length - 1;
    if (isAtEnd && to >= current) onEnd();
    else jump(to);
  };
  const share = (chunk: number) => (heights.total === 0 ? 0 : (heights.top(chunk) / heights.total) * 100);
  return { track, months, current, pull, onKeyDown, share };
}
