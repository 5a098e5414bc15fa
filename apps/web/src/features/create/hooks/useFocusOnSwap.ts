import { useEffect, useRef } from 'react';

/** Where one view takes the place of another at a press, what was pressed is gone: focus goes to the first thing of the new view. */
export function useFocusOnSwap(view: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    box.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [view]);
  return box;
}
