export interface ConflatingQueueOptions<Item> {
  /** Items of one key replace each other while they wait, unless `keeps` says that both are wanted. */
  keyOf(item: Item): string;
  /** Whether `older`, which still waits, must be delivered although `newer` of the same key has come. */
  keeps(older: Item, newer: Item): boolean;
  /** What is delivered instead of `older`, which still waits, and `newer`, which takes its place. */
  merge?(older: Item, newer: Item): Item;
  /** Whether the item may be dropped when too many wait. */
  mayDrop(item: Item): boolean;
  readonly max: number;
  onClose(): void;
}

/** A queue between a fast source and one reader of any speed: bounded, in order, newest state of each key. */
export interface ConflatingQueue<Item> extends AsyncIterableIterator<Item> {
  push(item: Item): void;
  /** How many wait for the reader. */
  size(): number;
  /** What waits is still delivered; then it ends. */
  end(): void;
}

/** The reader is so far behind that not even the ends of its jobs can be kept for it. */
export class ReaderTooSlowError extends Error {
  constructor() {
    super('The reader is too slow.');
    this.name = 'ReaderTooSlowError';
  }
}

export function createConflatingQueue<Item>(options: ConflatingQueueOptions<Item>): ConflatingQueue<Item> {
  const waiting: Item[] = [];
  let readers: { resolve(result: IteratorResult<Item>): void; reject(error: Error): void }[] = [];
  let state: 'open' | 'ending' | 'closed' = 'open';
  let failure: Error | undefined;

  const close = () => {
    if (state === 'closed') return;
    state = 'closed';
    waiting.length = 0;
    for (const reader of readers) reader.resolve({ done: true, value: undefined });
    readers = [];
    options.onClose();
  };

  const queue: ConflatingQueue<Item> = {
    push: (item) => {
      if (state !== 'open') return;
      const reader = readers.shift();
      if (reader) reader.resolve({ done: false, value: item });
      else if (!place(waiting, item, options)) {
        failure = new ReaderTooSlowError();
        close();
      }
    },
    size: () => waiting.length,
    end: () => {
      if (state !== 'open') return;
      state = 'ending';
      if (waiting.length === 0) close();
    },
    next: () => {
      const item = waiting.shift();
      if (item !== undefined) return Promise.resolve({ done: false, value: item });
      if (failure) return Promise.reject(failure);
      if (state !== 'open') {
        close();
        return Promise.resolve({ done: true, value: undefined });
      }
      return new Promise((resolve, reject) => readers.push({ resolve, reject }));
    },
    return: () => {
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => queue,
  };
  return queue;
}

/** @returns false when there is no room left. */
function place<Item>(
  waiting: Item[],
  item: Item,
  { keyOf, keeps, merge, mayDrop, max }: ConflatingQueueOptions<Item>,
): boolean {
  const key = keyOf(item);
  const index = waiting.findLastIndex((older) => keyOf(older) === key);
  const older = waiting[index];
  if (older !== undefined && !keeps(older, item)) {
    waiting[index] = merge ? merge(older, item) : item;
    return true;
  }
  if (waiting.length >= max) {
    const droppable = waiting.findIndex(mayDrop);
    if (droppable === -1) return false;
    waiting.splice(droppable, 1);
  }
  waiting.push(item);
  return true;
}
