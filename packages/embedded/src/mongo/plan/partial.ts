import { encodeDocument } from '../bson/encode.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { compileFilter, isOperatorDocument } from '../query/matcher.ts';
import type { Conditions } from './conditions.ts';

interface Clause {
  readonly path: string;
  readonly condition: Value;
}

function clausesOf(filter: BsonDocument): Clause[] {
  return [...filter].flatMap(([path, condition]) => {
    if (path === '$and' && Array.isArray(condition)) return condition.filter(isDocument).flatMap(clausesOf);
    if (!isOperatorDocument(condition)) return [{ path, condition }];
    return [...condition].map(([operator, operand]) => ({ path, condition: new Map([[operator, operand]]) }));
  });
}

function isSame(a: Clause, b: Clause): boolean {
  const bytes = ({ path, condition }: Clause): Buffer => encodeDocument(new Map([[path, condition]]));
  return bytes(a).equals(bytes(b));
}

/** Whether one of the query's values, standing alone in the field, would satisfy the clause; MongoDB's clauses hold if any element does. */
function followsFromValues(clause: Clause, conditions: Conditions): boolean {
  const matches = compileFilter(new Map([['value', clause.condition]]));
  return (conditions.get(clause.path) ?? []).some((condition) => {
    if (condition.kind === 'points')
      return condition.values.every((value) => value !== null && matches(new Map([['value', value]])));
    return isDocument(clause.condition) && clause.condition.has('$exists');
  });
}

/**
 * Whether every document the query can find is in a partial index. Proven only by the same clause or by values in the
 * query; what it cannot prove, it denies, and the index is not used.
 */
export function impliesPartialFilter(
  filter: BsonDocument,
  conditions: Conditions,
  partialFilter: BsonDocument,
): boolean {
  const given = clausesOf(filter);
  return clausesOf(partialFilter).every(
    (clause) => given.some((other) => isSame(other, clause)) || followsFromValues(clause, conditions),
  );
}
