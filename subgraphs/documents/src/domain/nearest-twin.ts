/** A block by what it said when it was read, and where: blocks are numbered in the order in which they were read. */
export interface Twin {
  readonly number: number;
  readonly sign: string;
}

/** For each block the one of another reading that says the same: the nearest that no other has taken. @returns numbers. */
export function nearestTwins(blocks: readonly Twin[], others: readonly Twin[]): Map<number, number> {
  const bySign = Map.groupBy(others, ({ sign }) => sign);
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { number, sign } of blocks) {
    let best: Twin | undefined;
    for (const other of bySign.get(sign) ?? []) {
      if (taken.has(other.number)) continue;
      if (!best || Math.abs(other.number - number) < Math.abs(best.number - number)) best = other;
    }
    if (!best) continue;
    taken.add(best.number);
    found.set(number, best.number);
  }
  return found;
}
