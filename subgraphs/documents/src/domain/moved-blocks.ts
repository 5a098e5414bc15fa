/** A block that stands elsewhere than where it was read, and what it stands behind; null: it is first. */
export interface MovedBlock {
  readonly number: number;
  readonly afterNumber: number | null;
}

/**
 * The fewest blocks that were moved to stand in this order, the first of them first. Blocks are numbered as they were read: those that stayed are the longest
 * run of rising numbers (Fredman, On computing the length of longest increasing subsequences, 1975), whatever was moved there and back again.
 * @param order the numbers of blocks as they stand now. @param before the number of the block before the first; null when none is.
 */
export function movedBlocks(order: readonly number[], before: number | null): MovedBlock[] {
  const stayed = longestRise(order);
  return order.flatMap((number, at) =>
    stayed.has(number) ? [] : { number, afterNumber: at === 0 ? before : order[at - 1]! },
  );
}

function longestRise(order: readonly number[]): ReadonlySet<number> {
  /** By length: the lowest number that a run of that length can end with. */
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of order) {
    const length = placeIn(ends, number);
    ends[length] = number;
    previous.set(number, ends[length - 1]);
  }
  const rise = new Set<number>();
  for (let number = ends.at(-1); number !== undefined; number = previous.get(number)) rise.add(number);
  return rise;
}

/** How many of these rising numbers are lower. */
function placeIn(rising: readonly number[], number: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rising[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return from;
}
