import { PlainIconButton, SearchField } from '@modu/ui';
import { Star, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { useTyped } from '../hooks/useTyped.ts';
import { narrow, narrowingsOf, widen } from '../model/wall-filter.ts';
import type { GallerySearch } from '../model/wall-filter.ts';
import { withItsWords } from '../model/with-its-words.ts';
import { FilterButton } from './FilterButton.tsx';
import { OrderMenu } from './OrderMenu.tsx';

const FilterChips = lazy(async () => ({ default: (await withItsWords(import('./FilterChips.tsx'))).FilterChips }));

/** What the address says of the wall, and how it is changed; typing writes over the last entry of the history. */
export interface Narrowed {
  readonly search: GallerySearch;
  readonly onSearch: (search: GallerySearch, options?: { readonly isTyping?: boolean }) => void;
}

export interface GalleryToolsProps extends Narrowed {
  readonly totalCount: number | null;
  /** Whether there are no more than these. */
  readonly isExact: boolean;
}

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What is above the wall: its name, how many, search, filters and order. */
export function GalleryTools({ totalCount, isExact, search, onSearch }: GalleryToolsProps) {
  const { t } = useTranslation('gallery');
  const formatted = inFigures(totalCount ?? 0);
  const counted = totalCount !== null && t(isExact ? 'count' : 'countAtLeast', { count: totalCount, formatted });
  const isStarred = search.starred === true;
  return (
    <header className="gallery-tools">
      <div className="gallery-tools__line">
        <h1>{t('title')}</h1>
        <p className="page-head__note ui-figures" role="status">
          {counted}
        </p>
        <span className="gallery-tools__gap" />
        <Link to="/boards" className="ui-button" data-variant="quiet">
          {t('boardsLink')}
        </Link>
        <Link to="/gallery/trash" className="ui-button" data-variant="quiet">
          <Trash2 {...icon} />
          {t('trash')}
        </Link>
      </div>
      <div className="gallery-tools__line">
        <WordSearch search={search} onSearch={onSearch} />
        <PlainIconButton
          label={t('starredOnly')}
          icon={<Star {...icon} />}
          isSelected={isStarred}
          onPress={() => onSearch(isStarred ? widen(search, 'starred') : narrow(search, 'starred', { starred: true }))}
        />
        <FilterButton counted={counted} search={search} onSearch={onSearch} />
        <OrderMenu search={search} onSearch={onSearch} />
      </div>
      {narrowingsOf(search).length > 0 && (
        <Suspense fallback={null}>
          <FilterChips search={search} onSearch={onSearch} />
        </Suspense>
      )}
    </header>
  );
}

function WordSearch({ search, onSearch }: Narrowed) {
  const { t } = useTranslation('gallery');
  const [typed, setTyped] = useTyped(search.search ?? '', (words) =>
    onSearch(narrow(search, 'search', words === '' ? {} : { search: words }), { isTyping: true }),
  );
  return (
    <div className="gallery-tools__search">
      <SearchField hidesLabel label={t('search')} placeholder={t('searchHint')} value={typed} onChange={setTyped} />
    </div>
  );
}
