import { useCallback, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { useAreStarred } from './useAllStarred.ts';
import { useChangeImages } from './useChangeImages.ts';
import type { useSelection } from './useSelection.ts';

interface Options {
  readonly totalCount: number;
  readonly selection: ReturnType<typeof useSelection>;
  readonly isTrash: boolean;
  /** Whoever presses Delete here may have meant the board alone: it is told plainly, and can be undone. */
  readonly isBoard: boolean;
}

/** The wall by keyboard: arrows walk, Space chooses, letters change what is chosen or in focus. */
export function useWallKeys({ totalCount, selection, isTrash, isBoard }: Options) {
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [wantsBoard, setWantsBoard] = useState(false);
  const { t } = useTranslation('gallery');
  const change = useChangeImages();
  const areStarred = useAreStarred();
  const askForBoard = useCallback(() => setWantsBoard(true), []);
  const endBoard = useCallback(() => setWantsBoard(false), []);

  const tellTrashed = (ids: readonly string[]) =>
    void toast({
      tone: 'info',
      words: t('trashedOnBoard', { count: ids.length }),
      action: { label: t('undo'), onAction: () => change.mutate({ kind: 'restore', ids }) },
    });
  const trash = (ids: readonly string[]) =>
    change.mutate(
      { kind: 'trash', ids },
      {
        onSuccess: () => {
          selection.clear();
          if (isBoard) tellTrashed(ids);
        },
      },
    );

  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target)) return;
    if (event.key === '?') return setSheetOpen(true);
    if (event.key === '/') return focusSearch(event);
    if (event.key === 'Escape' && selection.ids.size > 0) return selection.clear();
    const tile = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-place]') : null;
    if (!tile) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      return selection.chooseAll();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = Number(tile.dataset['place']);
    const id = tile.dataset['id'] ?? '';
    const ids = selection.ids.size > 0 ? [...selection.ids] : [id];
    switch (event.key) {
      case ' ':
        event.preventDefault();
        return selection.onChoose({ id, place }, { toPlace: event.shiftKey });
      case 's':
        if (!isTrash) change.mutate({ kind: 'star', ids, starred: !areStarred(ids) });
        return;
      case 'b':
        if (isTrash) return;
        if (selection.ids.size === 0) selection.onChoose({ id, place }, { toPlace: false });
        return askForBoard();
      case 'r':
        if (isTrash) change.mutate({ kind: 'restore', ids }, { onSuccess: selection.clear });
        return;
      case 'Delete':
        if (!isTrash) trash(ids);
        return;
      default:
        return walk(event, { tile, place, totalCount });
    }
  };
  return { onKeyDown, isSheetOpen, setSheetOpen, wantsBoard, askForBoard, endBoard };
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('.gallery-tools input');
  if (!field) return;
  event.preventDefault();
  field.focus();
}

interface From {
  readonly tile: HTMLElement;
  readonly place: number;
  readonly totalCount: number;
}

function walk(event: KeyboardEvent, { tile, place, totalCount }: From): void {
  const next =
    event.key === 'ArrowRight'
      ? tileAt(Math.min(place + 1, totalCount - 1))
      : event.key === 'ArrowLeft'
        ? tileAt(Math.max(place - 1, 0))
        : event.key === 'ArrowDown' || event.key === 'ArrowUp'
          ? neighbour(tile, event.key === 'ArrowDown' ? 1 : -1)
          : null;
  if (!next) return;
  event.preventDefault();
  next.focus();
  bringIntoWindow(next);
}

const tileAt = (place: number) => document.querySelector<HTMLElement>(`[data-place="${place}"]`);

/** The tile above or below whose middle is nearest. */
function neighbour(tile: HTMLElement, direction: 1 | -1): HTMLElement | null {
  const own = tile.getBoundingClientRect();
  const middle = own.left + own.width / 2;
  let best: HTMLElement | null = null;
  let bestMiss = Number.POSITIVE_INFINITY;
  for (const other of document.querySelectorAll<HTMLElement>('[data-place]')) {
    const box = other.getBoundingClientRect();
    const down = (box.top - own.top) * direction;
    if (down < 4) continue;
    const miss = down * 4 + Math.abs(box.left + box.width / 2 - middle);
    if (miss < bestMiss) [best, bestMiss] = [other, miss];
  }
  return best;
}

/** The browser can't scroll to what a transform placed; the wall's own scroller does. */
function bringIntoWindow(tile: HTMLElement): void {
  const scroller = tile.closest<HTMLElement>('.wall__scroller');
  if (!scroller) return;
  const window = scroller.getBoundingClientRect();
  const box = tile.getBoundingClientRect();
  if (box.top < window.top) scroller.scrollTop -= window.top - box.top + 12;
  else if (box.bottom > window.bottom) scroller.scrollTop += box.bottom - window.bottom + 12;
}
