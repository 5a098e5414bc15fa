import type { Binary, BSONRegExp, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** Documents are maps: they keep the order of number-like names, which plain objects would not. */
export type BsonDocument = Map<string, Value>;

/**
 * A BSON value in memory, one JavaScript form for each BSON type so that no type is lost on the way to disk and back:
 * a double is a `number`, a 64-bit integer a `bigint`, a 32-bit integer an `Int32`. A missing field is `undefined`.
 */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Int32
  | Decimal128
  | ObjectId
  | Date
  | Binary
  | Timestamp
  | BSONRegExp
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | BsonDocument;

export type Maybe = Value | undefined;

/** The four numeric BSON types. */
export type Numeric = number | bigint | Int32 | Decimal128;

export function isDocument(value: unknown): value is BsonDocument {
  return value instanceof Map;
}

/** The `_bsontype` of a value of the bson package (`Int32`, `ObjectId`, …); undefined for JavaScript's own types. */
export function bsonTypeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Map) return undefined;
  return '_bsontype' in value && typeof value._bsontype === 'string' ? value._bsontype : undefined;
}

export function isInt32(value: unknown): value is Int32 {
  return bsonTypeOf(value) === 'Int32';
}

export function isDecimal(value: unknown): value is Decimal128 {
  return bsonTypeOf(value) === 'Decimal128';
}

export function isRegExp(value: unknown): value is BSONRegExp {
  return bsonTypeOf(value) === 'BSONRegExp';
}

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || isInt32(value) || isDecimal(value);
}

/** Builds a document from a literal. */
export function documentOf(fields: Readonly<Record<string, Value>>): BsonDocument {
  return new Map(Object.entries(fields));
}

/** A copy whose maps and arrays may be changed freely; scalars are immutable and shared. */
export function cloneValue<T extends Value>(value: T): T;
export function cloneValue(value: Value): Value {
  if (Array.isArray(value)) return value.map((element) => cloneValue(element));
  if (!isDocument(value)) return value;
  const copy: BsonDocument = new Map();
  for (const [name, field] of value) copy.set(name, cloneValue(field));
  return copy;
}

/** The document with `_id` first, where MongoDB keeps it. */
export function withId(document: BsonDocument, id: Maybe): BsonDocument {
  const result: BsonDocument = new Map();
  if (id !== undefined) result.set('_id', id);
  for (const [name, value] of document) if (name !== '_id') result.set(name, value);
  return result;
}
