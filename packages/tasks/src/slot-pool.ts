/** Slots that consumers of different tasks share, because what they run needs the same thing: threads, an engine, memory. */
export interface SlotPool {
  /** @returns how many of those wanted are granted. Whoever got fewer is called `again` when there may be more, the first to come first. */
  take(wanted: number, again: () => void): number;
  release(count: number): void;
  /** It wants no more for now. */
  leave(again: () => void): void;
}

export function createSlotPool(size: number): SlotPool {
  const waiting = new Set<() => void>();
  let free = size;
  return {
    take: (wanted, again) => {
      const granted = Math.min(wanted, free);
      free -= granted;
      if (granted < wanted) waiting.add(again);
      return granted;
    },
    release: (count) => {
      free += count;
      const [next] = waiting;
      if (!next || free === 0) return;
      waiting.delete(next);
      next();
    },
    leave: (again) => void waiting.delete(again),
  };
}
