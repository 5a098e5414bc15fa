import { PlainButton } from '@modu/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { Link } from '../../../lib/way/index.ts';
import { chunkQuery } from '../hooks/chunk-query.ts';
import { useTimeline } from '../hooks/useTimeline.ts';
import { useWidth } from '../hooks/useWidth.ts';
import { CHUNK_PICTURES } from '../model/chunks.ts';
import { justify } from '../model/justify.ts';
import type { WallFilter } from '../model/wall-filter.ts';

export interface PagedWallProps {
  readonly filter: WallFilter;
  readonly sort: ImageSort;
  /** From 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly empty: ReactNode;
  readonly head: (totalCount: number | null) => ReactNode;
}

/** The gallery in pages, for those who would rather know where they are. */
export function PagedWall({ filter, sort, page, onPage, empty, head }: PagedWallProps) {
  const { t } = useTranslation('gallery');
  const locale = useLocale();
  const { totalCount } = useTimeline(filter, sort);
  const [width, measure] = useWidth();
  const pages = Math.max(1, Math.ceil((totalCount ?? 0) / CHUNK_PICTURES));
  const shown = Math.min(page, pages);
  const skip = (shown - 1) * CHUNK_PICTURES;
  const whole = { month: '', isFirst: false, isLast: true, day: '', start: skip, count: CHUNK_PICTURES, skip };
  const { data: pictures = [] } = useQuery({
    ...chunkQuery({ filter, sort }, { ...whole, key: `page/${shown}`, monthCount: totalCount ?? 0 }),
    enabled: (totalCount ?? 0) > 0,
    placeholderData: keepPreviousData,
  });
  const rows = width === 0 ? [] : justify(pictures, { width, targetHeight: width < 600 ? 132 : 212, gap: 6 });
  const number = new Intl.NumberFormat(locale);
  return (
    <div className="picture-wall">
      {head(totalCount)}
      {totalCount === 0 && empty}
      <div className="paged">
        <div ref={measure} role="list" aria-label={t('title')}>
          {rows.map(({ tiles, height }) => (
            <div
              key={tiles[0]?.picture.id}
              role="presentation"
              className="wall__row"
              style={{ height, marginBottom: 6 }}
            >
              {tiles.map(({ picture, width: tileWidth }) => (
                <div key={picture.id} role="listitem" className="wall__tile" style={{ width: tileWidth, height }}>
                  <Link to="/gallery/$imageId" params={{ imageId: picture.id }} className="wall__picture">
                    <Picture
                      cacheKey={`${picture.id}/thumbnail`}
                      url={picture.thumbnailUrl}
                      thumbhash={picture.thumbhash}
                      width={tileWidth}
                      height={height}
                      alt={picture.title ?? picture.prompt ?? t('untitled')}
                    />
                  </Link>
                </div>
              ))}
            </div>
          ))}
        </div>
        {pages > 1 && (
          <nav className="paged__nav" aria-label={t('pages')}>
            <PlainButton isDisabled={shown === 1} onPress={() => onPage(1)}>
              {t('firstPage')}
            </PlainButton>
            <PlainButton isDisabled={shown === 1} onPress={() => onPage(shown - 1)}>
              {t('before')}
            </PlainButton>
            <span className="ui-figures" aria-live="polite">
              {t('pageOf', { page: number.format(shown), pages: number.format(pages) })}
            </span>
            <PlainButton isDisabled={shown === pages} onPress={() => onPage(shown + 1)}>
              {t('after')}
            </PlainButton>
            <PlainButton isDisabled={shown === pages} onPress={() => onPage(pages)}>
              {t('lastPage')}
            </PlainButton>
          </nav>
        )}
      </div>
    </div>
  );
}
