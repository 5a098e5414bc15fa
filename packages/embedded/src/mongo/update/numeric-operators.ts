import { Int32, Timestamp } from 'bson';
import { calculate } from '../bson/arithmetic.ts';
import { compareValues } from '../bson/order.ts';
import { showValue } from '../bson/show.ts';
import { typeAlias } from '../bson/type-names.ts';
import { isDocument, isInt32, isNumeric } from '../bson/value.ts';
import type { Numeric, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import type { FieldOperator } from './operator.ts';

function currentNumber(value: Value, operator: string, path: string): Numeric {
  if (isNumeric(value)) return value;
  throw new MongoError(
    'TypeMismatch',
    `Cannot apply ${operator} to a value of non-numeric type. '${path}' is of type ${typeAlias(value)}`,
  );
}

function expectAmount(operand: Value, operator: '$inc' | '$mul', path: string): Numeric {
  if (isNumeric(operand)) return operand;
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  throw new MongoError('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${showValue(operand)}}`);
}

export const increment: FieldOperator = (operand, path) => {
  const amount = expectAmount(operand, '$inc', path);
  return (target) => {
    const value = target.get();
    target.set(
      value === undefined ? amount : calculate('add', { a: currentNumber(value, '$inc', path), b: amount }, 'refuse'),
    );
  };
};

export const multiply: FieldOperator = (operand, path) => {
  const factor = expectAmount(operand, '$mul', path);
  return (target) => {
    const value = target.get();
    // A missing field becomes zero of the factor's type.
    const start = value === undefined ? new Int32(0) : currentNumber(value, '$mul', path);
    target.set(calculate('multiply', { a: start, b: factor }, 'refuse'));
  };
};

/** `$max` (1) and `$min` (-1): by the BSON order, across types. */
export function extreme(sign: 1 | -1): FieldOperator {
  return (operand) => (target) => {
    const value = target.get();
    if (value === undefined || sign * compareValues(operand, value) > 0) target.set(operand);
  };
}

function bitwise(operation: string, a: bigint, b: bigint): bigint {
  if (operation === 'and') return a & b;
  if (operation === 'or') return a | b;
  if (operation === 'xor') return a ^ b;
  throw new MongoError('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}'`);
}

function integerOf(value: Value, path: string): bigint {
  if (typeof value === 'bigint') return value;
  if (isInt32(value)) return BigInt(value.value);
  throw new MongoError(
    'BadValue',
    `Cannot apply $bit to a value of non-integral type. '${path}' is of type ${typeAlias(value)}`,
  );
}

export const bit: FieldOperator = (operand, path) => {
  if (!isDocument(operand) || operand.size === 0)
    throw new MongoError('BadValue', `The $bit modifier needs a document of operations for '${path}'`);
  const steps = [...operand].map(([operation, mask]) => ({
    operation,
    mask: integerOf(mask, path),
    isInt: isInt32(mask),
  }));
  return (target) => {
    const value = target.get();
    let isInt = value === undefined || isInt32(value);
    let bits = value === undefined ? 0n : integerOf(value, path);
    for (const step of steps) {
      bits = bitwise(step.operation, bits, step.mask);
      isInt &&= step.isInt;
    }
    target.set(isInt ? new Int32(Number(BigInt.asIntN(32, bits))) : bits);
  };
};

/** Seconds and a counter, as MongoDB's timestamps are. */
function currentTimestamp(now: Date): Timestamp {
  return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
}

export const currentDate: FieldOperator = (operand, path) => {
  const type = isDocument(operand) ? operand.get('$type') : operand;
  const isTimestamp = type === 'timestamp';
  if (!isTimestamp && type !== 'date' && typeof type !== 'boolean') {
    throw new MongoError('BadValue', `$currentDate of '${path}' takes a boolean or { $type: 'date' | 'timestamp' }`);
  }
  return (target) => target.set(isTimestamp ? currentTimestamp(new Date()) : new Date());
};
