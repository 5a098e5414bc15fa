import { Int32 } from 'bson';
import type { Decimal128 } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { toNumber } from './coerce.ts';
import { aligned, decimalOf, divideHalfEven, exactOf, nonFiniteOf, toDecimal } from './decimal.ts';
import type { ExactNumber } from './decimal.ts';
import { isDecimal, isInt32 } from './value.ts';
import type { Numeric } from './value.ts';

export type Operation = 'add' | 'subtract' | 'multiply';

/** What a Long that overflows becomes: updates refuse it, expressions go on as a double. */
export type OverflowRule = 'refuse' | 'double';

const longMax = 2n ** 63n - 1n;
const longMin = -(2n ** 63n);

const onNumbers: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
};

const onIntegers: Readonly<Record<Operation, (a: bigint, b: bigint) => bigint>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
};

/** The whole number that is left when fractions are cut off; `undefined` when no Long holds it. */
export function truncatedLong(value: Numeric): bigint | undefined {
  if (nonFiniteOf(value) !== undefined) return undefined;
  const { coefficient, exponent } = exactOf(value);
  // No Long has more than 19 digits: powers far beyond are not even made.
  if (coefficient !== 0n && exponent > 19) return undefined;
  if (exponent < -10_000) return 0n;
  const whole = exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent);
  return whole <= longMax && whole >= longMin ? whole : undefined;
}

function exactly(operation: Operation, a: ExactNumber, b: ExactNumber): ExactNumber {
  if (operation === 'multiply')
    return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
  const both = aligned(a, b);
  return { coefficient: onIntegers[operation](both.a, both.b), exponent: both.exponent };
}

function refuseRange<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new MongoError('BadValue', error.message);
    throw error;
  }
}

function decimally(operation: Operation, a: Decimal128, b: Decimal128): Decimal128 {
  const special = nonFiniteOf(a) ?? nonFiniteOf(b);
  if (special !== undefined)
    return toDecimal(onNumbers[operation](nonFiniteOf(a) ?? toNumber(a), nonFiniteOf(b) ?? toNumber(b)));
  return refuseRange(() => decimalOf(exactly(operation, exactOf(a), exactOf(b))));
}

function integrally(operation: Operation, a: bigint | Int32, b: bigint | Int32, overflow: OverflowRule): Numeric {
  const result = onIntegers[operation](BigInt(isInt32(a) ? a.value : a), BigInt(isInt32(b) ? b.value : b));
  if (isInt32(a) && isInt32(b) && result === BigInt.asIntN(32, result)) return new Int32(Number(result));
  if (result <= longMax && result >= longMin) return result;
  if (overflow === 'double') return Number(result);
  throw new MongoError('BadValue', 'The result does not fit a 64-bit integer');
}

/** Arithmetic as MongoDB types it: decimal wins over double over long over int; an int that overflows becomes a long. */
export function calculate(operation: Operation, operands: { a: Numeric; b: Numeric }, overflow: OverflowRule): Numeric {
  const { a, b } = operands;
  if (isDecimal(a) || isDecimal(b)) return decimally(operation, toDecimal(a), toDecimal(b));
  if (typeof a === 'number' || typeof b === 'number') return onNumbers[operation](toNumber(a), toNumber(b));
  return integrally(operation, a, b, overflow);
}

/** `$divide`: a double, or a decimal of up to 34 digits when one side is a decimal. */
export function divide(a: Numeric, b: Numeric): Numeric {
  if (toNumber(b) === 0 && (!isDecimal(b) || exactOf(b).coefficient === 0n))
    throw new MongoError('BadValue', "can't $divide by zero");
  if (!isDecimal(a) && !isDecimal(b)) return toNumber(a) / toNumber(b);
  const [left, right] = [toDecimal(a), toDecimal(b)];
  if (nonFiniteOf(left) !== undefined || nonFiniteOf(right) !== undefined)
    return toDecimal(toNumber(left) / toNumber(right));
  const [x, y] = [exactOf(left), exactOf(right)];
  return refuseRange(() => decimalOf(quotient(x, y)));
}

function quotient(x: ExactNumber, y: ExactNumber): ExactNumber {
  const whole = { coefficient: x.coefficient / y.coefficient, exponent: x.exponent - y.exponent };
  if (x.coefficient % y.coefficient === 0n) return whole;
  // 70 further digits leave no doubt about the rounding at 34; trailing zeros are taken off again.
  let coefficient = divideHalfEven(x.coefficient * 10n ** 70n, y.coefficient);
  let exponent = x.exponent - y.exponent - 70;
  while (coefficient % 10n === 0n && coefficient !== 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return { coefficient, exponent };
}

/** Rounds half to even at `place` digits after the point (negative: before it), in the type the number has. */
export function roundTo(value: Numeric, place: number, mode: 'round' | 'truncate'): Numeric {
  if (nonFiniteOf(value) !== undefined) return value;
  const exact = exactOf(value);
  const excess = -place - exact.exponent;
  if (excess <= 0) return value;
  const divisor = 10n ** BigInt(excess);
  const coefficient = mode === 'round' ? divideHalfEven(exact.coefficient, divisor) : exact.coefficient / divisor;
  const rounded = { coefficient, exponent: -place };
  if (isDecimal(value)) return decimalOf(rounded);
  if (typeof value === 'number') return Number(`${coefficient}e${-place}`);
  const whole = coefficient * 10n ** BigInt(-place);
  if (whole > longMax || whole < longMin)
    throw new MongoError('Location51080', 'The rounded number does not fit a 64-bit integer');
  return isInt32(value) && whole === BigInt.asIntN(32, whole) ? new Int32(Number(whole)) : whole;
}
