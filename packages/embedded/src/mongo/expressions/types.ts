import { Decimal128, Int32, ObjectId } from 'bson';
import { roundTo } from '../bson/arithmetic.ts';
import { isTruthy, toNumber } from '../bson/coerce.ts';
import { exactOf, nonFiniteOf, toDecimal } from '../bson/decimal.ts';
import { typeAlias } from '../bson/type-names.ts';
import { bsonTypeOf, isDecimal, isInt32, isNumeric } from '../bson/value.ts';
import type { Maybe, Numeric, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { isNullish, namedOperand, required, unary } from './operator.ts';
import type { Operator, Operators } from './operator.ts';

function cannot(value: Value, to: string): MongoError {
  return new MongoError(
    'ConversionFailure',
    `Unsupported conversion from ${typeAlias(value)} to ${to} in $convert with no onError value`,
  );
}

function numberFrom(value: Value, to: string): Numeric {
  if (isNumeric(value)) return value;
  if (typeof value === 'boolean') return new Int32(value ? 1 : 0);
  if (value instanceof Date && to !== 'int') return BigInt(value.getTime());
  if (typeof value === 'string') {
    if (to === 'decimal' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value))
      return Decimal128.fromStringWithRounding(value);
    if (to === 'double' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value)) return Number(value);
    if (/^[-+]?\d+$/.test(value)) return withinLong(BigInt(value), to);
    throw new MongoError('ConversionFailure', `Failed to parse number '${value}' in $convert with no onError value`);
  }
  throw cannot(value, to);
}

function withinLong(whole: bigint, to: string): bigint {
  if (whole !== BigInt.asIntN(64, whole)) throw new MongoError('ConversionFailure', `The number does not fit ${to}`);
  return whole;
}

function wholeFrom(value: Value, to: 'int' | 'long'): bigint {
  const number = numberFrom(value, to);
  if (nonFiniteOf(number) !== undefined)
    throw new MongoError('ConversionFailure', `Attempt to convert a number that is not finite to ${to}`);
  const { coefficient, exponent } = exactOf(roundTo(number, 0, 'truncate'));
  const whole =
    exponent > 20
      ? 2n ** 64n
      : exponent < 0
        ? coefficient / 10n ** BigInt(-exponent)
        : coefficient * 10n ** BigInt(exponent);
  return withinLong(whole, to);
}

function toInt(value: Value): Int32 {
  const whole = wholeFrom(value, 'int');
  if (whole !== BigInt.asIntN(32, whole))
    throw new MongoError(
      'ConversionFailure',
      'Conversion would overflow target type in $convert with no onError value',
    );
  return new Int32(Number(whole));
}

function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (isDecimal(value)) return value.toString();
  if (typeof value === 'bigint' || typeof value === 'number') return String(value);
  if (isInt32(value)) return String(value.value);
  if (bsonTypeOf(value) === 'ObjectId') return String(value);
  throw cannot(value, 'string');
}

function toDate(value: Value): Date {
  if (value instanceof Date) return value;
  if (bsonTypeOf(value) === 'ObjectId') return (value as ObjectId).getTimestamp();
  const date =
    typeof value === 'string'
      ? isoDate(value)
      : isNumeric(value) && !isInt32(value)
        ? new Date(Math.trunc(toNumber(value)))
        : undefined;
  if (!date || Number.isNaN(date.getTime())) throw cannot(value, 'date');
  return date;
}

/** ISO 8601 only; without a zone MongoDB reads UTC, which JavaScript does not. */
function isoDate(text: string): Date | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[-+]\d\d:?\d\d)?)?$/.exec(text);
  if (!parts) return undefined;
  const zone = (parts[3] ?? 'Z').replace(/([-+]\d\d)(\d\d)$/, '$1:$2');
  return new Date(`${parts[1]}T${parts[2] ?? '00:00'}${zone}`);
}

function toObjectId(value: Value): ObjectId {
  if (bsonTypeOf(value) === 'ObjectId') return value as ObjectId;
  if (typeof value !== 'string' || !/^[0-9a-f]{24}$/i.test(value)) throw cannot(value, 'objectId');
  return new ObjectId(value);
}

const conversions: ReadonlyMap<string, (value: Value) => Value> = new Map(
  Object.entries({
    string: toText,
    int: toInt,
    long: (value) => wholeFrom(value, 'long'),
    double: (value) => toNumber(numberFrom(value, 'double')),
    decimal: (value) => toDecimal(numberFrom(value, 'decimal')),
    bool: (value) => isTruthy(value),
    date: toDate,
    objectId: toObjectId,
  }),
);

function conversion(type: string): Operator {
  return unary((value) => (isNullish(value) ? null : (conversions.get(type)?.(value) ?? null)));
}

const convert: Operator = (operand, compile) => {
  const fields = namedOperand('$convert', operand, ['input', 'to', 'onError', 'onNull']);
  const input = compile(required('$convert', fields, 'input'));
  const apply = conversions.get(String(required('$convert', fields, 'to')));
  if (!apply) throw new MongoError('BadValue', `$convert cannot make '${String(fields.get('to'))}' here`);
  const onNull = compile(fields.get('onNull') ?? null);
  const onError = fields.has('onError') ? compile(fields.get('onError') ?? null) : undefined;
  return (scope): Maybe => {
    const value = input(scope);
    if (isNullish(value)) return onNull(scope);
    try {
      return apply(value);
    } catch (error) {
      if (!onError || !(error instanceof MongoError)) throw error;
      return onError(scope);
    }
  };
};

export const typeOperators: Operators = {
  $type: unary((value) => typeAlias(value)),
  $isNumber: unary((value) => isNumeric(value)),
  $toString: conversion('string'),
  $toInt: conversion('int'),
  $toLong: conversion('long'),
  $toDouble: conversion('double'),
  $toDecimal: conversion('decimal'),
  $toBool: conversion('bool'),
  $toDate: conversion('date'),
  $toObjectId: conversion('objectId'),
  $convert: convert,
};
