import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { cutBeginning, isAll, withPictures } from '../model/beginning.ts';
import type { WallFilter } from '../model/wall-filter.ts';
import { beginningQuery } from './chunk-query.ts';
import { useTimeline } from './useTimeline.ts';

interface Wanted {
  readonly filter: WallFilter;
  readonly sort: ImageSort;
  /** Left out, the wall goes on without end. */
  readonly page: number | undefined;
}

/**
 * What is drawn of a wall: its first pictures as soon as they are here, all of it in outline as soon as that is told, which takes
 * longer where many have to be counted. Until something of another content is here, the one before stays.
 */
export function useWall({ filter, sort, page }: Wanted) {
  const content = useMemo(() => ({ filter, sort }), [filter, sort]);
  const inPages = page !== undefined;
  const { reach, error, retry, chunks, isExact, countedTo, isAsBegun, ...told } = useTimeline(filter, {
    sort,
    inPages,
  });
  const isTold = told.totalCount !== null;
  const isWanted = !isTold && (page ?? 1) === 1;
  const { data, dataUpdatedAt, isFetching } = useQuery({ ...beginningQuery(content), enabled: isWanted });
  const beginning = useMemo(() => data && { pictures: data, at: dataUpdatedAt }, [data, dataUpdatedAt]);
  const drawn = useMemo(() => {
    if (!beginning || !isAsBegun) return chunks;
    return withPictures(isWanted ? cutBeginning(beginning, { sort, inPages }) : chunks, beginning);
  }, [beginning, isAsBegun, isWanted, chunks, sort, inPages]);
  const early = isWanted && beginning && isAll(beginning) ? beginning.pictures.length : null;
  const totalCount = told.totalCount ?? early;
  const now = useMemo(
    () => ({ content, chunks: drawn, page, totalCount, isExact: isExact && totalCount !== null, countedTo }),
    [content, drawn, page, totalCount, isExact, countedTo],
  );
  // Who has the outline first waits for the pictures that were asked for with it, and asks for none of them twice.
  const isHere = error !== null || totalCount === 0 || (drawn.length > 0 && !isFetching);
  const shown = useHeld(now, isHere);
  return {
    ...shown,
    reach,
    error,
    retry,
    /** Whether what is shown is of the wall before. */
    isBehind: shown.content !== content,
    isPending: !isHere && shown.totalCount === null && shown.chunks.length === 0,
  };
}

/** The last that was here, until the next is. */
function useHeld<Value>(now: Value, isHere: boolean): Value {
  const [held, hold] = useState(now);
  if (isHere && held !== now) hold(now);
  return isHere ? now : held;
}
