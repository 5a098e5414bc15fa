/** Puts focus on the work of a page: where it goes on when the part that had it is there no longer. */
export function focusWork(): void {
  document.getElementById('work')?.focus({ preventScroll: true });
}
