import { Int32 } from 'bson';
import { expectDocument, expectString, integerValue, isTruthy, toNumber } from '../bson/coerce.ts';
import { isDocument, isNumeric } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { parseKeySpec } from '../keys/key-spec.ts';
import type { KeyField } from '../keys/key-spec.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { compileFilter, isOperatorDocument } from '../query/matcher.ts';
import type { Matcher } from '../query/matcher.ts';

/** What an index is, without where it is stored. */
export interface IndexDefinition {
  readonly name: string;
  /** As given by the client, for listIndexes and for errors. */
  readonly key: BsonDocument;
  readonly fields: readonly KeyField[];
  readonly isUnique: boolean;
  readonly isSparse: boolean;
  readonly partialFilter: BsonDocument | undefined;
  readonly isCovered: Matcher;
  /** Undefined when documents do not expire. */
  readonly expireAfterSeconds: number | undefined;
}

const knownOptions = new Set([
  'key',
  'name',
  'v',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'ns',
  'hidden',
  'collation',
]);

function cannot(why: string): MongoError {
  return new MongoError('CannotCreateIndex', why);
}

/** Only conditions that one element of an array can satisfy alone; the planner relies on that. */
function assertPartialFilter(filter: BsonDocument): void {
  const allowed = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']);
  for (const [name, condition] of filter) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const branch of condition) assertPartialFilter(expectDocument(branch, '$and'));
      continue;
    }
    const operators = isOperatorDocument(condition) ? [...condition.keys()] : [];
    const odd = name.startsWith('$') ? name : operators.find((operator) => !allowed.has(operator));
    const absent = isDocument(condition) && condition.has('$exists') && !isTruthy(condition.get('$exists'));
    if (odd !== undefined || absent)
      throw cannot(`unsupported expression in partial index: ${odd ?? '$exists: false'}`);
  }
}

function expiryOf(spec: BsonDocument, fields: readonly KeyField[]): number | undefined {
  const given = spec.get('expireAfterSeconds');
  if (given === undefined) return undefined;
  const seconds = isNumeric(given) ? toNumber(given) : Number.NaN;
  if (!(seconds >= 0 && seconds <= 2_147_483_647))
    throw cannot("TTL index 'expireAfterSeconds' must lie between 0 and 2147483647");
  if (fields.length !== 1 || fields[0]?.path === '_id')
    throw cannot('TTL indexes are single-field indexes, and not on _id');
  return Math.trunc(seconds);
}

/** The name the drivers give: `owner_1_createdAt_-1`. */
export function defaultIndexName(key: BsonDocument): string {
  return [...key]
    .map(([path, direction]) => `${path}_${isNumeric(direction) ? toNumber(direction) : String(direction)}`)
    .join('_');
}

function partialFilterOf(given: Maybe): BsonDocument | undefined {
  if (given === undefined) return undefined;
  const filter = expectDocument(given, 'partialFilterExpression');
  assertPartialFilter(filter);
  return filter;
}

function assertOptions(spec: BsonDocument): void {
  for (const name of spec.keys()) if (!knownOptions.has(name)) throw notOffered(`the index option '${name}'`);
  const collation = spec.get('collation');
  if (isDocument(collation) && collation.get('locale') !== 'simple') throw notOffered('collations');
  if (isTruthy(spec.get('hidden'))) throw notOffered('hidden indexes');
}

/** Reads one entry of `createIndexes`; refuses what this server would not honour. */
export function parseIndexDefinition(spec: BsonDocument): IndexDefinition {
  const key = expectDocument(spec.get('key'), 'The index key');
  assertOptions(spec);
  const fields = parseKeySpec(key);
  if (fields.length === 0 || fields.length > 32) throw cannot('An index has 1 to 32 fields');
  const name = expectString(spec.get('name') ?? defaultIndexName(key), 'The index name');
  if (name === '' || name === '*') throw cannot(`'${name}' cannot name an index`);
  const isId = fields.length === 1 && fields[0]?.path === '_id' && fields[0].direction === 1;
  const partialFilter = partialFilterOf(spec.get('partialFilterExpression'));
  const isSparse = isTruthy(spec.get('sparse'));
  if (partialFilter && isSparse) throw cannot('cannot mix "partialFilterExpression" and "sparse" options');
  return {
    name: isId ? '_id_' : name,
    key,
    fields,
    isUnique: isId || isTruthy(spec.get('unique')),
    isSparse,
    partialFilter,
    isCovered: compileFilter(partialFilter ?? new Map()),
    expireAfterSeconds: expiryOf(spec, fields),
  };
}

/** The definition as listIndexes shows it, and as the catalog stores it. */
export function describeIndex(index: IndexDefinition): BsonDocument {
  const description = new Map<string, Value>([
    ['v', new Int32(2)],
    ['key', index.key],
    ['name', index.name],
  ]);
  if (index.isUnique && index.name !== '_id_') description.set('unique', true);
  if (index.isSparse) description.set('sparse', true);
  if (index.partialFilter) description.set('partialFilterExpression', index.partialFilter);
  if (index.expireAfterSeconds !== undefined)
    description.set('expireAfterSeconds', integerValue(index.expireAfterSeconds));
  return description;
}
