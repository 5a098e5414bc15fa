import { useEffectEvent, useLayoutEffect, useRef } from 'react';

interface KeysUntilHereOptions {
  readonly isOpen: boolean;
  /** Whether it is drawn; that it has taken focus follows a moment later. */
  readonly isHere: boolean;
  readonly onEscape: () => void;
  /** Another key that is meant for it, before it is drawn. */
  readonly onKept: (key: string) => void;
}

/**
 * What is pressed between asking for a dialog and its taking focus is meant for the dialog. Escape closes it, and nothing else that is
 * open; other keys do nothing behind it, and are kept for it. Tab goes on, and so does typing into a field: that was begun before it was asked for.
 */
export function useKeysUntilHere({ isOpen, isHere, onEscape, onKept }: KeysUntilHereOptions): void {
  /** Where focus was when it was asked for; null when it is known to have come. */
  const origin = useRef<Element | null>(null);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isEscape = event.key === 'Escape';
    // The first other key that finds it here is its own, and so are all that follow.
    if (isHere && !isEscape) origin.current = null;
    const focused = document.activeElement;
    const isAway = origin.current !== null && (focused === origin.current || focused === document.body);
    if (event.isComposing || (isHere && !isAway) || !(isEscape || !isForPage(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isEscape) onEscape();
    else if (!isHere) onKept(event.key);
  });
  // Before effects: it takes focus in one of these, when it was fetched before and is here at once.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    origin.current = document.activeElement ?? document.body;
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [isOpen]);
}

const isForPage = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  ctrlKey ||
  metaKey ||
  altKey ||
  key === 'Tab' ||
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null);
