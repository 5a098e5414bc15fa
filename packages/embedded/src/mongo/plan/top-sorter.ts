import { memoryBytesMax } from '../aggregate/memory.ts';
import { MongoError } from '../mongo-error.ts';

interface Entry<T> {
  readonly key: Buffer;
  readonly order: number;
  readonly item: T;
  readonly bytes: number;
}

/** What an entry takes beside its key and its item. */
const entryBytes = 96;

function compareEntries<T>(a: Entry<T>, b: Entry<T>): number {
  return Buffer.compare(a.key, b.key) || a.order - b.order;
}

/**
 * Sorts by key, stably, within the memory a command may use (292 beyond it). With a limit it sorts and drops the rest
 * whenever twice as many have gathered.
 */
export class TopSorter<T> {
  readonly #limit: number | undefined;
  #entries: Entry<T>[] = [];
  #added = 0;
  #bytes = 0;

  constructor(limit: number | undefined) {
    this.#limit = limit;
  }

  /** `itemBytes` is what the item keeps in memory beside its key. */
  add(key: Buffer, item: T, itemBytes: number): void {
    const bytes = key.length + itemBytes + entryBytes;
    this.#entries.push({ key, order: this.#added, item, bytes });
    this.#added += 1;
    this.#bytes += bytes;
    const isFull = this.#limit !== undefined && this.#entries.length >= Math.max(this.#limit * 2, 1024);
    if (isFull || this.#bytes > memoryBytesMax) this.#trim();
    if (this.#bytes > memoryBytesMax) {
      throw new MongoError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Sort exceeded the memory limit of ${memoryBytesMax} bytes; the embedded MongoDB has no external sorting`,
      );
    }
  }

  #trim(): void {
    this.#entries = this.#entries.sort(compareEntries).slice(0, this.#limit);
    this.#bytes = this.#entries.reduce((total, entry) => total + entry.bytes, 0);
  }

  /** The items in order; the sorter is spent afterwards. */
  sorted(): T[] {
    this.#trim();
    const items = this.#entries.map((entry) => entry.item);
    this.#entries = [];
    return items;
  }
}
