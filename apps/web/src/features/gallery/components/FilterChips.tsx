import { PlainButton } from '@modu/ui';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { useBoards } from '../../boards/index.ts';
import { useModelNames } from '../hooks/useModelNames.ts';
import { useSizeWords } from '../hooks/useSizeWords.ts';
import { daySpanWords, dayWords } from '../model/day-words.ts';
import { narrowingsOf, wholeWall, widen } from '../model/wall-filter.ts';
import type { GallerySearch, Narrowing } from '../model/wall-filter.ts';
import type { Narrowed } from './GalleryTools.tsx';

/** What the wall is narrowed by, each to be taken away again. The words that are searched for stand in their field. */
export function FilterChips({ search, onSearch }: Narrowed) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const list = useRef<HTMLUListElement>(null);
  const nameOf = useNames(search);
  const all = narrowingsOf(search);
  const chips = all.filter((one) => one !== 'search');
  if (chips.length === 0) return null;
  return (
    <ul ref={list} className="gallery-tools__chips" aria-label={t('narrowedBy')}>
      {chips.map((one, at) => (
        <li key={one}>
          <PlainButton
            className="gallery-tools__chip"
            label={t('takeAway', { name: nameOf(one) })}
            onPress={() => {
              handFocusOn(list.current, at);
              onSearch(widen(search, one));
            }}
          >
            {nameOf(one)}
            <X size={14} strokeWidth={1.5} aria-hidden />
          </PlainButton>
        </li>
      ))}
      {all.length > 1 && (
        <li key="all">
          <PlainButton
            variant="quiet"
            onPress={() => {
              handFocusOn(null);
              onSearch(wholeWall(search));
            }}
          >
            {t('gallery:clearFilters')}
          </PlainButton>
        </li>
      )}
    </ul>
  );
}

/** The chip at a place is about to go: focus moves to the one after it, or before it, else to where chips come from. */
function handFocusOn(list: HTMLElement | null, at = 0): void {
  const chips = [...(list?.querySelectorAll<HTMLElement>('.gallery-tools__chip') ?? [])];
  const next =
    chips[at + 1] ?? chips[at - 1] ?? document.querySelector<HTMLElement>('.gallery-tools [aria-haspopup=dialog]');
  next?.focus();
}

/** What the filters of an address are called. */
function useNames(search: GallerySearch): (one: Narrowing) => string {
  const { t } = useTranslation(['pictures', 'gallery']);
  const locale = useLocale();
  const { from, to, boardId, modelId, shape, tag } = search;
  const { spanWords } = useSizeWords();
  const modelName = useModelNames({ isWanted: modelId !== undefined });
  const { data: boards } = useBoards({ isWanted: boardId !== undefined });
  const shapes = { SQUARE: t('square'), LANDSCAPE: t('landscape'), PORTRAIT: t('portrait') };
  const names: Readonly<Record<Narrowing, () => string>> = {
    search: () => search.search ?? '',
    starred: () => t('gallery:starred'),
    date: () => {
      if (from !== undefined && to !== undefined) return daySpanWords({ from, to }, locale);
      if (from !== undefined) return t('sinceDay', { day: dayWords(from, locale) });
      return t('untilDay', { day: dayWords(to ?? '', locale) });
    },
    boardId: () => boards?.find(({ id }) => id === boardId)?.name ?? t('board'),
    modelId: () => modelName(modelId ?? ''),
    size: () => spanWords(search),
    shape: () => (shape === undefined ? '' : shapes[shape]),
    tag: () => `#${tag ?? ''}`,
  };
  return (one) => names[one]();
}
