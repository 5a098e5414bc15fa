import { aligned, exactOf, nonFiniteOf } from './decimal.ts';
import { isDecimal, isInt32 } from './value.ts';
import type { Numeric } from './value.ts';

/*
 * A number's key is the nearest double, in bytes that sort, and then what the double lost. Doubles and small integers lose
 * nothing; a Long beyond 2^53 or a decimal may. Rounding to the nearest double never swaps two numbers, so the first eight bytes decide
 * unless they are equal, and then the remainder does. Equal numbers of different types get equal keys.
 */

const noRemainder = 0x80;

function nearestDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (isInt32(value)) return value.value;
  const double = isDecimal(value) ? Number(value.toString()) : Number(value);
  // Finite decimals beyond the doubles must stay below Infinity.
  if (!Number.isFinite(double) && nonFiniteOf(value) === undefined) return Math.sign(double) * Number.MAX_VALUE;
  return double;
}

function sortableDouble(double: number): Buffer {
  const bytes = Buffer.alloc(9);
  if (Number.isNaN(double)) return bytes;
  bytes[8] = noRemainder;
  bytes.writeDoubleBE(double === 0 ? 0 : double);
  if (double < 0) for (let index = 0; index < 8; index += 1) bytes[index] = ~bytes.readUInt8(index) & 0xff;
  else bytes[0] = bytes.readUInt8(0) | 0x80;
  return bytes;
}

/** sign, decimal exponent, digits, end: sorts by value, and ends itself. */
function remainderKey(coefficient: bigint, exponent: number): Buffer {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().replace(/0+$/, '');
  const size = (coefficient < 0n ? -coefficient : coefficient).toString().length + exponent;
  const key = Buffer.alloc(digits.length + 3);
  key.writeUInt16BE(size + 0x8000);
  for (let index = 0; index < digits.length; index += 1) key[index + 2] = digits.charCodeAt(index);
  if (coefficient < 0n) for (let index = 0; index < key.length; index += 1) key[index] = ~key.readUInt8(index) & 0xff;
  return key;
}

/** Bytes whose order is the order of the numbers; no key is a prefix of another. */
export function numberKey(value: Numeric): Buffer {
  const double = nearestDouble(value);
  const key = sortableDouble(double);
  if (typeof value === 'number' || isInt32(value) || !Number.isFinite(double)) return key;
  const both = aligned(exactOf(value), exactOf(double));
  const lost = both.a - both.b;
  if (lost === 0n) return key;
  key[8] = lost < 0n ? noRemainder - 1 : noRemainder + 1;
  return Buffer.concat([key, remainderKey(lost, both.exponent)]);
}
