import { useRef, useState } from 'react';
import { useLocale } from '../../../lib/language/index.ts';
import { useScrub } from '../hooks/useScrub.ts';
import type { ScrubbedWall } from '../hooks/useScrub.ts';
import type { Chunk } from '../model/chunks.ts';
import { monthName } from '../model/month-name.ts';
import { GoBeyond } from './GoBeyond.tsx';
import type { Beyond } from './GoBeyond.tsx';

interface ScrubberProps {
  readonly label: string;
  readonly chunks: readonly Chunk[];
  readonly wall: ScrubbedWall;
  readonly beyond?: Beyond | null;
}

/** Jumps through time: over the months of the wall, and on from the last that are counted. */
export function Scrubber({ beyond = null, ...months }: ScrubberProps) {
  const last = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Months {...months} isOpenEnded={beyond !== null} onEnd={() => last.current?.focus()} />
      {beyond && <GoBeyond {...beyond} buttonRef={last} />}
    </>
  );
}

interface MonthsProps extends Pick<ScrubberProps, 'label' | 'chunks' | 'wall'> {
  readonly isOpenEnded: boolean;
  /** A key that leads on was pressed at the last month. */
  readonly onEnd: () => void;
}

/** A slider over the months of the wall, with the years written beside it. */
function Months({ label, chunks, wall, isOpenEnded, onEnd }: MonthsProps) {
  const locale = useLocale();
  const [isPulled, setPulled] = useState(false);
  const { track, months, current, pull, onKeyDown, share } = useScrub(chunks, wall, onEnd);
  if (months.length < 2) return null;
  const years = months.filter(({ month }, at) => at === 0 || month.slice(0, 4) !== months[at - 1]?.month.slice(0, 4));
  const now = months[current];
  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      className="scrubber"
      data-pulled={isPulled}
      data-open-ended={isOpenEnded}
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
