import { valueKey } from '../bson/key.ts';
import { decodeDocument } from '../bson/decode.ts';
import { directedKey, keyAfterPrefix } from '../bson/key.ts';
import { rank } from '../bson/order.ts';
import type { Catalog, StoredCollection, StoredIndex } from './catalog.ts';
import { CollectionWriter } from './collection-writer.ts';
import type { DatabaseFiles } from './database-files.ts';
import { scanRange } from './ranges.ts';
import type { KeyRange } from './ranges.ts';
import { ownerPrefix, recordIdOf, recordKey } from './row-keys.ts';

/** Removed in one transaction; more wait for the next pass, so that writers get their turn. */
const removalsMax = 1000;

/** The part of a TTL index that holds dates up to `until`. */
function expiredRange(index: StoredIndex, until: Date): KeyRange | undefined {
  const direction = index.fields[0]?.direction ?? 1;
  const under = (key: Buffer): Buffer => Buffer.concat([ownerPrefix(index.id), directedKey(key, direction)]);
  const oldest = under(Buffer.from([rank.date]));
  const youngest = under(valueKey(until));
  const [start, end] = direction === 1 ? [oldest, keyAfterPrefix(youngest)] : [youngest, keyAfterPrefix(oldest)];
  return { start, end };
}

function expiredIds(files: DatabaseFiles, index: StoredIndex, now: Date): number[] {
  const range = expiredRange(index, new Date(now.getTime() - (index.expireAfterSeconds ?? 0) * 1000));
  const ids = new Set<number>();
  if (!range) return [];
  for (const { value } of scanRange(files.entries, range)) {
    ids.add(recordIdOf(value));
    if (ids.size === removalsMax) break;
  }
  return [...ids];
}

interface TtlIndex {
  readonly collection: StoredCollection;
  readonly index: StoredIndex;
}

/**
 * Removes what is expired by the index as it is now; returns how many. Inside a write transaction only: a document whose time was
 * prolonged since somebody looked has another place in the index by then.
 */
function removeExpired(files: DatabaseFiles, catalog: Catalog, given: TtlIndex & { readonly now: Date }): number {
  const collection = catalog.find(given.collection.database, given.collection.name);
  const index = collection?.indexes.find(({ id }) => id === given.index.id);
  if (!collection || !index) return 0;
  const writer = new CollectionWriter(files, catalog, collection);
  const ids = expiredIds(files, index, given.now);
  for (const id of ids) {
    const bytes = files.records.get(recordKey(collection.id, id));
    if (bytes) writer.remove(id, decodeDocument(Buffer.from(bytes)));
  }
  writer.save();
  return ids.length;
}

async function sweepIndex(files: DatabaseFiles, catalog: Catalog, ttl: TtlIndex & { readonly now: Date }) {
  let removed = 0;
  // Looked at outside a transaction first: most rounds find nothing, and a commit is a flush to the disk.
  while (expiredIds(files, ttl.index, ttl.now).length > 0) {
    const count = await files.write(() => removeExpired(files, catalog, ttl));
    removed += count;
    if (count < removalsMax) break;
  }
  return removed;
}

/** What a round of the sweep works on, and whom it tells of an index that it could not clear. */
export interface ExpirySweep {
  readonly now: Date;
  readonly onFault: (error: unknown) => void;
}

/** Removes documents whose time is over, through the TTL indexes; returns how many. A fault at one of them keeps no other back. */
export async function sweepExpired(
  files: DatabaseFiles,
  catalog: Catalog,
  { now, onFault }: ExpirySweep,
): Promise<number> {
  let removed = 0;
  for (const collection of catalog.list()) {
    for (const index of collection.indexes.filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)) {
      try {
        removed += await sweepIndex(files, catalog, { collection, index, now });
      } catch (error) {
        onFault(error);
      }
    }
  }
  return removed;
}
