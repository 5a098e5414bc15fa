import type { BsonDocument } from '../bson/value.ts';
import { sortKey } from '../keys/generate.ts';
import type { KeyField } from '../keys/key-spec.ts';
import type { MemoryBudget } from './memory.ts';
import { sizeOf } from './memory.ts';
import { TopSorter } from '../plan/top-sorter.ts';

export interface SortStageOptions {
  readonly fields: readonly KeyField[];
  /** With a `$limit` right behind it only that many documents are kept. */
  readonly limit: number | undefined;
  readonly budget: MemoryBudget;
}

/** Sorts whole documents in memory, for `$sort` behind other stages. */
export function* sortDocuments(input: Iterable<BsonDocument>, options: SortStageOptions): Generator<BsonDocument> {
  const sorter = new TopSorter<BsonDocument>(options.limit);
  for (const document of input) {
    const key = sortKey(document, options.fields);
    if (options.limit === undefined) options.budget.take(key.length + sizeOf(document), '$sort');
    sorter.add(key, document);
  }
  yield* sorter.sorted();
}
