const EDGE_PIXELS = 48;
const STEP_PIXELS = 14;

/** Scrolls a list on while something is held near its upper or lower edge; called for every word of where it is. */
export function scrollNearEdge(list: HTMLElement, clientY: number): void {
  const { top, bottom } = list.getBoundingClientRect();
  if (clientY < top + EDGE_PIXELS) list.scrollTop -= STEP_PIXELS;
  else if (clientY > bottom - EDGE_PIXELS) list.scrollTop += STEP_PIXELS;
}
