import { rank, rankOf } from '../bson/order.ts';
import { isDocument, isRegExp } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { isOperatorDocument } from '../query/matcher.ts';

/** One side of a range. */
export interface Limit {
  readonly value: Value;
  readonly isIncluded: boolean;
}

/** A condition that an index can narrow a scan with: some single values, or one side of a range. */
export type Condition =
  | { readonly kind: 'points'; readonly values: readonly Value[] }
  | { readonly kind: 'low'; readonly limit: Limit }
  | { readonly kind: 'high'; readonly limit: Limit };

export type Conditions = ReadonlyMap<string, readonly Condition[]>;

/** Whole arrays and patterns have no single key in an index. */
function hasKey(value: Value): boolean {
  return !Array.isArray(value) && !isRegExp(value);
}

function points(values: readonly Value[]): Condition[] {
  return values.every(hasKey) ? [{ kind: 'points', values }] : [];
}

function range(operator: string, value: Value): Condition[] {
  const type = rankOf(value);
  const isIncluded = operator.endsWith('e');
  if (type === rank.null) return isIncluded ? points([null]) : [];
  if (!hasKey(value) || type === rank.minKey || type === rank.maxKey || Number.isNaN(value)) return [];
  return [{ kind: operator.startsWith('$gt') ? 'low' : 'high', limit: { value, isIncluded } }];
}

function conditionsOf(condition: Value): Condition[] {
  if (!isOperatorDocument(condition)) return points([condition]);
  return [...condition].flatMap(([operator, operand]) => {
    if (operator === '$eq') return points([operand]);
    if (operator === '$in' && Array.isArray(operand)) return points(operand);
    return /^\$[gl]te?$/.test(operator) ? range(operator, operand) : [];
  });
}

function collect(filter: BsonDocument, found: Map<string, Condition[]>): void {
  for (const [name, condition] of filter) {
    if (name === '$and' && Array.isArray(condition))
      for (const branch of condition) if (isDocument(branch)) collect(branch, found);
    // A number in a path may be a name or a position; the index knows only one of them.
    if (name.startsWith('$') || name.split('.').some((part) => /^\d+$/.test(part))) continue;
    found.set(name, [...(found.get(name) ?? []), ...conditionsOf(condition)]);
  }
}

/** What every matching document must satisfy, by path, as far as indexes can use it. */
export function conditionsIn(filter: BsonDocument): Conditions {
  const found = new Map<string, Condition[]>();
  collect(filter, found);
  return found;
}
