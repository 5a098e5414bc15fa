import { useRef } from 'react';
import type { PointerEvent } from 'react';
import type { Point } from '../model/zoom.ts';

const MAIN_BUTTON = 0;
/** The same button among those that are held down. */
const HELD = 1;

/** A mouse that takes hold of what is larger than its window and draws it along. Fingers scroll by themselves. */
export function useGrab(onMove: (by: Point) => void) {
  const from = useRef<Point | null>(null);
  const letGo = () => {
    from.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.button !== MAIN_BUTTON || isOnScrollBar(event)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: ({ clientX: x, clientY: y, buttons }: PointerEvent) => {
      // It may have been let go of where nobody heard it.
      if (!from.current || (buttons & HELD) === 0) return letGo();
      onMove({ x: from.current.x - x, y: from.current.y - y });
      from.current = { x, y };
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}

/** Its own scroll bars lie beside what an element has room for. */
function isOnScrollBar({ currentTarget, clientX, clientY }: PointerEvent): boolean {
  const { left, top } = currentTarget.getBoundingClientRect();
  const { clientLeft, clientTop, clientWidth, clientHeight } = currentTarget;
  const [x, y] = [clientX - left - clientLeft, clientY - top - clientTop];
  return x < 0 || y < 0 || x >= clientWidth || y >= clientHeight;
}
