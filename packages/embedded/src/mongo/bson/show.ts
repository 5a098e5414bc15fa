import type { Binary, BSONRegExp } from 'bson';
import { bsonTypeOf, isDecimal, isDocument, isInt32 } from './value.ts';
import type { Maybe } from './value.ts';

/** A value as MongoDB prints it in its messages, for example `{ email: "a@b.c" }`. */
export function showValue(value: Maybe): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(showValue).join(', ')} ]`;
  if (isDocument(value)) {
    return value.size === 0
      ? '{}'
      : `{ ${[...value].map(([name, field]) => `${name}: ${showValue(field)}`).join(', ')} }`;
  }
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  return showObject(value);
}

function showObject(value: Exclude<Maybe, undefined>): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (isInt32(value)) return String(value.value);
  if (isDecimal(value)) return `NumberDecimal("${value.toString()}")`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  const type = bsonTypeOf(value);
  if (type === 'ObjectId') return `ObjectId('${String(value)}')`;
  if (type === 'Binary') return `BinData(${(value as Binary).sub_type}, ${(value as Binary).toString('base64')})`;
  if (type === 'BSONRegExp') return `/${(value as BSONRegExp).pattern}/${(value as BSONRegExp).options}`;
  return type ?? 'value';
}
