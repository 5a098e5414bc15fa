import type { ListedObject } from '../store/object-store.ts';
import { afterPrefix } from '../store/index-keys.ts';

export interface ListQuestion {
  readonly prefix: string;
  readonly delimiter: string;
  /** Where to begin: the first key's bytes that may be answered. */
  readonly start: Uint8Array;
  readonly limit: number;
}

export interface ListPage {
  readonly objects: readonly ListedObject[];
  readonly commonPrefixes: readonly string[];
  /** Where the next page begins; undefined when this is the last. */
  readonly next?: Uint8Array;
}

/**
 * Reads one page. Keys that share a prefix up to the delimiter are answered as that prefix and leapt over, so a page
 * costs at most as many steps as it has entries.
 */
export function listPage(walk: (start: Uint8Array) => Iterable<ListedObject>, question: ListQuestion): ListPage {
  const prefix = Buffer.from(question.prefix);
  const delimiter = Buffer.from(question.delimiter);
  const objects: ListedObject[] = [];
  const commonPrefixes: string[] = [];
  let start = Buffer.compare(question.start, prefix) > 0 ? question.start : prefix;
  for (;;) {
    const leap = walkUntilLeap();
    if (!leap || 'end' in leap) return { objects, commonPrefixes, ...(leap ? { next: leap.end } : {}) };
    start = leap.from;
  }

  function walkUntilLeap(): { readonly from: Buffer } | { readonly end: Uint8Array } | undefined {
    for (const listed of walk(start)) {
      if (!listed.key.subarray(0, prefix.length).equals(prefix)) return undefined;
      if (objects.length + commonPrefixes.length >= question.limit) return { end: listed.key };
      const at = delimiter.length === 0 ? -1 : listed.key.indexOf(delimiter, prefix.length);
      if (at < 0) {
        objects.push(listed);
        continue;
      }
      const common = listed.key.subarray(0, at + delimiter.length);
      commonPrefixes.push(common.toString('utf8'));
      return { from: afterPrefix(common) };
    }
    return undefined;
  }
}
