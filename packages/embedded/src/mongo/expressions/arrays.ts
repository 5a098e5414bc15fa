import { Int32 } from 'bson';
import { expectArray, expectString, isTruthy, wholeNumber } from '../bson/coerce.ts';
import { compareValues, equalValues } from '../bson/order.ts';
import { isDocument } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { parseKeySpec } from '../keys/key-spec.ts';
import { sortKey } from '../keys/generate.ts';
import { MongoError } from '../mongo-error.ts';
import { averageOf, totalOf } from './math.ts';
import { binary, eager, isNullish, namedOperand, required, unary, variadic } from './operator.ts';
import type { Operator, Operators } from './operator.ts';
import { withVariables } from './scope.ts';

/** MongoDB allows a range of any size that fits a document; this bounds the memory one expression may take. */
const rangeMax = 1_000_000;

function elementAt(array: Maybe, index: Maybe): Maybe {
  if (isNullish(array) || isNullish(index)) return null;
  return expectArray(array, '$arrayElemAt argument').at(wholeNumber(index, 'The index of $arrayElemAt'));
}

function slice(array: Maybe, a: Maybe, b: Maybe): Maybe {
  if (isNullish(array) || a === null || b === null) return null;
  const elements = expectArray(array, '$slice argument');
  const first = wholeNumber(a, '$slice position');
  if (b === undefined) return first < 0 ? elements.slice(first) : elements.slice(0, first);
  const count = wholeNumber(b, '$slice count');
  if (count <= 0) throw new MongoError('BadValue', 'The count of $slice must be positive');
  const from = first < 0 ? Math.max(elements.length + first, 0) : first;
  return elements.slice(from, from + count);
}

function concat(...arrays: Maybe[]): Maybe {
  if (arrays.some(isNullish)) return null;
  return arrays.flatMap((array) => expectArray(array, '$concatArrays argument'));
}

function range(start: Maybe, end: Maybe, step: Maybe): Maybe {
  const [from, to, by] = [
    wholeNumber(start, '$range start'),
    wholeNumber(end, '$range end'),
    step === undefined ? 1 : wholeNumber(step, '$range step'),
  ];
  if (by === 0) throw new MongoError('BadValue', '$range requires a non-zero step');
  const size = Math.max(0, Math.ceil((to - from) / by));
  if (size > rangeMax) throw new MongoError('ExceededMemoryLimit', `$range may make at most ${rangeMax} numbers here`);
  return Array.from({ length: size }, (_, index) => new Int32(from + index * by));
}

function indexOf(array: Maybe, wanted: Maybe, start: Maybe, end: Maybe): Maybe {
  if (isNullish(array)) return null;
  const elements = expectArray(array, '$indexOfArray argument');
  const from = start === undefined ? 0 : wholeNumber(start, 'start');
  const to = end === undefined ? elements.length : wholeNumber(end, 'end');
  return new Int32(elements.findIndex((element, index) => index >= from && index < to && equalValues(element, wanted)));
}

const filter: Operator = (operand, compile) => {
  const fields = namedOperand('$filter', operand, ['input', 'as', 'cond', 'limit']);
  const input = compile(required('$filter', fields, 'input'));
  const keeps = compile(required('$filter', fields, 'cond'));
  const limit = compile(fields.get('limit') ?? null);
  const name = expectString(fields.get('as') ?? 'this', 'as');
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    const most = limit(scope) ?? null;
    const kept = expectArray(array, 'input to $filter').filter((element) =>
      isTruthy(keeps(withVariables(scope, [[name, element]]))),
    );
    return most === null ? kept : kept.slice(0, wholeNumber(most, 'limit'));
  };
};

const map: Operator = (operand, compile) => {
  const fields = namedOperand('$map', operand, ['input', 'as', 'in']);
  const input = compile(required('$map', fields, 'input'));
  const make = compile(required('$map', fields, 'in'));
  const name = expectString(fields.get('as') ?? 'this', 'as');
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    return expectArray(array, 'input to $map').map((element) => make(withVariables(scope, [[name, element]])) ?? null);
  };
};

const reduce: Operator = (operand, compile) => {
  const fields = namedOperand('$reduce', operand, ['input', 'initialValue', 'in']);
  const input = compile(required('$reduce', fields, 'input'));
  const initial = compile(required('$reduce', fields, 'initialValue'));
  const join = compile(required('$reduce', fields, 'in'));
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    return expectArray(array, 'input to $reduce').reduce<Maybe>(
      (value, element) =>
        join(
          withVariables(scope, [
            ['value', value],
            ['this', element],
          ]),
        ),
      initial(scope),
    );
  };
};

const sortArray: Operator = (operand, compile) => {
  const fields = namedOperand('$sortArray', operand, ['input', 'sortBy']);
  const input = compile(required('$sortArray', fields, 'input'));
  const compare = elementOrder(required('$sortArray', fields, 'sortBy'));
  return (scope) => {
    const array = input(scope);
    return isNullish(array) ? null : expectArray(array, 'input to $sortArray').toSorted(compare);
  };
};

/** The order of `$sortArray` and `$push: { $sort }`: by whole values (1, -1) or by fields of documents. */
export function elementOrder(by: Value): (a: Value, b: Value) => number {
  if (!isDocument(by)) {
    const direction = wholeNumber(by, 'The sort order');
    if (direction !== 1 && direction !== -1)
      throw new MongoError('BadValue', 'The sort order must be 1, -1 or a document');
    return (a, b) => direction * compareValues(a, b);
  }
  const fields = parseKeySpec(by);
  const keyOf = (value: Value): Buffer => sortKey(isDocument(value) ? value : new Map(), fields);
  return (a, b) => Buffer.compare(keyOf(a), keyOf(b));
}

function zipped(value: Maybe, operator: string, pick: (values: readonly Value[]) => Maybe): Maybe {
  if (isNullish(value)) return null;
  return pick(expectArray(value, `${operator} argument`));
}

/** `$max`, `$min`, `$sum` and `$avg` of one array, or of all their arguments. */
function spread(pick: (values: readonly Maybe[]) => Maybe): Operator {
  return variadic((...values) => pick(values.length === 1 && Array.isArray(values[0]) ? values[0] : values));
}

/** The largest (1) or smallest (-1) value that is neither null nor missing; null when there is none. */
export function extremeOf(values: readonly Maybe[], sign: 1 | -1): Maybe {
  let found: Maybe = null;
  for (const value of values) {
    if (isNullish(value)) continue;
    if (found === null || sign * compareValues(value, found) > 0) found = value;
  }
  return found;
}

export const arrayOperators: Operators = {
  $size: unary((array) => new Int32(expectArray(array, 'The argument to $size').length)),
  $isArray: unary((value) => Array.isArray(value)),
  $arrayElemAt: binary(elementAt),
  $first: unary((array) => zipped(array, '$first', (values) => values[0])),
  $last: unary((array) => zipped(array, '$last', (values) => values.at(-1))),
  $in: binary((value, array) =>
    expectArray(array, '$in requires an array as its second argument').some((element) => equalValues(element, value)),
  ),
  $slice: eager({ min: 2, max: 3 }, slice),
  $concatArrays: variadic(concat),
  $reverseArray: unary((array) => zipped(array, '$reverseArray', (values) => values.toReversed())),
  $range: eager({ min: 2, max: 3 }, range),
  $indexOfArray: eager({ min: 2, max: 4 }, indexOf),
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $sortArray: sortArray,
  $max: spread((values) => extremeOf(values, 1)),
  $min: spread((values) => extremeOf(values, -1)),
  $sum: spread(totalOf),
  $avg: spread(averageOf),
};
