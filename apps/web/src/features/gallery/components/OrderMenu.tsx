import { MenuButton } from '@modu/ui';
import { ArrowDownUp, Check } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import type { GallerySearch } from '../model/wall-filter.ts';
import type { Narrowed } from './GalleryTools.tsx';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** In which order the wall comes, and whether it comes in pages. */
export function OrderMenu({ search, onSearch }: Narrowed) {
  const { t } = useTranslation('gallery');
  const { sort = 'NEWEST', page, ...rest } = search;
  const orders = [
    ['NEWEST', t('newest')],
    ['OLDEST', t('oldest')],
    ['LARGEST', t('largest')],
  ] as const;
  const mark = (isChosen: boolean) => ({ isChosen, ...(isChosen ? { icon: <Check {...icon} /> } : {}) });
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
