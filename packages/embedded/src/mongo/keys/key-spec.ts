import { toNumber } from '../bson/coerce.ts';
import { isNumeric } from '../bson/value.ts';
import type { BsonDocument } from '../bson/value.ts';
import { MongoError, notOffered } from '../mongo-error.ts';

/** One field of an index or a sort. */
export interface KeyField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

function assertPath(path: string): void {
  if (path.split('.').some((part) => part === ''))
    throw new MongoError('BadValue', `A path may not hold empty names: '${path}'`);
}

/** Reads `{ owner: 1, createdAt: -1 }`; special indexes and `$meta` sorts are refused by name. */
export function parseKeySpec(spec: BsonDocument): KeyField[] {
  return [...spec].map(([path, direction]) => {
    assertPath(path);
    if (typeof direction === 'string') throw notOffered(`'${direction}' indexes`);
    if (!isNumeric(direction)) throw notOffered(`an order that is not 1 or -1 for '${path}'`);
    if (path.split('.').some((part) => part.startsWith('$'))) throw notOffered(`keys on '${path}'`);
    const sign = Math.sign(toNumber(direction));
    if (sign !== 1 && sign !== -1) throw new MongoError('BadValue', `The order of '${path}' must be 1 or -1`);
    return { path, parts: path.split('.'), direction: sign };
  });
}
