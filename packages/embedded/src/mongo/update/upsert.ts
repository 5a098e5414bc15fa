import { expectArray, expectDocument } from '../bson/coerce.ts';
import { isRegExp } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { isOperatorDocument } from '../query/matcher.ts';
import { targetOf } from './target.ts';

/** The value a condition pins its field to, if it does. */
function pinnedBy(condition: Value): Maybe {
  if (isRegExp(condition)) return undefined;
  if (!isOperatorDocument(condition)) return condition;
  if (condition.has('$eq')) return condition.get('$eq');
  const all = condition.get('$all') ?? condition.get('$in');
  const [only, ...others] = Array.isArray(all) ? all : [];
  return others.length === 0 && !isOperatorDocument(only) && !isRegExp(only) ? only : undefined;
}

function collect(filter: BsonDocument, found: Map<string, Value>): void {
  for (const [name, condition] of filter) {
    if (name === '$and' || name === '$or') {
      const branches = expectArray(condition, name);
      if (name === '$and' || branches.length === 1)
        for (const branch of branches) collect(expectDocument(branch, name), found);
    } else if (!name.startsWith('$')) {
      const value = pinnedBy(condition);
      if (value === undefined) continue;
      if (found.has(name))
        throw new MongoError(
          'NotSingleValueField',
          `cannot infer query fields to set, path '${name}' is matched twice`,
        );
      found.set(name, value);
    }
  }
}

/** The fields that the equalities of a query put into an upserted document. */
export function seedOf(filter: BsonDocument): BsonDocument {
  const found = new Map<string, Value>();
  collect(filter, found);
  const seed: BsonDocument = new Map();
  for (const [path, value] of found) targetOf(seed, path.split('.')).set(value);
  return seed;
}
