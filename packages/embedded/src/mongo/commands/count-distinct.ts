import { expectString, integerValue } from '../bson/coerce.ts';
import { isDocument } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { MemoryBudget, sizeOf } from '../aggregate/memory.ts';
import { identityOf } from '../expressions/sets.ts';
import { runFind } from '../plan/find.ts';
import { MongoError } from '../mongo-error.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { readCollection } from './find.ts';
import { queryRequest } from './query-request.ts';
import { documentField } from './read-fields.ts';

function count(request: CommandRequest): Reply {
  const collection = readCollection(request);
  const query = queryRequest(request.body, collection, 'query');
  if (documentField(request.body, 'query').size === 0) {
    const rest = Math.max(0, collection.count - query.skip);
    return { n: integerValue(query.limit === undefined ? rest : Math.min(rest, query.limit)), ok: 1 };
  }
  let found = 0;
  for (const _ of runFind(request.services.files, collection, query).found) found += 1;
  return { n: integerValue(found), ok: 1 };
}

/** The values at a path: through the documents of arrays, and the elements of an array at its end. */
function valuesAt(value: Maybe, parts: readonly string[]): Value[] {
  const [name, ...rest] = parts;
  if (value === undefined) return [];
  if (name === undefined) return Array.isArray(value) ? value : [value];
  if (isDocument(value)) return valuesAt(value.get(name), rest);
  if (!Array.isArray(value)) return [];
  const position = /^\d+$/.test(name) ? valuesAt(value[Number(name)], rest) : [];
  return [...position, ...value.filter(isDocument).flatMap((element) => valuesAt(element, parts))];
}

function distinct(request: CommandRequest): Reply {
  const collection = readCollection(request);
  const parts = expectString(request.body.get('key'), "'key'").split('.');
  const values = new Map<string, Value>();
  const budget = new MemoryBudget();
  let bytes = 0;
  for (const { document } of runFind(
    request.services.files,
    collection,
    queryRequest(request.body, collection, 'query'),
  ).found) {
    for (const value of valuesAt(document, parts)) {
      const id = identityOf(value);
      if (values.has(id)) continue;
      values.set(id, value);
      budget.take(id.length, 'distinct');
      bytes += sizeOf(value) + 8;
      if (bytes > 16 * 1024 * 1024) throw new MongoError('BSONObjectTooLarge', 'distinct too big, 16mb cap');
    }
  }
  return { values: [...values.values()], ok: 1 };
}

export const countCommands: Commands = {
  count: { fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'], run: count },
  distinct: { fields: ['key', 'query', 'hint', 'collation'], run: distinct },
};
