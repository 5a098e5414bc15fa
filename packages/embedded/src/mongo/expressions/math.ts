import { Int32 } from 'bson';
import { calculate, divide, roundTo } from '../bson/arithmetic.ts';
import type { Operation } from '../bson/arithmetic.ts';
import { toNumber, wholeNumber } from '../bson/coerce.ts';
import { Summation } from '../bson/summation.ts';
import { typeAlias } from '../bson/type-names.ts';
import { isDecimal, isInt32, isNumeric } from '../bson/value.ts';
import type { Maybe, Numeric } from '../bson/value.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { binary, eager, isNullish, unary, variadic } from './operator.ts';
import type { Operators } from './operator.ts';

function expectNumber(value: Maybe, operator: string): Numeric {
  if (!isNumeric(value))
    throw new MongoError('TypeMismatch', `${operator} only supports numeric types, not ${typeAlias(value)}`);
  return value;
}

function compute(operation: Operation, a: Numeric, b: Numeric): Numeric {
  return calculate(operation, { a, b }, 'double');
}

function sum(values: readonly Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  const [date, another] = values.filter((value) => value instanceof Date);
  if (another) throw new MongoError('Location16612', 'only one date allowed in an $add expression');
  const numbers = values.filter((value) => !(value instanceof Date)).map((value) => expectNumber(value, '$add'));
  const total = numbers.reduce((left, right) => compute('add', left, right), new Int32(0));
  return date ? new Date(date.getTime() + Math.round(toNumber(total))) : total;
}

function product(values: readonly Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  return values
    .map((value) => expectNumber(value, '$multiply'))
    .reduce((a, b) => compute('multiply', a, b), new Int32(1));
}

function subtract(a: Maybe, b: Maybe): Maybe {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date) return new Date(a.getTime() - Math.round(toNumber(expectNumber(b, '$subtract'))));
  return compute('subtract', expectNumber(a, '$subtract'), expectNumber(b, '$subtract'));
}

function modulo(a: Maybe, b: Maybe): Maybe {
  if (isNullish(a) || isNullish(b)) return null;
  const [x, y] = [expectNumber(a, '$mod'), expectNumber(b, '$mod')];
  if (isDecimal(x) || isDecimal(y)) throw notOffered('$mod on decimals');
  if (toNumber(y) === 0) throw new MongoError('BadValue', "can't $mod by zero");
  if (typeof x === 'number' || typeof y === 'number') return toNumber(x) % toNumber(y);
  const rest = BigInt(isInt32(x) ? x.value : x) % BigInt(isInt32(y) ? y.value : y);
  return isInt32(x) && isInt32(y) ? new Int32(Number(rest)) : rest;
}

/** A function of one number that keeps integers as they are (`$ceil`, `$floor`). */
function integral(operator: string, onDouble: (value: number) => number) {
  return unary((value) => {
    if (isNullish(value)) return null;
    const number = expectNumber(value, operator);
    if (isDecimal(number)) throw notOffered(`${operator} on decimals`);
    return typeof number === 'number' ? onDouble(number) : number;
  });
}

function real(
  operator: string,
  onDouble: (value: number) => number,
  isDefined: (value: number) => boolean = () => true,
) {
  return unary((value) => {
    if (isNullish(value)) return null;
    const number = expectNumber(value, operator);
    if (isDecimal(number)) throw notOffered(`${operator} on decimals`);
    if (!isDefined(toNumber(number)))
      throw new MongoError('BadValue', `${operator} is not defined for ${toNumber(number)}`);
    return onDouble(toNumber(number));
  });
}

function rounding(mode: 'round' | 'truncate') {
  return eager({ min: 1, max: 2 }, (value, place) => {
    if (isNullish(value)) return null;
    const digits = place === undefined ? 0 : wholeNumber(place, 'The place to round at');
    if (digits < -20 || digits > 100)
      throw new MongoError('BadValue', 'The place to round at must lie between -20 and 100');
    return roundTo(expectNumber(value, '$round'), digits, mode);
  });
}

function absolute(value: Maybe): Maybe {
  if (isNullish(value)) return null;
  const number = expectNumber(value, '$abs');
  if (toNumber(number) >= 0 || Number.isNaN(toNumber(number))) return number;
  if (number === -(2n ** 63n)) throw new MongoError('Location28680', "can't take $abs of long long min");
  return compute('multiply', number, new Int32(-1));
}

function power(a: Maybe, b: Maybe): Maybe {
  if (isNullish(a) || isNullish(b)) return null;
  const [base, exponent] = [expectNumber(a, '$pow'), expectNumber(b, '$pow')];
  if (isDecimal(base) || isDecimal(exponent)) throw notOffered('$pow on decimals');
  const result = toNumber(base) ** toNumber(exponent);
  if (typeof base === 'number' || typeof exponent === 'number') return result;
  if (!Number.isSafeInteger(result)) return longPower(base, exponent, result);
  return isInt32(base) && isInt32(exponent) && result === (result | 0) ? new Int32(result) : BigInt(result);
}

/** A power that a long holds, to the last digit; else as near as a double comes. */
function longPower(base: Int32 | bigint, exponent: Int32 | bigint, near: number): Numeric {
  if (!Number.isFinite(near) || Math.abs(near) < Number.MAX_SAFE_INTEGER || Math.abs(near) > 2 ** 64) return near;
  const [x, y] = [base, exponent].map((value) => BigInt(isInt32(value) ? value.value : value)) as [bigint, bigint];
  const exact = x ** y;
  return BigInt.asIntN(64, exact) === exact ? exact : near;
}

/** `$sum`: what is no number is left out. */
export function totalOf(values: readonly Maybe[]): Numeric {
  const sum = new Summation();
  for (const value of values) sum.add(value);
  return sum.total();
}

/** `$avg`: null when there is no number. */
export function averageOf(values: readonly Maybe[]): Maybe {
  const sum = new Summation();
  for (const value of values) sum.add(value);
  return sum.average();
}

export const mathOperators: Operators = {
  $add: variadic((...values) => sum(values)),
  $multiply: variadic((...values) => product(values)),
  $subtract: binary(subtract),
  $divide: binary((a, b) =>
    isNullish(a) || isNullish(b) ? null : divide(expectNumber(a, '$divide'), expectNumber(b, '$divide')),
  ),
  $mod: binary(modulo),
  $abs: unary(absolute),
  $ceil: integral('$ceil', Math.ceil),
  $floor: integral('$floor', Math.floor),
  $round: rounding('round'),
  $trunc: rounding('truncate'),
  $pow: binary(power),
  $sqrt: real('$sqrt', Math.sqrt, (value) => !(value < 0)),
  $exp: real('$exp', Math.exp),
  $ln: real('$ln', Math.log, (value) => !(value <= 0)),
  $log10: real('$log10', Math.log10, (value) => !(value <= 0)),
};
