import { useEffect, useState } from 'react';

/** So many rows come at first, and with each turn after it. */
const ROWS_A_TURN = 2;

/** How many of `count` rows to draw now: a few more after each frame, so that no turn draws sixty pictures. */
export function useSlices(count: number): number {
  const [drawn, setDrawn] = useState(ROWS_A_TURN);
  const isWhole = drawn >= count;
  useEffect(() => {
    if (isWhole) return undefined;
    // After the frame that shows the rows before; a timer, because hidden tabs have no frames.
    const timer = setTimeout(() => setDrawn(drawn + ROWS_A_TURN), 0);
    return () => clearTimeout(timer);
  }, [drawn, isWhole]);
  return Math.min(drawn, count);
}
