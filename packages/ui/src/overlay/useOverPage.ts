import { useCallback, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { inertAround } from './inert-around.ts';
import type { OutOfReach } from './inert-around.ts';

const DIALOGS = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

/** So many elements at a time: on a slow phone their styles are some 25 ms. */
const PART = 100;

/** Gives back the rest of a page that was behind something a moment ago. */
let giveBackRest: (() => void) | null = null;

/**
 * What lies over the page has focus, and gives it back where it was. The page is put out of reach a moment after it has been painted:
 * the styles of each element are computed anew for that, and it would be one long task with the drawing. Another dialog would take
 * focus back by then, so it is put out of reach first. So it is given back, too: the place with focus at once, the rest part after part,
 * each after a paint, unless a key or a press comes first: then all at once. Answers how to give back all of it before what lies over it goes.
 */
export function useOverPage(layer: RefObject<HTMLElement | null>): () => void {
  const behind = useRef<OutOfReach | null>(null);
  useLayoutEffect(() => {
    const over = layer.current;
    if (over === null) return undefined;
    giveBackRest?.();
    const before = document.activeElement;
    const isOverDialog = [...document.querySelectorAll(DIALOGS)].some((dialog) => !over.contains(dialog));
    behind.current = isOverDialog ? inertAround(over) : null;
    const stop = afterPaint(() => (behind.current ??= inertAround(over)));
    over.querySelector('input')?.focus({ preventScroll: true });
    return () => {
      stop();
      const isHere = over.contains(document.activeElement);
      const returnsTo = isHere && before instanceof HTMLElement ? before : null;
      if (isOverDialog || returnsTo === null) behind.current?.giveBack();
      else if (behind.current !== null) giveBackFor(returnsTo, behind.current);
      returnsTo?.focus({ preventScroll: true });
    };
  }, [layer]);
  return useCallback(() => behind.current?.giveBack(), []);
}

function giveBackFor(first: Element, { giveBackFirst, giveBackSome, giveBack }: OutOfReach): void {
  giveBackFirst(first);
  const inputs = ['keydown', 'pointerdown'] as const;
  const goOn = () => {
    if (giveBackSome(PART)) stop = afterPaint(goOn);
    else giveBackRest?.();
  };
  let stop = afterPaint(goOn);
  giveBackRest = () => {
    giveBackRest = null;
    stop();
    for (const input of inputs) window.removeEventListener(input, onInput, { capture: true });
    giveBack();
  };
  const onInput = () => giveBackRest?.();
  for (const input of inputs) window.addEventListener(input, onInput, { capture: true });
}

function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
