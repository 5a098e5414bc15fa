import { expectDocument, expectString } from '../bson/coerce.ts';
import { encodeDocument } from '../bson/encode.ts';
import { compareText } from '../bson/order.ts';
import { cloneValue } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { addToSet, pop, pull, pullAll, push } from './array-operators.ts';
import { bit, currentDate, extreme, increment, multiply } from './numeric-operators.ts';
import type { FieldOperator } from './operator.ts';
import { assertFiltersUsed, assertNoConflicts, compileArrayFilters, expandPath, parsePath } from './paths.ts';
import { targetOf } from './target.ts';
import type { Update, UpdateContext } from './update.ts';

const set: FieldOperator = (operand) => (target) => target.set(operand);
const unset: FieldOperator = () => (target) => target.remove();

const operators: Readonly<Record<string, FieldOperator>> = {
  $set: set,
  $setOnInsert: set,
  $unset: unset,
  $inc: increment,
  $mul: multiply,
  $min: extreme(-1),
  $max: extreme(1),
  $bit: bit,
  $currentDate: currentDate,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

interface Modification {
  readonly operator: string;
  readonly parts: readonly string[];
  readonly apply: (document: BsonDocument, context: UpdateContext) => void;
}

type Filters = ReturnType<typeof compileArrayFilters>;

function modification(operator: string, path: string, operand: Value, filters: Filters): Modification {
  const make = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!make)
    throw new MongoError(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update`,
    );
  const parts = parsePath(path);
  const change = make(operand, path);
  const apply = (document: BsonDocument, context: UpdateContext): void => {
    if (operator === '$setOnInsert' && !context.isInsert) return;
    const paths = expandPath(parts, { root: document, filters, matchedIndex: context.matchedIndex });
    for (const concrete of paths) change(targetOf(document, concrete));
  };
  return { operator, parts, apply };
}

/** `$rename` takes from one place and puts into another; neither may lie in an array. */
function renaming(path: string, operand: Value): Modification[] {
  const from = parsePath(path);
  const to = parsePath(expectString(operand, "The 'to' field of $rename"));
  if ([...from, ...to].some((part) => part.startsWith('$')))
    throw new MongoError('BadValue', '$rename paths may not be dynamic');
  const assertOutsideArrays = (document: BsonDocument, parts: readonly string[]): void => {
    for (let length = 1; length < parts.length; length += 1) {
      if (Array.isArray(targetOf(document, parts.slice(0, length)).get())) {
        throw new MongoError('BadValue', `$rename cannot reach '${parts.join('.')}' inside an array`);
      }
    }
  };
  const apply = (document: BsonDocument): void => {
    const source = targetOf(document, from);
    const value = source.get();
    if (value === undefined) return;
    assertOutsideArrays(document, from);
    assertOutsideArrays(document, to);
    source.remove();
    const destination = targetOf(document, to);
    destination.remove();
    destination.set(value);
  };
  return [
    { operator: '$rename', parts: to, apply },
    { operator: '$rename', parts: from, apply: () => undefined },
  ];
}

/** Names in order, array positions by number: the order in which MongoDB puts new fields into a document. */
function compareParts(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const isNumbers = /^\d+$/.test(part) && /^\d+$/.test(other);
    const order = isNumbers ? Number(part) - Number(other) : compareText(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function modificationsOf(operations: BsonDocument, filters: Filters): Modification[] {
  return [...operations].flatMap(([operator, fields]) => {
    const named = [...expectDocument(fields, `Modifiers operate on fields; the operand of ${operator}`)];
    return named.flatMap(([path, operand]) =>
      operator === '$rename' ? renaming(path, operand) : [modification(operator, path, operand, filters)],
    );
  });
}

/** Compiles `{ $set: …, $inc: … }`. Every operand is checked before any document is touched. */
export function compileModifiers(operations: BsonDocument, arrayFilters: readonly Value[]): Update {
  const unknown = [...operations.keys()].find((name) => name !== '$rename' && !Object.hasOwn(operators, name));
  if (unknown !== undefined) {
    throw new MongoError(
      'FailedToParse',
      `Unknown modifier: ${unknown}. Expected a valid update modifier or pipeline-style update`,
    );
  }
  const filters = compileArrayFilters(arrayFilters);
  const modifications = modificationsOf(operations, filters).toSorted((a, b) => compareParts(a.parts, b.parts));
  assertNoConflicts(modifications.map(({ parts }) => parts.join('.')));
  assertFiltersUsed(
    modifications.map(({ parts }) => parts),
    filters,
  );
  return (document, context) => {
    const changed = cloneValue(document);
    for (const { apply } of modifications) apply(changed, context);
    return changed;
  };
}

/** Whether two documents are the same bytes, so that an update that changes nothing is not counted as one. */
export function isSameDocument(a: BsonDocument, b: BsonDocument): boolean {
  return encodeDocument(a).equals(encodeDocument(b));
}
