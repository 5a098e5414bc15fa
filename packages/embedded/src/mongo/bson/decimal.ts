import { Decimal128 } from 'bson';
import { isDecimal, isInt32 } from './value.ts';
import type { Numeric } from './value.ts';

/** A finite number without loss: coefficient × 10^exponent. */
export interface ExactNumber {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Significant digits of a Decimal128 (IEEE 754-2008). */
const decimalDigits = 34;

/** NaN, Infinity or -Infinity when `value` is one of them, whatever its type; undefined for finite numbers. */
export function nonFiniteOf(value: Numeric): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : value;
  if (!isDecimal(value)) return undefined;
  const text = value.toString();
  if (/^[-+]?\d/.test(text)) return undefined;
  return text.includes('NaN') ? Number.NaN : text.startsWith('-') ? -Infinity : Infinity;
}

function exactOfDouble(value: number): ExactNumber {
  if (Number.isInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  const power = Math.max(biased, 1) - 1075;
  // A fraction has power < 0, and m × 2^-n = m × 5^n × 10^-n.
  const coefficient = mantissa * 5n ** BigInt(-power);
  return { coefficient: value < 0 ? -coefficient : coefficient, exponent: power };
}

function exactOfText(text: string): ExactNumber {
  const parts = /^([-+]?)(\d+)(?:\.(\d+))?(?:E([-+]?\d+))?$/i.exec(text);
  if (!parts) throw new RangeError(`Not a finite number: ${text}`);
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts;
  const digits = BigInt(whole + fraction);
  return { coefficient: sign === '-' ? -digits : digits, exponent: Number(power) - fraction.length };
}

/** The exact value of a finite number of any BSON type. */
export function exactOf(value: Numeric): ExactNumber {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (typeof value === 'number') return exactOfDouble(value);
  if (isInt32(value)) return { coefficient: BigInt(value.value), exponent: 0 };
  return exactOfText(value.toString());
}

function digitsOf(coefficient: bigint): number {
  return (coefficient < 0n ? -coefficient : coefficient).toString().length;
}

/** Both coefficients at one exponent. */
export function aligned(a: ExactNumber, b: ExactNumber): { a: bigint; b: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent);
  return {
    a: a.coefficient * 10n ** BigInt(a.exponent - exponent),
    b: b.coefficient * 10n ** BigInt(b.exponent - exponent),
    exponent,
  };
}

/** -1, 0 or 1. Magnitudes are compared first, so that 1E+6000 against 1E-6000 builds no huge integer. */
export function compareExact(a: ExactNumber, b: ExactNumber): number {
  const signA = a.coefficient === 0n ? 0 : a.coefficient < 0n ? -1 : 1;
  const signB = b.coefficient === 0n ? 0 : b.coefficient < 0n ? -1 : 1;
  if (signA !== signB || signA === 0) return Math.sign(signA - signB);
  const sizeA = digitsOf(a.coefficient) + a.exponent;
  const sizeB = digitsOf(b.coefficient) + b.exponent;
  if (sizeA !== sizeB) return sizeA > sizeB ? signA : -signA;
  const both = aligned(a, b);
  return both.a === both.b ? 0 : both.a < both.b ? -1 : 1;
}

/** Integer division rounding half to even, the rounding of IEEE 754 and of MongoDB. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = divisor < 0n ? -divisor : divisor;
  const up = twice > size || (twice === size && quotient % 2n !== 0n);
  if (!up) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

/** Rounds to 34 digits and makes the Decimal128; throws a RangeError beyond its exponents. */
export function decimalOf(exact: ExactNumber): Decimal128 {
  let { coefficient, exponent } = exact;
  for (let excess = digitsOf(coefficient) - decimalDigits; excess > 0; excess = digitsOf(coefficient) - decimalDigits) {
    coefficient = divideHalfEven(coefficient, 10n ** BigInt(excess));
    exponent += excess;
  }
  try {
    return Decimal128.fromString(`${coefficient}E${exponent}`);
  } catch {
    throw new RangeError('The result does not fit a Decimal128');
  }
}

/** MongoDB turns a double into a decimal of 15 digits, so that 0.1 means 0.1. */
export function toDecimal(value: Numeric): Decimal128 {
  if (isDecimal(value)) return value;
  const special = nonFiniteOf(value);
  if (special !== undefined) return Decimal128.fromString(String(special));
  return decimalOf(typeof value === 'number' ? exactOfText(value.toPrecision(15)) : exactOf(value));
}
