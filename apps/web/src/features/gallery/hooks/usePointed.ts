import { useCallback, useState } from 'react';
import { bringIntoWindow } from '../model/into-window.ts';

/** Which tile is to have focus once it is on the page; it is brought into the window with it. */
export function usePointed() {
  const [focusPlace, point] = useState<number | null>(null);
  const onFocused = useCallback((tile: HTMLElement) => {
    bringIntoWindow(tile);
    point(null);
  }, []);
  return { point, pointed: { focusPlace, onFocused } };
}
