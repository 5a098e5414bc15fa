import { keyAfterPrefix } from '../bson/key.ts';
import type { BytesTable } from './database-files.ts';

/** Keys from `start` (included) to `end` (not included; undefined: no end). */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer | undefined;
}

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** What is read before control goes back: no LMDB read transaction is held across that, nor more than this in memory. */
const chunkEntriesMax = 128;
const chunkBytesMax = 1024 * 1024;

export function rangeOfPrefix(prefix: Buffer): KeyRange {
  return { start: prefix, end: keyAfterPrefix(prefix) };
}

/** LMDB's reverse ranges start at the first key at or below `from`, which may itself lie outside. */
function readChunk(
  table: BytesTable,
  range: KeyRange,
  scan: { from: Buffer | undefined; isReverse: boolean },
): Entry[] {
  const { from, isReverse } = scan;
  const found: Entry[] = [];
  let bytes = 0;
  for (const { key, value } of table.getRange({
    reverse: isReverse,
    snapshot: false,
    ...(from ? { start: from } : {}),
  })) {
    if (isReverse && from && Buffer.compare(key, from) >= 0) continue;
    const isOutside = isReverse
      ? Buffer.compare(key, range.start) < 0
      : range.end && Buffer.compare(key, range.end) >= 0;
    if (isOutside) break;
    found.push({ key: Buffer.from(key), value: Buffer.from(value) });
    bytes += value.length;
    if (found.length === chunkEntriesMax || bytes > chunkBytesMax) break;
  }
  return found;
}

/**
 * The entries of a range in order, or backwards. It may be left and resumed at any time later: it remembers the last key, not a place in
 * the file, so entries written meanwhile are seen if they lie ahead.
 */
export function* scanRange(table: BytesTable, range: KeyRange, isReverse = false): Generator<Entry> {
  let from: Buffer | undefined = isReverse ? range.end : range.start;
  for (;;) {
    const chunk = readChunk(table, range, { from, isReverse });
    yield* chunk;
    const last: Entry | undefined = chunk.at(-1);
    if (!last) return;
    from = isReverse ? last.key : Buffer.concat([last.key, Buffer.from([0])]);
  }
}

/** Removes every entry of a range; call inside a write transaction. */
export function clearRange(table: BytesTable, range: KeyRange): void {
  for (const { key } of scanRange(table, range)) table.removeSync(key);
}
