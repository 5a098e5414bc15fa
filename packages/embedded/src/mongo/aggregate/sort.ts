import type { BsonDocument } from '../bson/value.ts';
import { sortKey } from '../keys/generate.ts';
import type { KeyField } from '../keys/key-spec.ts';
import { TopSorter } from '../plan/top-sorter.ts';
import { sizeOf } from './memory.ts';

export interface SortStageOptions {
  readonly fields: readonly KeyField[];
  /** With a `$limit` right behind it only that many documents are kept. */
  readonly limit: number | undefined;
}

/** Sorts whole documents in memory, for `$sort` behind other stages. */
export function* sortDocuments(
  input: Iterable<BsonDocument>,
  { fields, limit }: SortStageOptions,
): Generator<BsonDocument> {
  const sorter = new TopSorter<BsonDocument>(limit);
  for (const document of input) sorter.add(sortKey(document, fields), document, sizeOf(document));
  yield* sorter.sorted();
}
