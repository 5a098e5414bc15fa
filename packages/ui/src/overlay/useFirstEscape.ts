import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/**
 * The first Escape closes what focus is in, also while the name of one of its buttons shows: the tooltip would take it for itself. A
 * list that is open from the field with focus goes first.
 */
export function useFirstEscape(layer: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const focused = document.activeElement;
    const isHere = layer.current?.contains(focused) === true && focused?.getAttribute('aria-expanded') !== 'true';
    if (event.key !== 'Escape' || event.isComposing || !isHere) return;
    if (document.querySelector('.ui-tooltip') === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onEscape();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    // Before the tooltip, which listens at the document.
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
