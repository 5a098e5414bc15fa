import { expectDocument } from '../bson/coerce.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { Expression } from '../expressions/scope.ts';
import { identityOf } from '../expressions/sets.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { accumulators } from './accumulators.ts';
import type { Accumulator } from './accumulators.ts';
import { sizeOf } from './memory.ts';
import type { Stage, StageContext } from './stage.ts';

interface GroupField {
  readonly name: string;
  readonly make: () => Accumulator;
  readonly evaluate: Expression;
}

interface Group {
  readonly id: Value;
  readonly fields: readonly Accumulator[];
}

function fieldOf(name: string, spec: Value): GroupField {
  const [entry, another] = expectDocument(spec, `The field '${name}' of $group`);
  if (!entry || another) throw new MongoError('Location40238', `The field '${name}' must specify one accumulator`);
  if (name.includes('.')) throw new MongoError('BadValue', `The field name '${name}' cannot contain '.'`);
  const [operator, operand] = entry;
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!make) throw notOffered(`the accumulator '${operator}'`);
  if (Array.isArray(operand)) throw new MongoError('Location40237', `The ${operator} accumulator is a unary operator`);
  return { name, make, evaluate: compileExpression(operand) };
}

function documentOf(group: Group, fields: readonly GroupField[]): BsonDocument {
  const document: BsonDocument = new Map([['_id', group.id]]);
  for (const [index, field] of fields.entries()) document.set(field.name, group.fields[index]?.result() ?? null);
  return document;
}

/** `$group`: one document for each distinct `_id`, in the order in which they first came. */
export function compileGroup(operand: Value, context: StageContext): Stage {
  const spec = expectDocument(operand, 'The $group specification');
  if (!spec.has('_id')) throw new MongoError('BadValue', 'a group specification must include an _id');
  const idOf = compileExpression(spec.get('_id') ?? null);
  const fields = [...spec].filter(([name]) => name !== '_id').map(([name, field]) => fieldOf(name, field));
  return function* (input) {
    const groups = new Map<string, Group>();
    for (const root of input) {
      const scope = { root, variables: context.variables };
      const id = idOf(scope) ?? null;
      const identity = identityOf(id);
      let group = groups.get(identity);
      if (!group) {
        group = { id, fields: fields.map(({ make }) => make()) };
        groups.set(identity, group);
        context.budget.take(identity.length + sizeOf(id) + 64 * (fields.length + 1), '$group');
      }
      for (const [index, field] of fields.entries()) {
        context.budget.take(group.fields[index]?.add(field.evaluate(scope)) ?? 0, '$group');
      }
    }
    for (const group of groups.values()) yield documentOf(group, fields);
  };
}
