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

function removeExpired(
  files: DatabaseFiles,
  catalog: Catalog,
  found: { collection: StoredCollection; ids: readonly number[] },
): void {
  const collection = catalog.find(found.collection.database, found.collection.name);
  if (!collection || collection.id !== found.collection.id) return;
  const writer = new CollectionWriter(files, catalog, collection);
  for (const id of found.ids) {
    const bytes = files.records.get(recordKey(collection.id, id));
    if (bytes) writer.remove(id, decodeDocument(Buffer.from(bytes)));
  }
  writer.save();
}

/** Removes documents whose time is over, through the TTL indexes; returns how many. */
export async function sweepExpired(files: DatabaseFiles, catalog: Catalog, now: Date): Promise<number> {
  let removed = 0;
  for (const collection of catalog.list()) {
    for (const index of collection.indexes.filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)) {
      for (let ids = expiredIds(files, index, now); ids.length > 0; ids = expiredIds(files, index, now)) {
        const expired = ids;
        await files.write(() => removeExpired(files, catalog, { collection, ids: expired }));
        removed += expired.length;
        if (expired.length < removalsMax) break;
      }
    }
  }
  return removed;
}
