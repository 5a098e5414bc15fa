import type { BSONRegExp } from 'bson';
import { truncatedLong } from '../bson/arithmetic.ts';
import { expectArray, isTruthy, toNumber, wholeNumber } from '../bson/coerce.ts';
import { compareValues, equalValues, rank, rankOf } from '../bson/order.ts';
import { aliasesFor, typeAlias } from '../bson/type-names.ts';
import { isDocument, isNumeric, isRegExp } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { bitsTest } from './bits.ts';
import type { MatchTrace, ValueTest } from './path.ts';
import { compileRegExp } from './regex.ts';

/** One condition on the values of a path. */
export interface Predicate {
  readonly test: ValueTest;
  readonly opensLeaf: boolean;
  /** A negated predicate holds when no value passes, which differs from "some value fails" on arrays. */
  readonly isNegated?: boolean;
  /** For `$elemMatch`: which element it was. */
  readonly locate?: (value: Maybe, trace: MatchTrace) => void;
}

/** Equality as queries mean it: null also stands for a missing field. */
export function equals(operand: Value): ValueTest {
  if (operand === null) return (value) => value === undefined || value === null;
  return (value) => value !== undefined && equalValues(value, operand);
}

export function matchesRegExp(regExp: BSONRegExp): ValueTest {
  const compiled = compileRegExp(regExp);
  return (value) =>
    typeof value === 'string' ? compiled.exec(value) !== null : isRegExp(value) && equalValues(value, regExp);
}

/** What `{ field: operand }` and the members of `$in` test. */
export function equalsOrMatches(operand: Value): ValueTest {
  return isRegExp(operand) ? matchesRegExp(operand) : equals(operand);
}

function isNaNValue(value: Maybe): boolean {
  return isNumeric(value) && Number.isNaN(toNumber(value));
}

/** Orders only within one type, except against MinKey and MaxKey; NaN stands apart from all other numbers. */
function ordered(operand: Value, accepts: (order: number) => boolean): ValueTest {
  if (isRegExp(operand)) throw new MongoError('BadValue', "Can't have a regex as the operand of a comparison");
  const own = rankOf(operand);
  const spansTypes = own === rank.minKey || own === rank.maxKey;
  const operandIsNaN = isNaNValue(operand);
  return (value) => {
    if (own === rank.null) return accepts(0) && (value === undefined || value === null);
    if (value === undefined || (!spansTypes && rankOf(value) !== own)) return false;
    if (operandIsNaN !== isNaNValue(value) && !spansTypes) return false;
    return accepts(compareValues(value, operand));
  };
}

function membership(operand: Value): ValueTest {
  const tests = expectArray(operand, '$in needs an array; its operand').map((member) => {
    if (isDocument(member) && [...member.keys()][0]?.startsWith('$'))
      throw new MongoError('BadValue', 'cannot nest $ under $in');
    return equalsOrMatches(member);
  });
  return (value) => tests.some((test) => test(value));
}

function modulo(operand: Value): ValueTest {
  const parts = expectArray(operand, '$mod needs an array; its operand');
  if (parts.length !== 2) throw new MongoError('BadValue', 'malformed mod, needs exactly a divisor and a remainder');
  const [divisor, remainder] = parts.map((part) => (isNumeric(part) ? truncatedLong(part) : undefined));
  if (divisor === undefined || remainder === undefined)
    throw new MongoError('BadValue', 'malformed mod, divisor and remainder must be 64-bit integers');
  if (divisor === 0n) throw new MongoError('BadValue', 'divisor cannot be 0');
  return (value) => {
    const whole = isNumeric(value) ? truncatedLong(value) : undefined;
    return whole !== undefined && whole % divisor === remainder;
  };
}

function size(operand: Value): ValueTest {
  const wanted = wholeNumber(operand, '$size');
  if (wanted < 0) throw new MongoError('BadValue', '$size may not be negative');
  return (value) => Array.isArray(value) && value.length === wanted;
}

function type(operand: Value): ValueTest {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap((argument) => aliasesFor(argument)));
  return (value) => value !== undefined && wanted.has(typeAlias(value));
}

const positive: Readonly<Record<string, (operand: Value) => ValueTest>> = {
  $eq: equals,
  $gt: (operand) => ordered(operand, (order) => order > 0),
  $gte: (operand) => ordered(operand, (order) => order >= 0),
  $lt: (operand) => ordered(operand, (order) => order < 0),
  $lte: (operand) => ordered(operand, (order) => order <= 0),
  $in: membership,
  $mod: modulo,
  $type: type,
  $bitsAllSet: (operand) => bitsTest(operand, 'all', 1n),
  $bitsAnySet: (operand) => bitsTest(operand, 'any', 1n),
  $bitsAllClear: (operand) => bitsTest(operand, 'all', 0n),
  $bitsAnyClear: (operand) => bitsTest(operand, 'any', 0n),
};

/** The predicate of an operator that needs nothing but its operand; undefined when the name is another operator or none. */
export function simplePredicate(operator: string, operand: Value): Predicate | undefined {
  if (operator === '$ne') return { test: equals(operand), opensLeaf: true, isNegated: true };
  if (operator === '$nin') return { test: membership(operand), opensLeaf: true, isNegated: true };
  if (operator === '$size') return { test: size(operand), opensLeaf: false };
  if (operator === '$exists')
    return { test: (value) => value !== undefined, opensLeaf: false, isNegated: !isTruthy(operand) };
  const make = Object.hasOwn(positive, operator) ? positive[operator] : undefined;
  return make && { test: make(operand), opensLeaf: true };
}
