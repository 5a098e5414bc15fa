/**
 * Heights of many things one below the other, with the sum of the first n and its inverse in O(log n): a Fenwick tree.
 * So a wall of a million pictures knows where each is although most of its heights are guesses until they are seen.
 */
export interface Heights {
  readonly size: number;
  readonly total: number;
  get(index: number): number;
  /** @returns by how much the height changed. */
  set(index: number, height: number): number;
  /** Where the thing begins. */
  top(index: number): number;
  /** The thing at an offset; the last one for offsets beyond the end. */
  at(offset: number): number;
}

export function createHeights(initial: readonly number[]): Heights {
  const size = initial.length;
  const heights = Float64Array.from(initial);
  const tree = new Float64Array(size + 1);
  let total = 0;
  for (let index = 1; index <= size; index++) {
    const height = heights[index - 1] ?? 0;
    total += height;
    tree[index] = (tree[index] ?? 0) + height;
    const parent = index + (index & -index);
    if (parent <= size) tree[parent] = (tree[parent] ?? 0) + (tree[index] ?? 0);
  }
  let highest = 1;
  while (highest * 2 <= size) highest *= 2;
  return {
    size,
    get total() {
      return total;
    },
    get: (index) => heights[index] ?? 0,
    set: (index, height) => {
      const change = height - (heights[index] ?? 0);
      heights[index] = height;
      total += change;
      for (let at = index + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + change;
      return change;
    },
    top: (index) => {
      let sum = 0;
      for (let at = Math.min(index, size); at > 0; at -= at & -at) sum += tree[at] ?? 0;
      return sum;
    },
    at: (offset) => {
      let position = 0;
      let left = offset;
      for (let step = highest; step > 0 && size > 0; step >>= 1) {
        const next = position + step;
        if (next <= size && (tree[next] ?? 0) <= left) {
          position = next;
          left -= tree[next] ?? 0;
        }
      }
      return Math.max(0, Math.min(position, size - 1));
    },
  };
}
