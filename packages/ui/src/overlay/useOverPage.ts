import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { inertAround } from './inert-around.ts';

const DIALOGS = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

/**
 * What lies over the page has focus, and gives it back where it was. The page is put out of reach a moment after it has been painted:
 * the styles of each element are computed anew for that, and it would be one long task with the drawing. Another dialog would take
 * focus back by then, so it is put out of reach first.
 */
export function useOverPage(layer: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const over = layer.current;
    if (over === null) return undefined;
    const before = document.activeElement;
    const isOverDialog = [...document.querySelectorAll(DIALOGS)].some((dialog) => !over.contains(dialog));
    let giveBack = isOverDialog ? inertAround(over) : null;
    const stop = afterPaint(() => (giveBack ??= inertAround(over)));
    over.querySelector('input')?.focus({ preventScroll: true });
    return () => {
      stop();
      giveBack?.();
      const isHere = over.contains(document.activeElement);
      if (isHere && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [layer]);
}

function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
