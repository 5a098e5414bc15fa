import { Skeleton } from '@modu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { chunkQuery } from '../hooks/chunk-query.ts';
import { usePointed } from '../hooks/usePointed.ts';
import { useWidth } from '../hooks/useWidth.ts';
import { chunkAt, NO_CHUNK } from '../model/chunks.ts';
import { GAP, layOut, targetHeightOf } from '../model/lay-out.ts';
import { Pager } from './Pager.tsx';
import { TileRows } from './TileRows.tsx';
import type { WallProps } from './Wall.tsx';
import '../wall.css';

export interface Pages {
  /** From 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** One page of the wall at a time, for those who would rather know where they are. Each chunk is a page. */
export function PagedWall(props: WallProps & Pages) {
  const { label, content, chunks, handle, isExact, beyond, reach, page, onPage, ...actions } = props;
  const { t } = useTranslation('gallery');
  const client = useQueryClient();
  const [width, measure] = useWidth();
  const scroller = useRef<HTMLDivElement>(null);
  const { point, pointed } = usePointed();
  const shown = Math.min(page, Math.max(1, chunks.length));
  const chunk = chunks[shown - 1];
  const next = chunks[shown];
  const query = useQuery({
    ...chunkQuery(content, chunk ?? NO_CHUNK),
    enabled: chunk !== undefined,
  });
  const { data, isError, refetch } = query;
  useEffect(() => reach(page), [reach, page]);
  useEffect(() => {
    if (data && next) void client.prefetchQuery(chunkQuery(content, next));
  }, [client, content, data, next]);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [shown]);
  useImperativeHandle(handle, () => ({
    show: (place) => {
      const target = chunkAt(chunks, place) + 1;
      if (target > 0 && target !== shown) onPage(target);
      point(place);
    },
  }));
  const onExpired = useCallback(() => void refetch(), [refetch]);
  const laid = useMemo(() => {
    const options = { width, targetHeight: targetHeightOf(width), gap: GAP, isLast: isExact && next === undefined };
    return data && width > 0 ? layOut(data, options) : null;
  }, [data, width, isExact, next]);
  return (
    <div className="paged">
      <div className="paged__scroller" ref={scroller}>
        {isError && <Failed title={t('failed')} query={query} />}
        <div ref={measure} role="list" aria-label={label} aria-busy={laid === null} data-keeps-focus>
          {laid && (
            <TileRows {...actions} {...pointed} {...laid} {...{ gap: GAP, onExpired }} start={chunk?.start ?? 0} />
          )}
        </div>
        {laid === null && !isError && <Skeleton height="212px" />}
      </div>
      {chunks.length > 1 && <Pager page={shown} pages={chunks.length} {...{ isExact, beyond, onPage }} />}
    </div>
  );
}
