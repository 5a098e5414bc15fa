/** The browser can't scroll to what a transform placed; the wall's own scroller does. A page of the wall is scrolled by the browser. */
export function bringIntoWindow(tile: HTMLElement): void {
  const scroller = tile.closest<HTMLElement>('.wall__scroller');
  if (!scroller) return;
  const window = scroller.getBoundingClientRect();
  const box = tile.getBoundingClientRect();
  if (box.top < window.top) scroller.scrollTop -= window.top - box.top + 12;
  else if (box.bottom > window.bottom) scroller.scrollTop += box.bottom - window.bottom + 12;
}
