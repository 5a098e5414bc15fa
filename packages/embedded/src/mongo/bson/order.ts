import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { compareExact, exactOf, nonFiniteOf } from './decimal.ts';
import { bsonTypeOf, isDecimal, isDocument, isInt32, isNumeric } from './value.ts';
import type { BsonDocument, Maybe, Numeric, Value } from './value.ts';

/** MongoDB's canonical order of types; all numbers share one rank. */
export const rank = {
  minKey: 1,
  undefined: 2,
  null: 5,
  number: 10,
  string: 15,
  document: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regExp: 50,
  code: 60,
  codeWithScope: 65,
  maxKey: 127,
} as const;

const classRanks: Readonly<Record<string, number>> = {
  Int32: rank.number,
  Decimal128: rank.number,
  ObjectId: rank.objectId,
  Binary: rank.binary,
  Timestamp: rank.timestamp,
  BSONRegExp: rank.regExp,
  MinKey: rank.minKey,
  MaxKey: rank.maxKey,
};

function rankOfObject(value: object): number {
  if (isDocument(value)) return rank.document;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Date) return rank.date;
  const type = bsonTypeOf(value) ?? '';
  if (type === 'Code') return (value as Code).scope ? rank.codeWithScope : rank.code;
  const found = classRanks[type];
  if (found === undefined) throw new TypeError(`No place in the BSON order for ${type}`);
  return found;
}

/** Where the value's type stands in MongoDB's comparison order. */
export function rankOf(value: Maybe): number {
  if (value === undefined) return rank.undefined;
  if (value === null) return rank.null;
  if (typeof value === 'number' || typeof value === 'bigint') return rank.number;
  if (typeof value === 'string') return rank.string;
  if (typeof value === 'boolean') return rank.boolean;
  return rankOfObject(value);
}

function compareReal(a: number | bigint, b: number | bigint): number {
  // NaN comes before every number and equals itself. JavaScript compares bigint with number exactly.
  const aIsNaN = Number.isNaN(a);
  const bIsNaN = Number.isNaN(b);
  if (aIsNaN || bIsNaN) return Number(bIsNaN) - Number(aIsNaN);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Exact comparison across Int32, Long, Double and Decimal128. */
function compareNumbers(a: Numeric, b: Numeric): number {
  if (!isDecimal(a) && !isDecimal(b)) return compareReal(isInt32(a) ? a.value : a, isInt32(b) ? b.value : b);
  const specialA = nonFiniteOf(a);
  const specialB = nonFiniteOf(b);
  if (specialA !== undefined || specialB !== undefined) return compareReal(specialA ?? 0, specialB ?? 0);
  return compareExact(exactOf(a), exactOf(b));
}

/** By code point, as MongoDB compares UTF-8 bytes; JavaScript's `<` would put surrogates below U+E000. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x === y) continue;
    const xIsSurrogate = x >= 0xd800 && x <= 0xdfff;
    const yIsSurrogate = y >= 0xd800 && y <= 0xdfff;
    if (xIsSurrogate !== yIsSurrogate) return xIsSurrogate ? (y > 0xdfff ? 1 : x - y) : x > 0xdfff ? -1 : x - y;
    return x - y;
  }
  return a.length - b.length;
}

function compareDocuments(a: BsonDocument, b: BsonDocument): number {
  const right = b.entries();
  for (const [name, value] of a) {
    const next = right.next();
    if (next.done) return 1;
    const [otherName, other] = next.value;
    const order = rankOf(value) - rankOf(other) || compareText(name, otherName) || compareValues(value, other);
    if (order !== 0) return order;
  }
  return right.next().done ? 0 : -1;
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareValues(value, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinary(a: Binary, b: Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(bytesOf(a), bytesOf(b));
}

/** The bytes a Binary holds, without the spare room of its buffer. */
export function bytesOf(binary: Binary): Uint8Array {
  return binary.buffer.subarray(0, binary.position);
}

function compareCode(a: Code, b: Code): number {
  const order = compareText(a.code, b.code);
  if (order !== 0 || !a.scope || !b.scope) return order;
  return compareDocuments(a.scope as BsonDocument, b.scope as BsonDocument);
}

function compareRegExp(a: BSONRegExp, b: BSONRegExp): number {
  return compareText(a.pattern, b.pattern) || compareText(a.options, b.options);
}

function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return compareReal(BigInt.asUintN(64, a.toBigInt()), BigInt.asUintN(64, b.toBigInt()));
}

function compareSameRank(a: Value, b: Value): number {
  if (isNumeric(a)) return compareNumbers(a, b as Numeric);
  if (typeof a === 'string') return compareText(a, b as string);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date) return a.getTime() - (b as Date).getTime();
  if (isDocument(a)) return compareDocuments(a, b as BsonDocument);
  if (Array.isArray(a)) return compareArrays(a, b as Value[]);
  const type = bsonTypeOf(a);
  if (type === 'ObjectId') return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
  if (type === 'Binary') return compareBinary(a as Binary, b as Binary);
  if (type === 'Timestamp') return compareTimestamps(a as Timestamp, b as Timestamp);
  if (type === 'BSONRegExp') return compareRegExp(a as BSONRegExp, b as BSONRegExp);
  return type === 'Code' ? compareCode(a as Code, b as Code) : 0;
}

/** MongoDB's total order over all values, as used by sorting; negative, zero or positive. */
export function compareValues(a: Maybe, b: Maybe): number {
  const order = rankOf(a) - rankOf(b);
  if (order !== 0 || a === undefined || b === undefined || a === null || b === null) return order;
  return compareSameRank(a, b);
}

export function equalValues(a: Maybe, b: Maybe): boolean {
  return compareValues(a, b) === 0;
}
