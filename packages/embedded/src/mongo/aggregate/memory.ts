import { bsonTypeOf, isDocument } from '../bson/value.ts';
import type { Maybe } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';

/** What one command may hold in memory (MongoDB's own figure); there is no spilling to disk here. */
export const memoryBytesMax = 100 * 1024 * 1024;

/** Roughly what a value takes, in bytes of BSON. */
export function sizeOf(value: Maybe): number {
  if (typeof value === 'string') return 5 + value.length;
  if (Array.isArray(value)) return value.reduce<number>((total, element) => total + 4 + sizeOf(element), 5);
  if (isDocument(value)) {
    let total = 5;
    for (const [name, field] of value) total += name.length + 2 + sizeOf(field);
    return total;
  }
  if (bsonTypeOf(value) === 'Binary') return 5 + (value as { position: number }).position;
  return 12;
}

/** Counts what a blocking stage keeps, and refuses (292) beyond the limit. */
export class MemoryBudget {
  #held = 0;

  take(bytes: number, stage: string): void {
    this.#held += bytes;
    if (this.#held > memoryBytesMax) {
      throw new MongoError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `${stage} exceeded the memory limit of ${memoryBytesMax} bytes; the embedded MongoDB has no external sorting`,
      );
    }
  }
}
