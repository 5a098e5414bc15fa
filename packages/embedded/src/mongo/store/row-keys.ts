/* How rows are named on disk: 4 bytes of collection or index, then the record's number or the index key. */

const recordIdBytes = 6;

function prefixOf(ownerId: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(ownerId);
  return prefix;
}

export function recordIdKey(recordId: number): Buffer {
  const bytes = Buffer.alloc(recordIdBytes);
  bytes.writeUIntBE(recordId, 0, recordIdBytes);
  return bytes;
}

/** The row of a document. */
export function recordKey(collectionId: number, recordId: number): Buffer {
  return Buffer.concat([prefixOf(collectionId), recordIdKey(recordId)]);
}

/** The record's number at the end of a record key, or in the value of an index entry. */
export function recordIdOf(bytes: Buffer): number {
  return bytes.readUIntBE(bytes.length - recordIdBytes, recordIdBytes);
}

/** The beginning of all rows of a collection or of an index. */
export function ownerPrefix(ownerId: number): Buffer {
  return prefixOf(ownerId);
}

/** The row of an index entry; entries of indexes that are not unique are told apart by their record. */
export function entryKey(
  index: { readonly id: number; readonly isUnique: boolean },
  key: Buffer,
  recordId: number,
): Buffer {
  return Buffer.concat(index.isUnique ? [prefixOf(index.id), key] : [prefixOf(index.id), key, recordIdKey(recordId)]);
}
