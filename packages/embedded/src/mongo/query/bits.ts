import type { Binary } from 'bson';
import { toNumber } from '../bson/coerce.ts';
import { bytesOf } from '../bson/order.ts';
import { bsonTypeOf, isNumeric } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import type { ValueTest } from './path.ts';

/** Bits of a value as a two's complement integer; undefined when it has none. */
function bitsOf(value: Maybe): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (isNumeric(value)) return Number.isSafeInteger(toNumber(value)) ? BigInt(toNumber(value)) : undefined;
  if (bsonTypeOf(value) !== 'Binary') return undefined;
  return bytesOf(value as Binary).reduceRight((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
}

function positionsOf(operand: Value): bigint[] {
  if (Array.isArray(operand)) {
    return operand.map((position) => {
      const number = isNumeric(position) ? toNumber(position) : -1;
      if (!Number.isSafeInteger(number) || number < 0)
        throw new MongoError('BadValue', 'bit positions must be integers >= 0');
      return BigInt(number);
    });
  }
  const mask = bitsOf(operand);
  if (mask === undefined || mask < 0n)
    throw new MongoError('BadValue', 'a bit mask must be an integer >= 0, binary, or a list of positions');
  return [...mask.toString(2)].toReversed().flatMap((bit, index) => (bit === '1' ? [BigInt(index)] : []));
}

/** The four `$bits…` operators: whether all or any of the positions hold `wanted`. */
export function bitsTest(operand: Value, quantity: 'all' | 'any', wanted: 0n | 1n): ValueTest {
  const positions = positionsOf(operand);
  return (value) => {
    const bits = bitsOf(value);
    if (bits === undefined) return false;
    const holds = (position: bigint): boolean => ((bits >> position) & 1n) === wanted;
    return quantity === 'all' ? positions.every(holds) : positions.some(holds);
  };
}
