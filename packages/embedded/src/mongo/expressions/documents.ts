import { expectArray, expectDocument, expectString } from '../bson/coerce.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { isNullish, namedOperand, required, unary, variadic } from './operator.ts';
import type { Operator, Operators } from './operator.ts';

/** `$mergeObjects`: later fields win; null and missing are left out. */
export function mergeDocuments(values: readonly Maybe[]): BsonDocument {
  const merged: BsonDocument = new Map();
  for (const value of values) {
    if (isNullish(value)) continue;
    for (const [name, field] of expectDocument(value, '$mergeObjects input')) merged.set(name, field);
  }
  return merged;
}

function toPairs(value: Maybe): Maybe {
  if (isNullish(value)) return null;
  return [...expectDocument(value, '$objectToArray argument')].map(
    ([k, v]) =>
      new Map<string, Value>([
        ['k', k],
        ['v', v],
      ]),
  );
}

function pairOf(entry: Value): readonly [string, Value] {
  const [key, value] = isDocument(entry)
    ? [entry.get('k'), entry.get('v')]
    : expectArray(entry, '$arrayToObject entry');
  if (value === undefined) throw new MongoError('BadValue', '$arrayToObject needs a key and a value in each entry');
  return [expectString(key, '$arrayToObject key'), value];
}

function fromPairs(value: Maybe): Maybe {
  if (isNullish(value)) return null;
  return new Map(expectArray(value, '$arrayToObject argument').map(pairOf));
}

const getField: Operator = (operand, compile) => {
  const fields =
    isDocument(operand) && operand.has('field') ? namedOperand('$getField', operand, ['field', 'input']) : undefined;
  const name = compile(fields ? required('$getField', fields, 'field') : operand);
  const input = compile(fields?.get('input') ?? '$$CURRENT');
  return (scope) => {
    const value = input(scope);
    return isDocument(value)
      ? value.get(expectString(name(scope), '$getField field'))
      : isNullish(value)
        ? null
        : undefined;
  };
};

export const documentOperators: Operators = {
  $mergeObjects: variadic((...values) =>
    mergeDocuments(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
  ),
  $objectToArray: unary(toPairs),
  $arrayToObject: unary(fromPairs),
  $getField: getField,
};
