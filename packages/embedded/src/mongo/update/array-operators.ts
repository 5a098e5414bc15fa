import { expectArray, wholeNumber } from '../bson/coerce.ts';
import { equalValues } from '../bson/order.ts';
import { typeAlias } from '../bson/type-names.ts';
import { cloneValue, isDocument, isRegExp } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { elementOrder } from '../expressions/arrays.ts';
import { MongoError } from '../mongo-error.ts';
import { compileCondition, compileFilter, isOperatorDocument } from '../query/matcher.ts';
import { equalsOrMatches } from '../query/predicates.ts';
import type { FieldOperator } from './operator.ts';

function arrayAt(value: Maybe, path: string): Value[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new MongoError('BadValue', `The field '${path}' must be an array but is of type ${typeAlias(value)}`);
}

const pushModifiers = new Set(['$each', '$position', '$slice', '$sort']);

function modifiersOf(operand: Value): BsonDocument {
  if (!isDocument(operand) || !operand.has('$each')) return new Map([['$each', [operand]]]);
  for (const name of operand.keys()) {
    if (!pushModifiers.has(name)) throw new MongoError('BadValue', `Unrecognized clause in $push: ${name}`);
  }
  return operand;
}

function sliced(array: Value[], count: number | undefined): Value[] {
  if (count === undefined) return array;
  return count < 0 ? array.slice(count) : array.slice(0, count);
}

export const push: FieldOperator = (operand, path) => {
  const modifiers = modifiersOf(operand);
  const added = expectArray(modifiers.get('$each'), 'The argument to $each in $push');
  const option = (name: string): number | undefined =>
    modifiers.has(name) ? wholeNumber(modifiers.get(name), name) : undefined;
  const position = option('$position');
  const slice = option('$slice');
  const compare = modifiers.has('$sort') ? elementOrder(modifiers.get('$sort') ?? null) : undefined;
  return (target) => {
    const array = [...arrayAt(target.get(), path)];
    const at = position === undefined ? array.length : position < 0 ? Math.max(array.length + position, 0) : position;
    array.splice(at, 0, ...cloneValue(added));
    if (compare) array.sort(compare);
    target.set(sliced(array, slice));
  };
};

export const addToSet: FieldOperator = (operand, path) => {
  const isEach = isDocument(operand) && operand.has('$each');
  if (isEach && operand.size > 1) throw new MongoError('BadValue', '$addToSet with $each takes no other clause');
  const added = isEach ? expectArray(operand.get('$each'), 'The argument to $each in $addToSet') : [operand];
  return (target) => {
    const array = [...arrayAt(target.get(), path)];
    for (const value of added) if (!array.some((present) => equalValues(present, value))) array.push(value);
    target.set(array);
  };
};

export const pop: FieldOperator = (operand, path) => {
  const side = wholeNumber(operand, '$pop');
  if (side !== 1 && side !== -1) throw new MongoError('FailedToParse', `$pop expects 1 or -1, found: ${side}`);
  return (target) => {
    const value = target.get();
    if (value === undefined) return;
    if (!Array.isArray(value))
      throw new MongoError(
        'TypeMismatch',
        `Path '${path}' contains an element of non-array type '${typeAlias(value)}'`,
      );
    target.set(side === 1 ? value.slice(0, -1) : value.slice(1));
  };
};

function pullCondition(operand: Value): (element: Value) => boolean {
  if (isOperatorDocument(operand)) return compileCondition(operand);
  if (!isDocument(operand))
    return isRegExp(operand) ? equalsOrMatches(operand) : (element) => equalValues(element, operand);
  const matches = compileFilter(operand);
  return (element) => isDocument(element) && matches(element);
}

function remover(makeTest: (operand: Value) => (element: Value) => boolean): FieldOperator {
  return (operand, path) => {
    const goes = makeTest(operand);
    return (target) => {
      const value = target.get();
      if (value === undefined) return;
      target.set(arrayAt(value, path).filter((element) => !goes(element)));
    };
  };
}

export const pull: FieldOperator = remover(pullCondition);

export const pullAll: FieldOperator = remover((operand) => {
  const unwanted = expectArray(operand, '$pullAll requires an array argument; it');
  return (element) => unwanted.some((value) => equalValues(value, element));
});
