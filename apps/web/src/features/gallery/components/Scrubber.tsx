import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useLocale } from '../../../lib/language/index.ts';
import type { useWallScroll } from '../hooks/useWallScroll.ts';
import { monthsOf } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import { monthName } from '../model/month-name.ts';

interface ScrubberProps {
  readonly label: string;
  readonly chunks: readonly Chunk[];
  readonly wall: Pick<ReturnType<typeof useWallScroll>, 'heights' | 'moveTo' | 'range' | 'scrolled'>;
}

/** Jumps through time: a slider over the months of the wall, with the years written beside it. */
export function Scrubber({ label, chunks, wall }: ScrubberProps) {
  const locale = useLocale();
  const track = useRef<HTMLDivElement>(null);
  const [isPulled, setPulled] = useState(false);
  const [current, setCurrent] = useState(0);
  const months = useMemo(() => monthsOf(chunks).filter(({ month }) => month !== ''), [chunks]);
  const { heights, moveTo, scrolled, range } = wall;
  useEffect(() => {
    const at = heights.at(scrolled.current.offset);
    setCurrent(
      Math.max(
        0,
        months.findLastIndex(({ chunk }) => chunk <= at),
      ),
    );
  }, [heights, months, scrolled, range]);
  if (months.length < 2) return null;
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
    setCurrent(
      Math.max(
        0,
        months.findLastIndex(({ chunk }) => chunk <= heights.at(share * heights.total)),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: -12,
      PageDown: 12,
    };
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? months.length - 1 : current + (steps[event.key] ?? NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    event.stopPropagation();
    jump(to);
  };
  const share = (chunk: number) => (heights.total === 0 ? 0 : (heights.top(chunk) / heights.total) * 100);
  const years = months.filter(({ month }, at) => at === 0 || month.slice(0, 4) !== months[at - 1]?.month.slice(0, 4));
  const now = months[current];
  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      className="scrubber"
      data-pulled={isPulled}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={months.length - 1}
      aria-valuenow={current}
      aria-valuetext={monthName(now?.month ?? '', locale)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPulled(true);
        pull(event);
      }}
      onPointerMove={(event) => isPulled && pull(event)}
      onPointerUp={() => setPulled(false)}
      onPointerCancel={() => setPulled(false)}
    >
      {years.map(({ month, chunk }) => (
        <span key={month} className="scrubber__year ui-figures" style={{ top: `${share(chunk)}%` }} aria-hidden>
          {month.slice(0, 4)}
        </span>
      ))}
      <span className="scrubber__now" style={{ top: `${share(now?.chunk ?? 0)}%` }} aria-hidden>
        <span className="scrubber__words">{monthName(now?.month ?? '', locale, 'short')}</span>
      </span>
    </div>
  );
}
