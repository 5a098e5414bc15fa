import { useMemo } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { EmptyGallery } from './components/EmptyGallery.tsx';
import { GalleryTools } from './components/GalleryTools.tsx';
import type { Narrowed } from './components/GalleryTools.tsx';
import { PictureWall } from './components/PictureWall.tsx';
import type { PictureWallProps } from './components/PictureWall.tsx';
import { goOnFrom } from './model/beyond.ts';
import { filterOf, narrowingsOf, wholeWall } from './model/wall-filter.ts';
import type { GallerySearch, WallFilter } from './model/wall-filter.ts';
import './gallery.css';

export interface GalleryPageProps {
  readonly search: GallerySearch;
  readonly onSearch: Narrowed['onSearch'];
  readonly boards: NonNullable<PictureWallProps['boards']>;
}

/** All of the viewer's pictures on one wall. */
export function GalleryPage({ search, onSearch, boards }: GalleryPageProps) {
  const { t } = useTranslation('gallery');
  const { sort = 'NEWEST', page } = search;
  const key = JSON.stringify(filterOf(search));
  const filter = useMemo(() => JSON.parse(key) as WallFilter, [key]);
  const isNarrowed = narrowingsOf(search).length > 0;
  return (
    <div className="gallery">
      <PageTitle>{t('title')}</PageTitle>
      <PictureWall
        label={t('title')}
        filter={filter}
        sort={sort}
        pages={page === undefined ? undefined : { page, onPage: (next) => onSearch({ ...search, page: next }) }}
        empty={<EmptyGallery onClear={isNarrowed ? () => onSearch(wholeWall(search)) : null} />}
        head={(totalCount, isExact) => <GalleryTools {...{ totalCount, isExact, search, onSearch }} />}
        boards={boards}
        beyond={(day) => {
          const next = goOnFrom(search, day);
          return next && (() => onSearch(next));
        }}
      />
    </div>
  );
}
