import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { EmptyGallery, NothingFound } from './components/EmptyGallery.tsx';
import { GalleryTools } from './components/GalleryTools.tsx';
import { PictureWall } from './components/PictureWall.tsx';
import type { PictureWallProps } from './components/PictureWall.tsx';
import { isNarrowed } from './model/wall-filter.ts';
import type { GallerySearch } from './model/wall-filter.ts';
import './gallery.css';

const PagedWall = lazy(async () => ({ default: (await import('./components/PagedWall.tsx')).PagedWall }));

export interface GalleryPageProps {
  readonly search: GallerySearch;
  readonly onSearch: (search: GallerySearch) => void;
  readonly boards: NonNullable<PictureWallProps['boards']>;
}

/** All of the viewer's pictures on one wall. */
export function GalleryPage({ search, onSearch, boards }: GalleryPageProps) {
  const { t } = useTranslation('gallery');
  const { sort = 'NEWEST', page, ...filter } = search;
  const key = JSON.stringify(filter);
  const steady = useMemo(() => JSON.parse(key) as typeof filter, [key]);
  const head = (totalCount: number | null) => (
    <GalleryTools totalCount={totalCount} search={search} onSearch={onSearch} />
  );
  const empty = isNarrowed(search) ? <NothingFound onClear={() => onSearch({})} /> : <EmptyGallery />;
  return (
    <div className="gallery">
      <PageTitle>{t('title')}</PageTitle>
      {page === undefined ? (
        <PictureWall label={t('title')} filter={steady} sort={sort} empty={empty} head={head} boards={boards} />
      ) : (
        <Suspense fallback={head(null)}>
          <PagedWall
            filter={steady}
            sort={sort}
            page={page}
            onPage={(next) => onSearch({ ...search, page: next })}
            empty={empty}
            head={head}
          />
        </Suspense>
      )}
    </div>
  );
}
