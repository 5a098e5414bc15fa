import { useEffect, useState } from 'react';

/** So many rows come with each turn. */
const ROWS_A_TURN = 2;

const waiting = new Set<() => void>();
let isDue = false;

/** One after another, each in a turn of its own: after a jump, what several chunks draw at once would be one long task. */
function takeTurn(draw: () => void): () => void {
  waiting.add(draw);
  callNext();
  return () => void waiting.delete(draw);
}

function callNext(): void {
  if (isDue || waiting.size === 0) return;
  isDue = true;
  // After the frame that shows the rows before; a timer, because hidden tabs have no frames.
  setTimeout(() => {
    isDue = false;
    const [draw] = waiting;
    if (draw) waiting.delete(draw);
    draw?.();
    callNext();
  }, 0);
}

/** How many of `count` rows to draw now: a few more with each turn, so that no turn draws sixty pictures, of however many chunks. */
export function useSlices(count: number): number {
  const [drawn, setDrawn] = useState(0);
  const isWhole = drawn >= count;
  useEffect(() => (isWhole ? undefined : takeTurn(() => setDrawn(drawn + ROWS_A_TURN))), [drawn, isWhole]);
  return Math.min(drawn, count);
}
