import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { chunkQuery } from '../hooks/chunk-query.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { useSlices } from '../hooks/useSlices.ts';
import { CHUNK_PICTURES } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import type { JustifyOptions } from '../model/justify.ts';
import { layOut } from '../model/lay-out.ts';
import { monthName } from '../model/month-name.ts';
import { TileRows } from './TileRows.tsx';
import type { PointedTile, TileActions } from './WallTile.tsx';

export interface WallChunkProps extends TileActions, PointedTile {
  readonly chunk: Chunk;
  readonly index: number;
  readonly content: WallContent;
  readonly top: number;
  readonly height: number;
  /** Height of the month's name above the pictures; 0 for none. */
  readonly heading: number;
  readonly layout: JustifyOptions;
  readonly onHeight: (index: number, height: number) => void;
}

/** Who flies past is not asked for. */
const SETTLE_MS = 140;

/** What one begins with is not flown past. */
const isBeginning = ({ start }: Chunk) => start < CHUNK_PICTURES;

/** A chunk of the wall: asked for once it stays in the window, quiet frames until then. */
export const WallChunk = memo(function WallChunk(props: WallChunkProps) {
  const { chunk, index, content, top, height, heading, layout, onHeight, ...tile } = props;
  const { t } = useTranslation('gallery');
  const locale = useLocale();
  const [isSettled, setSettled] = useState(() => isBeginning(chunk));
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  const { data: pictures, isError, refetch } = useQuery({ ...chunkQuery(content, chunk), enabled: isSettled });
  const { width, targetHeight, gap } = layout;
  const laid = useMemo(
    () => (pictures ? layOut(pictures, { width, targetHeight, gap, isLast: chunk.isLast }) : null),
    [pictures, width, targetHeight, gap, chunk.isLast],
  );
  const laidHeight = laid === null ? null : laid.height + heading;
  useLayoutEffect(() => {
    if (laidHeight !== null) onHeight(index, laidHeight);
  }, [laidHeight, index, onHeight]);
  const drawn = useSlices(laid?.rows.length ?? 0);
  const onExpired = useCallback(() => void refetch(), [refetch]);
  const monthCount = inFigures(chunk.monthCount);
  return (
    <div role="presentation" className="wall__chunk" style={{ transform: `translateY(${top}px)`, height }}>
      {heading > 0 && (
        <div role="listitem">
          <h2 className="wall__month" style={{ height: heading }}>
            {monthName(chunk.month, locale)}
            {/* Who hears the year and the number hears them apart. */}
            <span className="ui-hidden">, </span>
            <span className="wall__month-count ui-figures">
              {chunk.isWhole ? monthCount : t('atLeast', { formatted: monthCount })}
            </span>
          </h2>
        </div>
      )}
      {isError && (
        <button type="button" className="wall__again" onClick={() => void refetch()}>
          {t('failed')} {t('again')}
        </button>
      )}
      {laid && (
        <TileRows {...tile} rows={laid.rows.slice(0, drawn)} gap={gap} start={chunk.start} onExpired={onExpired} />
      )}
    </div>
  );
});
