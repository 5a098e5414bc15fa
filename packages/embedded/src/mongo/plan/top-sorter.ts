interface Entry<T> {
  readonly key: Buffer;
  readonly order: number;
  readonly item: T;
}

function compareEntries<T>(a: Entry<T>, b: Entry<T>): number {
  return Buffer.compare(a.key, b.key) || a.order - b.order;
}

/**
 * Sorts by key, stably. With a limit it never holds more than twice as many entries: it sorts and drops the rest whenever
 * that many have gathered.
 */
export class TopSorter<T> {
  readonly #limit: number | undefined;
  #entries: Entry<T>[] = [];
  #added = 0;

  constructor(limit: number | undefined) {
    this.#limit = limit;
  }

  add(key: Buffer, item: T): void {
    this.#entries.push({ key, order: this.#added, item });
    this.#added += 1;
    if (this.#limit !== undefined && this.#entries.length >= Math.max(this.#limit * 2, 1024)) this.#trim();
  }

  get size(): number {
    return this.#entries.length;
  }

  #trim(): void {
    this.#entries = this.#entries.sort(compareEntries).slice(0, this.#limit);
  }

  /** The items in order; the sorter is spent afterwards. */
  sorted(): T[] {
    this.#trim();
    const items = this.#entries.map((entry) => entry.item);
    this.#entries = [];
    return items;
  }
}
