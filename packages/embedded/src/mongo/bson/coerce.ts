import { Int32 } from 'bson';
import { MongoError } from '../mongo-error.ts';
import type { MongoErrorName } from '../mongo-error.ts';
import { isDecimal, isDocument, isInt32, isNumeric } from './value.ts';
import type { BsonDocument, Maybe, Numeric, Value } from './value.ts';

/** The number as a double; may round. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (isInt32(value)) return value.value;
  return isDecimal(value) ? Number(value.toString()) : Number(value);
}

/** A whole number given in any numeric type; `what` names it in the refusal. */
export function wholeNumber(value: Maybe, what: string): number {
  const number = isNumeric(value) ? toNumber(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new MongoError('TypeMismatch', `${what} must be a whole number`);
  return number;
}

/** MongoDB's truth: everything but false, null, missing and zero. */
export function isTruthy(value: Maybe): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || toNumber(value) !== 0;
}

/** Int32 when it fits, else Long: how MongoDB types its own counts. */
export function integerValue(value: number): Int32 | bigint {
  return value === (value | 0) ? new Int32(value) : BigInt(value);
}

export function expectDocument(value: Maybe, what: string): BsonDocument {
  if (!isDocument(value)) throw new MongoError('TypeMismatch', `${what} must be an object`);
  return value;
}

/** A document of arguments of which none is unknown: one that is overlooked would be an answer to another question. */
export function expectArguments(
  value: Maybe,
  known: readonly string[],
  { what, error }: { readonly what: string; readonly error: MongoErrorName },
): BsonDocument {
  const given = expectDocument(value, what);
  const unknown = [...given.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw new MongoError(error, `unknown argument to ${what}: ${unknown}`);
  return given;
}

export function expectArray(value: Maybe, what: string): Value[] {
  if (!Array.isArray(value)) throw new MongoError('TypeMismatch', `${what} must be an array`);
  return value;
}

export function expectString(value: Maybe, what: string): string {
  if (typeof value !== 'string') throw new MongoError('TypeMismatch', `${what} must be a string`);
  return value;
}
