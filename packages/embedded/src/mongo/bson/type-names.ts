import { MongoError } from '../mongo-error.ts';
import { bsonTypeOf, isDocument, isInt32 } from './value.ts';
import type { Maybe, Value } from './value.ts';

/** BSON type numbers by the alias `$type` takes. */
const numbers: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

const classAliases: Readonly<Record<string, string>> = {
  Int32: 'int',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

function aliasOfObject(value: object): string {
  if (isDocument(value)) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  const type = bsonTypeOf(value) ?? '';
  if (type === 'Code') return 'scope' in value && value.scope ? 'javascriptWithScope' : 'javascript';
  return classAliases[type] ?? 'undefined';
}

/** MongoDB's name of the value's type, such as `int` or `objectId`; `missing` for an absent field. */
export function typeAlias(value: Maybe): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'bigint') return 'long';
  return aliasOfObject(value);
}

/** The aliases that one argument of `$type` stands for; `number` stands for four. */
export function aliasesFor(argument: Value): readonly string[] {
  if (argument === 'number') return ['int', 'long', 'double', 'decimal'];
  if (typeof argument === 'string' && Object.hasOwn(numbers, argument)) return [argument];
  const code = isInt32(argument) ? argument.value : Number(argument);
  const found = Object.entries(numbers).find(([, number]) => number === code);
  if (!found) throw new MongoError('BadValue', `Unknown type name alias: ${String(argument)}`);
  return [found[0]];
}
