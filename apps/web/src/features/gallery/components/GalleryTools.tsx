import { MenuButton, PlainButton, PlainIconButton, SearchField } from '@modu/ui';
import type { MenuAction } from '@modu/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowDownUp, Check, ListFilter, Star, Trash2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { WallFacetsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { isNarrowed } from '../model/wall-filter.ts';
import type { GallerySearch } from '../model/wall-filter.ts';

export interface GalleryToolsProps {
  readonly totalCount: number | null;
  readonly search: GallerySearch;
  readonly onSearch: (search: GallerySearch) => void;
}

const TYPING_MS = 250;
const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What is above the wall: its name, how many, search, filters and order. */
export function GalleryTools({ totalCount, search, onSearch }: GalleryToolsProps) {
  const { t } = useTranslation('gallery');
  const locale = useLocale();
  const [typed, setTyped] = useState(search.search ?? '');
  const { search: asked, page: _, ...others } = search;
  const otherKey = JSON.stringify(others);
  useEffect(() => {
    if (typed.trim() === (asked ?? '')) return undefined;
    const timer = setTimeout(() => {
      onSearch({
        ...(JSON.parse(otherKey) as GallerySearch),
        ...(typed.trim() === '' ? {} : { search: typed.trim() }),
      });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, asked, otherKey, onSearch]);
  const formatted = totalCount === null ? '' : new Intl.NumberFormat(locale).format(totalCount);
  return (
    <header className="gallery-tools">
      <div className="gallery-tools__line">
        <h1>{t('title')}</h1>
        {totalCount !== null && (
          <p className="page-head__note ui-figures" role="status">
            {t('count', { count: totalCount, formatted })}
          </p>
        )}
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
        <div className="gallery-tools__search">
          <SearchField hidesLabel label={t('search')} placeholder={t('searchHint')} value={typed} onChange={setTyped} />
        </div>
        <PlainIconButton
          label={t('starredOnly')}
          icon={<Star {...icon} />}
          isSelected={search.starred === true}
          onPress={() => {
            const { starred, ...rest } = others;
            onSearch({ ...rest, ...(asked ? { search: asked } : {}), ...(starred ? {} : { starred: true }) });
          }}
        />
        <FilterMenu search={search} onSearch={onSearch} />
        <SortMenu search={search} onSearch={onSearch} />
      </div>
      <Narrowing search={search} onSearch={onSearch} />
    </header>
  );
}

type Narrow = Pick<GalleryToolsProps, 'search' | 'onSearch'>;

function FilterMenu({ search, onSearch }: Narrow) {
  const { t } = useTranslation('gallery');
  const locale = useLocale();
  const { sort: _, page: __, ...filter } = search;
  const { data } = useQuery({
    queryKey: ['images', 'facets', filter],
    queryFn: async ({ signal }) => (await request(WallFacetsDocument, filter, { signal })).imageFacets,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const { page: _page, ...rest } = search;
  const action = (name: string, count: number, change: GallerySearch): MenuAction => ({
    ...{ id: JSON.stringify(change), name, note: new Intl.NumberFormat(locale).format(count) },
    onAction: () => onSearch({ ...rest, ...change }),
  });
  const shapes = { SQUARE: t('square'), LANDSCAPE: t('landscape'), PORTRAIT: t('portrait') };
  const groups = [
    (data?.models ?? []).map(({ model, count }) => action(model.id, count, { modelId: model.id })),
    (data?.shapes ?? []).map(({ shape, count }) => action(shapes[shape], count, { shape })),
    (data?.tags ?? []).slice(0, 10).map(({ tag, count }) => action(`#${tag}`, count, { tag })),
  ].filter((group) => group.length > 0);
  return <MenuButton label={t('filter')} icon={<ListFilter {...icon} />} groups={groups} />;
}

function SortMenu({ search, onSearch }: Narrow) {
  const { t } = useTranslation('gallery');
  const { sort = 'NEWEST', page, ...rest } = search;
  const orders = [
    ['NEWEST', t('newest')],
    ['OLDEST', t('oldest')],
    ['LARGEST', t('largest')],
  ] as const;
  const mark = (isOn: boolean) => (isOn ? { icon: <Check {...icon} /> } : {});
  const groups = [
    orders.map(([id, name]) => ({
      ...{ id, name, ...mark(sort === id) },
      onAction: () => onSearch({ ...rest, ...(id === 'NEWEST' ? {} : { sort: id }), ...(page ? { page: 1 } : {}) }),
    })),
    [
      {
        id: 'endless',
        name: t('endless'),
        ...mark(page === undefined),
        onAction: () => onSearch(withSort(rest, sort)),
      },
      {
        id: 'pages',
        name: t('inPages'),
        ...mark(page !== undefined),
        onAction: () => onSearch({ ...withSort(rest, sort), page: 1 }),
      },
    ],
  ];
  return <MenuButton label={t('order')} icon={<ArrowDownUp {...icon} />} groups={groups} />;
}

const withSort = (search: GallerySearch, sort: string): GallerySearch =>
  sort === 'OLDEST' || sort === 'LARGEST' ? { ...search, sort } : search;

/** What the wall is narrowed to, each to be taken away again. */
function Narrowing({ search, onSearch }: Narrow) {
  const { t } = useTranslation('gallery');
  if (!isNarrowed(search)) return null;
  const names = { SQUARE: t('square'), LANDSCAPE: t('landscape'), PORTRAIT: t('portrait') };
  const chips = [
    search.modelId === undefined ? null : (['modelId', search.modelId] as const),
    search.shape === undefined ? null : (['shape', names[search.shape]] as const),
    search.tag === undefined ? null : (['tag', `#${search.tag}`] as const),
  ].filter((chip) => chip !== null);
  if (chips.length === 0) return null;
  return (
    <ul className="gallery-tools__chips">
      {chips.map(([key, name]) => (
        <li key={key}>
          <PlainButton
            icon={<X {...icon} />}
            label={t('takeAway', { name })}
            onPress={() => {
              const { [key]: _, page: __, ...rest } = search;
              onSearch(rest);
            }}
          >
            {name}
          </PlainButton>
        </li>
      ))}
    </ul>
  );
}
