const RANGES_MAX = 12;

/** Pages in order, those that follow each other as one: `3, 5–7`; only the first of many. */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range && page === range[1] + 1) range[1] = page;
    else ranges.push([page, page]);
  }
  const written = ranges
    .slice(0, RANGES_MAX)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `${written.join(', ')}${ranges.length > RANGES_MAX ? ' …' : ''}`;
}
