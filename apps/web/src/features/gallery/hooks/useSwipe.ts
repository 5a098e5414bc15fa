import { useRef } from 'react';
import type { PointerEvent } from 'react';

const FAR_ENOUGH_PIXELS = 48;
/** A finger that goes on moves along much more than across. */
const ALONG_TO_ACROSS = 1.5;

/** A finger drawn across: `onSwipe` hears 1 for what comes after, -1 for what came before. */
export function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const began = useRef<{ readonly id: number; readonly x: number; readonly y: number } | null>(null);
  const forget = () => {
    began.current = null;
  };
  return {
    onPointerDown: ({ pointerType, isPrimary, pointerId, clientX, clientY }: PointerEvent) => {
      // A second finger is a pinch.
      began.current = pointerType === 'touch' && isPrimary ? { id: pointerId, x: clientX, y: clientY } : null;
    },
    onPointerUp: ({ pointerId, clientX, clientY }: PointerEvent) => {
      const from = began.current;
      forget();
      if (from?.id !== pointerId) return;
      const [along, across] = [clientX - from.x, clientY - from.y];
      if (Math.abs(along) < FAR_ENOUGH_PIXELS || Math.abs(along) < Math.abs(across) * ALONG_TO_ACROSS) return;
      onSwipe(along < 0 ? 1 : -1);
    },
    onPointerCancel: forget,
  };
}
