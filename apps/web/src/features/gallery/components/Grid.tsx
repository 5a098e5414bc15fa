import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useState } from 'react';
import type { PicturePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { justify } from '../model/justify.ts';
import { useWidth } from '../hooks/useWidth.ts';
import { GridTile } from './GridTile.tsx';

export interface GridProps {
  readonly label: string;
  readonly pictures: readonly PicturePartsFragment[];
  /** Called when the end comes near; the caller knows whether there is more. */
  readonly onNearEnd: () => void;
  readonly onExpired: () => void;
}

const GAP = 6;
const ROWS_AHEAD = 3;

/** The wall of pictures: justified rows, of which only those near the window are in the page. */
export function Grid({ label, pictures, onNearEnd, onExpired }: GridProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [width, measure] = useWidth();
  const targetHeight = width < 600 ? 150 : 220;
  const rows = useMemo(
    () => (width === 0 ? [] : justify(pictures, { width, targetHeight, gap: GAP })),
    [pictures, width, targetHeight],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (rows[index]?.height ?? targetHeight) + GAP,
    overscan: ROWS_AHEAD,
  });
  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? -1;
  // Row heights follow the width; what was measured for the old width no longer holds.
  useEffect(() => virtualizer.measure(), [rows, virtualizer]);
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - ROWS_AHEAD) onNearEnd();
  }, [lastShown, rows.length, onNearEnd]);
  return (
    <div className="grid" ref={setScroller}>
      <div
        ref={measure}
        role="list"
        aria-label={label}
        className="grid__wall"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {shown.map(({ key, index, start }) => (
          <div key={key} role="presentation" className="grid__row" style={{ transform: `translateY(${start}px)` }}>
            {rows[index]?.tiles.map(({ picture, width: tileWidth }) => (
              <GridTile
                key={picture.id}
                picture={picture}
                width={tileWidth}
                height={rows[index]?.height ?? 0}
                onExpired={onExpired}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
