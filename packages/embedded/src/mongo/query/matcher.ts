import type { BSONRegExp } from 'bson';
import { expectArray, expectDocument, expectString, isTruthy } from '../bson/coerce.ts';
import { makeRegExp } from '../bson/reg-exp.ts';
import { isDocument, isRegExp } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { compileExpression, rootScope } from '../expressions/compile.ts';
import type { Variables } from '../expressions/scope.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { reaches } from './path.ts';
import type { MatchTrace } from './path.ts';
import { equals, equalsOrMatches, matchesRegExp, simplePredicate } from './predicates.ts';
import type { Predicate } from './predicates.ts';

/** Whether a document satisfies the filter; fills `trace` with the array element that did. */
export type Matcher = (document: BsonDocument, trace?: MatchTrace) => boolean;

const references = new Set(['$ref', '$id', '$db']);
const unoffered = new Set([
  '$where',
  '$text',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$jsonSchema',
  '$sampleRate',
]);

/** `{ $gt: 1 }` is a condition, `{ a: 1 }` and references (`{ $ref, $id }`) are values. */
export function isOperatorDocument(value: Maybe): value is BsonDocument {
  if (!isDocument(value)) return false;
  const first = value.keys().next().value;
  return first !== undefined && first.startsWith('$') && !references.has(first);
}

function regExpOf(conditions: BsonDocument): BSONRegExp {
  const operand = conditions.get('$regex');
  const options = conditions.get('$options');
  if (!isRegExp(operand) && typeof operand !== 'string') throw new MongoError('BadValue', '$regex has to be a string');
  const pattern = isRegExp(operand) ? operand.pattern : operand;
  const flags = options === undefined ? (isRegExp(operand) ? operand.options : '') : expectString(options, '$options');
  return makeRegExp(pattern, flags);
}

function elementMatch(operand: Value, variables: Variables): Predicate {
  const inner = expectDocument(operand, '$elemMatch needs an Object; its operand');
  const logical = [...inner.keys()].some((name) => ['$and', '$or', '$nor', '$expr'].includes(name));
  const passes = isOperatorDocument(inner) && !logical ? elementTest(inner, variables) : documentTest(inner, variables);
  const find = (value: Maybe): number => (Array.isArray(value) ? value.findIndex((element) => passes(element)) : -1);
  return {
    opensLeaf: false,
    test: (value) => find(value) >= 0,
    locate: (value, trace) => {
      const index = find(value);
      if (index >= 0) trace.index = index;
    },
  };
}

function elementTest(conditions: BsonDocument, variables: Variables): (element: Value) => boolean {
  const predicates = predicatesOf(conditions, variables);
  return (element) => predicates.every((predicate) => predicate.test(element) !== (predicate.isNegated ?? false));
}

function documentTest(filter: BsonDocument, variables: Variables): (element: Value) => boolean {
  const matches = compileFilter(filter, variables);
  return (element) => {
    if (isDocument(element)) return matches(element);
    if (!Array.isArray(element)) return false;
    return matches(new Map(element.map((inner, index) => [String(index), inner])));
  };
}

function allPredicates(operand: Value, variables: Variables): Predicate[] {
  const members = expectArray(operand, '$all needs an array; its operand');
  if (members.length === 0) return [{ opensLeaf: false, test: () => false }];
  return members.map((member) => {
    if (isDocument(member) && member.has('$elemMatch'))
      return elementMatch(member.get('$elemMatch') ?? null, variables);
    if (isOperatorDocument(member)) throw new MongoError('BadValue', 'no $ expressions in $all');
    return { opensLeaf: true, test: equalsOrMatches(member) };
  });
}

/** `$not` on a bare element, inside `$elemMatch` or an array filter; on a field, see `negation`. */
function notElement(operand: Value, variables: Variables): Predicate {
  if (isRegExp(operand)) return { opensLeaf: false, isNegated: true, test: matchesRegExp(operand) };
  if (!isOperatorDocument(operand)) throw new MongoError('BadValue', '$not needs a regex or a document of operators');
  const inner = elementTest(operand, variables);
  return { opensLeaf: false, isNegated: true, test: (value) => value !== undefined && inner(value) };
}

function predicatesFor(operator: string, operand: Value, conditions: BsonDocument, variables: Variables): Predicate[] {
  if (operator === '$elemMatch') return [elementMatch(operand, variables)];
  if (operator === '$all') return allPredicates(operand, variables);
  if (operator === '$regex') return [{ opensLeaf: true, test: matchesRegExp(regExpOf(conditions)) }];
  if (operator === '$options') {
    if (!conditions.has('$regex')) throw new MongoError('BadValue', '$options needs a $regex');
    return [];
  }
  if (operator === '$not') return [notElement(operand, variables)];
  if (unoffered.has(operator)) throw notOffered(`'${operator}'`);
  const predicate = simplePredicate(operator, operand);
  if (!predicate) throw new MongoError('BadValue', `unknown operator: ${operator}`);
  return [predicate];
}

function predicatesOf(conditions: BsonDocument, variables: Variables): Predicate[] {
  return [...conditions].flatMap(([operator, operand]) => predicatesFor(operator, operand, conditions, variables));
}

function matcherOf(path: string, predicate: Predicate): Matcher {
  const reach = { parts: path.split('.'), opensLeaf: predicate.opensLeaf };
  return (document, trace) => {
    if (predicate.isNegated) return !reaches(document, reach, predicate.test);
    const { locate } = predicate;
    if (!locate || !trace) return reaches(document, reach, predicate.test, trace);
    return reaches(document, reach, (value) => predicate.test(value) && (locate(value, trace), true));
  };
}

function all(matchers: readonly Matcher[]): Matcher {
  return (document, trace) => matchers.every((matches) => matches(document, trace));
}

function negation(path: string, operand: Value, variables: Variables): Matcher {
  if (isRegExp(operand)) return matcherOf(path, { opensLeaf: true, isNegated: true, test: matchesRegExp(operand) });
  if (!isOperatorDocument(operand)) throw new MongoError('BadValue', '$not needs a regex or a document of operators');
  const inner = fieldMatcher(path, operand, variables);
  return (document) => !inner(document);
}

function fieldMatcher(path: string, condition: Value, variables: Variables): Matcher {
  if (!isOperatorDocument(condition)) {
    return matcherOf(path, {
      opensLeaf: true,
      test: isRegExp(condition) ? matchesRegExp(condition) : equals(condition),
    });
  }
  const matchers = [...condition].flatMap(([operator, operand]) =>
    operator === '$not'
      ? [negation(path, operand, variables)]
      : predicatesFor(operator, operand, condition, variables).map((predicate) => matcherOf(path, predicate)),
  );
  return all(matchers);
}

function branches(operator: string, operand: Value, variables: Variables): Matcher[] {
  const filters = expectArray(operand, `${operator} argument`);
  if (filters.length === 0) throw new MongoError('BadValue', `${operator} must be a nonempty array`);
  return filters.map((filter) => compileFilter(expectDocument(filter, `${operator} entries`), variables));
}

function logicalMatcher(operator: string, operand: Value, variables: Variables): Matcher {
  if (operator === '$and') return all(branches(operator, operand, variables));
  if (operator === '$or' || operator === '$nor') {
    const alternatives = branches(operator, operand, variables);
    const any: Matcher = (document, trace) => alternatives.some((matches) => matches(document, trace));
    return operator === '$or' ? any : (document) => !any(document);
  }
  if (operator === '$expr') {
    const evaluate = compileExpression(operand);
    return (document) => isTruthy(evaluate(rootScope(document, variables)));
  }
  if (operator === '$comment') return () => true;
  if (operator === '$alwaysTrue') return () => true;
  if (operator === '$alwaysFalse') return () => false;
  if (unoffered.has(operator)) throw notOffered(`'${operator}'`);
  throw new MongoError('BadValue', `unknown top level operator: ${operator}`);
}

/** Compiles a query filter; unknown operators are refused here, before any document is read. */
export function compileFilter(filter: BsonDocument, variables: Variables = new Map()): Matcher {
  const matchers = [...filter].map(([name, condition]) =>
    name.startsWith('$') ? logicalMatcher(name, condition, variables) : fieldMatcher(name, condition, variables),
  );
  return matchers.length === 1 && matchers[0] ? matchers[0] : all(matchers);
}

/** A condition on a bare value, as `$pull` and array filters use it: `{ $gt: 5 }` or a value. */
export function compileCondition(condition: BsonDocument): (element: Value) => boolean {
  return elementTest(condition, new Map());
}
