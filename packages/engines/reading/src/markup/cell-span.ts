/** Browsers read no more, and no table of a document is wider. */
const SPAN_MAX = 100;

/** How many columns or rows a cell reaches over, as its file says: at least one, whatever it says. */
export const cellSpan = (said: string | undefined): number =>
  Math.min(SPAN_MAX, Math.max(1, Number.parseInt(said ?? '1', 10) || 1));
