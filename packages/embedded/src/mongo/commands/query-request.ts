import { isDocument } from '../bson/value.ts';
import type { BsonDocument } from '../bson/value.ts';
import { parseKeySpec } from '../keys/key-spec.ts';
import { wholeNumber } from '../bson/coerce.ts';
import type { FindRequest } from '../plan/find.ts';
import type { StoredCollection } from '../store/catalog.ts';
import {
  assertSimpleCollation,
  countField,
  deadlineOf,
  documentField,
  hintOf,
  limitField,
  variablesOf,
} from './read-fields.ts';

/** Reads what `find`, `count` and the like have in common. `filterField` is `filter`, `query` or `q`. */
export function queryRequest(body: BsonDocument, collection: StoredCollection, filterField: string): FindRequest {
  assertSimpleCollation(body);
  const sort = documentField(body, 'sort');
  const natural = sort.get('$natural');
  const { hint, isNaturalReverse } = hintOf(body, collection);
  const isNatural = natural !== undefined && !isDocument(natural);
  return {
    filter: documentField(body, filterField),
    sort: isNatural ? [] : parseKeySpec(sort),
    skip: countField(body, 'skip') ?? 0,
    limit: limitField(body),
    variables: variablesOf(body),
    hint: isNatural ? 'natural' : hint,
    isNaturalReverse: isNatural ? wholeNumber(natural, '$natural') < 0 : isNaturalReverse,
    deadline: deadlineOf(body),
  };
}

/** A collection that does not exist, for reads: it is empty. */
export function emptyCollection(database: string, name: string): StoredCollection {
  return { id: 0, database, name, indexes: [], count: 0, nextRecordId: 1 };
}
