import { expectArray, expectDocument, wholeNumber } from '../bson/coerce.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import type { Variables } from '../expressions/scope.ts';
import { MongoError } from '../mongo-error.ts';
import { compileCondition, compileFilter, isOperatorDocument } from './matcher.ts';

/** How a projection of `find` cuts an array down. */
export interface ArrayPick {
  /** Whether naming this field leaves the others out (`$elemMatch`, `$`) or keeps them (`$slice`). */
  readonly includes: boolean;
  readonly apply: (value: Maybe, matchedIndex: number | undefined) => Maybe;
}

function slice(operand: Value): ArrayPick {
  const [a, b] = Array.isArray(operand)
    ? operand.map((part) => wholeNumber(part, '$slice'))
    : [undefined, wholeNumber(operand, '$slice')];
  if (Array.isArray(operand) && (operand.length !== 2 || (b ?? 0) <= 0)) {
    throw new MongoError('BadValue', '$slice takes a count, or a position and a positive count');
  }
  const count = b ?? 0;
  const cut = (array: readonly Value[]): Value[] => {
    if (a === undefined) return count < 0 ? array.slice(count) : array.slice(0, count);
    const from = a < 0 ? Math.max(array.length + a, 0) : a;
    return array.slice(from, from + count);
  };
  return { includes: false, apply: (value) => (Array.isArray(value) ? cut(value) : value) };
}

function firstMatch(condition: Value, variables: Variables): ArrayPick {
  const inner = expectDocument(condition, '$elemMatch argument');
  const matches =
    isOperatorDocument(inner) && ![...inner.keys()].some((name) => /^\$(and|or|nor|expr)$/.test(name))
      ? compileCondition(inner)
      : documentCondition(inner, variables);
  return {
    includes: true,
    apply: (value) => {
      if (!Array.isArray(value)) return undefined;
      const found = value.find((element) => matches(element));
      return found === undefined ? undefined : [found];
    },
  };
}

function documentCondition(filter: BsonDocument, variables: Variables): (element: Value) => boolean {
  const matches = compileFilter(filter, variables);
  return (element) => isDocument(element) && matches(element);
}

const positional: ArrayPick = {
  includes: true,
  apply: (value, matchedIndex) => {
    if (!Array.isArray(value)) return value;
    if (matchedIndex === undefined)
      throw new MongoError(
        'BadValue',
        "Executor error: positional operator '.$' couldn't find a matching element in the array",
      );
    return value.slice(matchedIndex, matchedIndex + 1);
  },
};

/** The array operator a projected field uses; undefined when it is a plain 0, 1 or expression. */
export function arrayProjection(
  path: string,
  value: Value,
  rules: { readonly variables: Variables },
): ArrayPick | undefined {
  if (path.endsWith('.$')) return positional;
  if (!isDocument(value)) return undefined;
  const [operator] = value.keys();
  if (operator === '$elemMatch') return firstMatch(value.get(operator) ?? null, rules.variables);
  const operand = value.get('$slice') ?? null;
  // `$slice: [$field, n]` is the expression; the projection has numbers only.
  const isProjection =
    !Array.isArray(operand) ||
    expectArray(operand, '$slice').every((part) => typeof part !== 'string' && !Array.isArray(part));
  return operator === '$slice' && isProjection ? slice(operand) : undefined;
}
