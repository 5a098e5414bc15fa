import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import type { Expression } from './scope.ts';

/** Compiles one operator; `compile` is handed in so that the families need not import the compiler. */
export type Operator = (operand: Value, compile: (expression: Value) => Expression) => Expression;

export type Operators = Readonly<Record<string, Operator>>;

interface Arity {
  readonly min: number;
  readonly max: number;
}

/** An operator whose arguments are all evaluated first; one argument need not be wrapped in an array. */
export function eager({ min, max }: Arity, apply: (...values: Maybe[]) => Maybe): Operator {
  return (operand, compile) => {
    const parts = Array.isArray(operand) ? operand : [operand];
    if (parts.length < min || parts.length > max) {
      throw new MongoError(
        'BadValue',
        `An expression takes ${min}${max === min ? '' : ` to ${max}`} arguments, not ${parts.length}`,
      );
    }
    const args = parts.map((part) => compile(part));
    return (scope) => apply(...args.map((evaluate) => evaluate(scope)));
  };
}

export const unary = (apply: (value: Maybe) => Maybe): Operator => eager({ min: 1, max: 1 }, apply);
export const binary = (apply: (a: Maybe, b: Maybe) => Maybe): Operator => eager({ min: 2, max: 2 }, apply);
export const variadic = (apply: (...values: Maybe[]) => Maybe): Operator => eager({ min: 0, max: Infinity }, apply);

export function isNullish(value: Maybe): value is null | undefined {
  return value === undefined || value === null;
}

/** The compiled members of an operator that takes named arguments, such as `{ $filter: { input, as, cond } }`. */
export function namedOperand(operator: string, operand: Value, names: readonly string[]): BsonDocument {
  if (!isDocument(operand)) throw new MongoError('FailedToParse', `${operator} takes an object`);
  for (const name of operand.keys())
    if (!names.includes(name)) throw notOffered(`the argument '${name}' of ${operator}`);
  return operand;
}

/** An operator with named arguments, all evaluated first. */
export function named(
  operator: string,
  names: readonly string[],
  apply: (args: ReadonlyMap<string, Maybe>) => Maybe,
): Operator {
  return (operand, compile) => {
    const args = [...namedOperand(operator, operand, names)].map(([name, value]) => [name, compile(value)] as const);
    return (scope) => apply(new Map(args.map(([name, evaluate]) => [name, evaluate(scope)])));
  };
}

/** A member that must be given. */
export function required(operator: string, operand: BsonDocument, name: string): Value {
  const value = operand.get(name);
  if (value === undefined) throw new MongoError('BadValue', `Missing '${name}' parameter to ${operator}`);
  return value;
}
