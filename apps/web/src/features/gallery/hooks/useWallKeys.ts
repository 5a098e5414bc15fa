import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { keptSingleKeys } from '../../../lib/keyboard/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { placeOfChosen } from '../model/chosen-place.ts';
import { bringIntoWindow } from '../model/into-window.ts';
import { useAreStarred } from './useAllStarred.ts';
import { useChangeImages } from './useChangeImages.ts';
import type { useSelection } from './useSelection.ts';

export interface WallKeysOptions {
  readonly totalCount: number;
  readonly selection: ReturnType<typeof useSelection>;
  readonly isTrash: boolean;
  /** Whoever presses Delete here may have meant the board alone: it is told plainly, and can be undone. */
  readonly isBoard: boolean;
  /** Asks which board what is chosen is to be put onto. */
  readonly onBoards: () => void;
  /** Brings a picture that is not on the page, of another stretch of the wall or another page, and gives it focus. */
  readonly onShow: (place: number) => void;
}

/** The wall by keyboard: arrows walk, Space chooses, letters change what is chosen or in focus. */
export function useWallKeys({ totalCount, selection, isTrash, isBoard, onBoards, onShow }: WallKeysOptions) {
  const [isSheetOpen, setSheetOpen] = useState(false);
  /** Gives focus to the picture at a place of the wall, once so many have left it. */
  const land = (place: number, goneCount: number) => {
    const next = Math.min(place, totalCount - goneCount - 1);
    if (next >= 0) onShow(next);
  };
  const { remove, star } = useKeyDeeds({ clear: selection.clear, isBoard, land });

  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || isTurnedOff(event)) return;
    if (event.key === '?') {
      // Taken here: the studio has a sheet under this key too.
      event.preventDefault();
      return setSheetOpen(true);
    }
    if (event.key === '/') return focusSearch(event);
    const tile = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-place]') : null;
    if (event.key === 'Escape' && selection.ids.size > 0) {
      if (!tile) land(placeOfChosen(selection.ids), 0);
      return selection.clear();
    }
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
        if (!isTrash) star(ids);
        return;
      case 'b':
        if (isTrash) return;
        if (selection.ids.size === 0) selection.onChoose({ id, place }, { toPlace: false });
        return onBoards();
      case 'r':
        if (isTrash) remove('restore', { ids, place });
        return;
      case 'Delete':
        if (!isTrash) remove('trash', { ids, place });
        return;
      default:
        return walk(event, { tile, place, totalCount, onShow });
    }
  };
  return { onKeyDown, land, isSheetOpen, setSheetOpen };
}

interface KeyDeedsOptions extends Pick<WallKeysOptions, 'isBoard'> {
  readonly clear: () => void;
  readonly land: (place: number, goneCount: number) => void;
}

/** What keys change. With nothing chosen there is no bar to say what went wrong, so it is told over the page. */
function useKeyDeeds({ clear, isBoard, land }: KeyDeedsOptions) {
  const { t } = useTranslation('pictures');
  const failure = useFailureWords();
  const leaving = useRef<Removed>(null);
  const landIfLost = () => {
    // Whoever has gone elsewhere meanwhile stays there.
    if (leaving.current && isOnLeaving(leaving.current)) land(leaving.current.place, leaving.current.ids.length);
  };
  const onRefused = (problem: Error) => void toast({ tone: 'negative', words: failure(problem) ?? '' });
  const change = useChangeImages({ onRefused });
  const removal = useChangeImages({ onRefused, onShown: landIfLost });
  const areStarred = useAreStarred();
  const tellTrashed = (ids: readonly string[]) =>
    void toast({
      tone: 'info',
      words: t('trashedOnBoard', { count: ids.length }),
      action: { label: t('undo'), onAction: () => change.mutate({ kind: 'restore', ids }) },
    });
  const remove = (kind: 'trash' | 'restore', removed: Removed) => {
    leaving.current = removed;
    const { ids } = removed;
    const onSuccess = () => {
      clear();
      if (document.activeElement === document.body) land(removed.place, ids.length);
      if (kind === 'trash' && isBoard) tellTrashed(ids);
    };
    removal.mutate({ kind, ids }, { onSuccess });
  };
  const star = (ids: readonly string[]) => change.mutate({ kind: 'star', ids, starred: !areStarred(ids) });
  return { remove, star };
}

/** Whether focus is on a picture that leaves, or has left with one already. */
function isOnLeaving({ ids }: Removed): boolean {
  const at = document.activeElement;
  return at === document.body || (at instanceof HTMLElement && ids.includes(at.dataset['id'] ?? ''));
}

/** Pictures that leave the wall, and where focus was. */
interface Removed {
  readonly ids: readonly string[];
  readonly place: number;
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

/** A letter or a sign without Ctrl, of somebody who wants none of these. */
const isTurnedOff = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !keptSingleKeys.get();

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('.gallery-tools input');
  if (!field) return;
  event.preventDefault();
  field.focus();
}

interface From extends Pick<WallKeysOptions, 'totalCount' | 'onShow'> {
  readonly tile: HTMLElement;
  readonly place: number;
}

function walk(event: KeyboardEvent, { tile, place, totalCount, onShow }: From): void {
  const to = target(event.key, { tile, place, totalCount });
  if (to === null) return;
  event.preventDefault();
  const there = tileAt(to);
  if (!there) return onShow(to);
  there.focus();
  bringIntoWindow(there);
}

/** The place a key leads to; null when it leads nowhere. */
function target(key: string, { tile, place, totalCount }: Omit<From, 'onShow'>): number | null {
  const held = (to: number) => Math.min(Math.max(0, to), totalCount - 1);
  switch (key) {
    case 'ArrowRight':
      return held(place + 1);
    case 'ArrowLeft':
      return held(place - 1);
    case 'ArrowDown':
      return neighbour(tile, 1) ?? held(lastPlace() + 1);
    case 'ArrowUp':
      return neighbour(tile, -1) ?? held(placeOf(document.querySelector(TILE)) - 1);
    case 'Home':
      return 0;
    case 'End':
      return totalCount - 1;
    default:
      return null;
  }
}

const TILE = '[data-place]';
const tileAt = (place: number) => document.querySelector<HTMLElement>(`[data-place="${place}"]`);
const placeOf = (tile: Element | null | undefined) => Number(tile?.getAttribute('data-place') ?? 0);
const lastPlace = () => placeOf([...document.querySelectorAll(TILE)].at(-1));

/** The place of the tile above or below whose middle is nearest. */
function neighbour(tile: HTMLElement, direction: 1 | -1): number | null {
  const own = tile.getBoundingClientRect();
  const middle = own.left + own.width / 2;
  let best: number | null = null;
  let bestMiss = Number.POSITIVE_INFINITY;
  for (const other of document.querySelectorAll<HTMLElement>(TILE)) {
    const box = other.getBoundingClientRect();
    const down = (box.top - own.top) * direction;
    if (down < 4) continue;
    const miss = down * 4 + Math.abs(box.left + box.width / 2 - middle);
    if (miss < bestMiss) [best, bestMiss] = [placeOf(other), miss];
  }
  return best;
}
