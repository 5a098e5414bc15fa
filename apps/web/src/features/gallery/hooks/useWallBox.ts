import { useCallback, useState } from 'react';

/** Measures the width of an element and the height of the window it is scrolled in; 0 until it is on the page. */
export function useWallBox() {
  const [box, setBox] = useState({ width: 0, height: 0 });
  const measure = useCallback((element: HTMLElement | null) => {
    const scroller = element?.parentElement?.parentElement;
    if (!element || !scroller) return undefined;
    const read = () => {
      const next = { width: element.clientWidth, height: scroller.clientHeight };
      setBox((before) => (before.width === next.width && before.height === next.height ? before : next));
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    observer.observe(scroller);
    read();
    return () => observer.disconnect();
  }, []);
  return [box, measure] as const;
}
