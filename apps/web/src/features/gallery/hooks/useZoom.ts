import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { driftOf, middleOf, partAt, zoomWithin } from '../model/zoom.ts';
import type { Point } from '../model/zoom.ts';

/** So much of the stage comes into view with an arrow. */
const PAN_SHARE = 0.2;

/**
 * How close a picture is, and where on it one is: what lies under the pointer stays there while it grows or shrinks; by keys and
 * buttons, what lies in the middle.
 */
export function useZoom() {
  const [zoom, setZoom] = useState(1);
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly part: Point; readonly point: Point } | null>(null);
  const move = useCallback((by: Point) => {
    if (!stage.current) return;
    stage.current.scrollLeft += by.x;
    stage.current.scrollTop += by.y;
  }, []);
  useLayoutEffect(() => {
    if (held.current && frame.current)
      move(driftOf(held.current.part, held.current.point, frame.current.getBoundingClientRect()));
    held.current = null;
  }, [zoom, move]);
  const changeZoom = useCallback((next: (now: number) => number, at?: Point) => {
    if (stage.current && frame.current) {
      const point = at ?? middleOf(stage.current.getBoundingClientRect());
      held.current = { part: partAt(point, frame.current.getBoundingClientRect()), point };
    }
    setZoom((now) => zoomWithin(next(now)));
  }, []);
  const closer = useCallback((factor: number, at?: Point) => changeZoom((now) => now * factor, at), [changeZoom]);
  const pan = (across: number, down: number) => {
    const { clientWidth = 0, clientHeight = 0 } = stage.current ?? {};
    move({ x: across * PAN_SHARE * clientWidth, y: down * PAN_SHARE * clientHeight });
  };
  return { zoom, stage, frame, changeZoom, closer, move, pan };
}

export type Zoom = ReturnType<typeof useZoom>;
