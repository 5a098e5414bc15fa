import { expectArray, expectDocument, expectString, isTruthy, wholeNumber } from '../bson/coerce.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { Variables } from '../expressions/scope.ts';
import { parseKeySpec } from '../keys/key-spec.ts';
import type { KeyField } from '../keys/key-spec.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { Deadline } from '../plan/deadline.ts';
import type { StoredCollection, StoredIndex } from '../store/catalog.ts';

function isGiven(value: Maybe): value is Exclude<Value, null> {
  return value !== undefined && value !== null;
}

/** A filter, sort or similar: absent is empty. */
export function documentField(body: BsonDocument, name: string): BsonDocument {
  const value = body.get(name);
  return isGiven(value) ? expectDocument(value, `'${name}'`) : new Map();
}

export function arrayField(body: BsonDocument, name: string): Value[] {
  const value = body.get(name);
  return isGiven(value) ? expectArray(value, `'${name}'`) : [];
}

/** A whole number of at least zero; undefined when absent. */
export function countField(body: BsonDocument, name: string): number | undefined {
  const value = body.get(name);
  if (!isGiven(value)) return undefined;
  const number = wholeNumber(value, `'${name}'`);
  if (number < 0) throw new MongoError('BadValue', `'${name}' must not be negative: ${number}`);
  return number;
}

/** Like `limit`, of which zero means none. */
export function limitField(body: BsonDocument): number | undefined {
  return countField(body, 'limit') || undefined;
}

export function flagField(body: BsonDocument, name: string): boolean {
  return isTruthy(body.get(name));
}

/** The collection a command names in its first field. */
export function collectionName(body: BsonDocument): string {
  const name = expectString([...body.values()][0], 'The collection name');
  const isValid =
    name !== '' &&
    !name.includes('$') &&
    !name.includes('\0') &&
    !name.startsWith('.') &&
    !name.endsWith('.') &&
    !name.startsWith('system.');
  if (!isValid || Buffer.byteLength(name) > 200)
    throw new MongoError('InvalidNamespace', `Invalid collection name: '${name}'`);
  return name;
}

/** The values of `let`, and the clock as of now. */
export function variablesOf(body: BsonDocument): Variables {
  const now: Variables = new Map([['NOW', new Date()]]);
  const scope = { root: new Map<string, Value>(), variables: now };
  const given = [...documentField(body, 'let')].map(
    ([name, value]) => [name, compileExpression(value)(scope)] as const,
  );
  return new Map([...now, ...given]);
}

export function deadlineOf(body: BsonDocument): Deadline {
  return new Deadline(countField(body, 'maxTimeMS'));
}

/** Bytes are compared here and nothing else: any collation but the simple one is refused. */
export function assertSimpleCollation(body: BsonDocument): void {
  const collation = body.get('collation');
  if (isDocument(collation) && collation.size > 0 && collation.get('locale') !== 'simple')
    throw notOffered('collations');
}

export interface Hint {
  readonly hint: StoredIndex | 'natural' | undefined;
  readonly isNaturalReverse: boolean;
}

function describe(fields: readonly KeyField[]): string {
  return fields.map((field) => `${field.path}:${field.direction}`).join();
}

/** The index a client insists on, by name or key; `$natural` reads the records themselves. */
export function hintOf(body: BsonDocument, collection: StoredCollection): Hint {
  const given = body.get('hint');
  if (!isGiven(given) || (isDocument(given) && given.size === 0)) return { hint: undefined, isNaturalReverse: false };
  if (isDocument(given) && given.has('$natural')) {
    return { hint: 'natural', isNaturalReverse: wholeNumber(given.get('$natural'), '$natural') < 0 };
  }
  const wanted = isDocument(given) ? describe(parseKeySpec(given)) : undefined;
  const index = collection.indexes.find(({ name, fields }) =>
    wanted === undefined ? name === given : describe(fields) === wanted,
  );
  if (!index)
    throw new MongoError(
      'BadValue',
      'error processing query: planner returned error: hint provided does not correspond to an existing index',
    );
  return { hint: index, isNaturalReverse: false };
}
