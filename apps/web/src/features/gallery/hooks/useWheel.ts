import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { closerByWheel } from '../model/zoom.ts';
import type { Point } from '../model/zoom.ts';

/** A wheel over an element, with Ctrl or without, and two fingers of a trackpad: by how much closer, and at which point. */
export function useWheel(element: RefObject<HTMLElement | null>, onCloser: (factor: number, at: Point) => void): void {
  const turn = useEffectEvent((event: WheelEvent) => {
    // Across, it moves what is larger than the window.
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    event.preventDefault();
    onCloser(closerByWheel(event), { x: event.clientX, y: event.clientY });
  });
  useEffect(() => {
    const over = element.current;
    const listener = (event: WheelEvent) => turn(event);
    // React listens passively: the browser would make the whole page larger, too.
    over?.addEventListener('wheel', listener, { passive: false });
    return () => over?.removeEventListener('wheel', listener);
  }, [element]);
}
