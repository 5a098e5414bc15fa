import { expectDocument, toNumber } from '../bson/coerce.ts';
import { isDocument, isNumeric } from '../bson/value.ts';
import type { BsonDocument } from '../bson/value.ts';
import { MongoError, notOffered } from '../mongo-error.ts';

/** What drivers add to any command, and what changes nothing here. */
const anywhere = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'maxTimeMS',
  'comment',
  'writeConcern',
  'readConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

/** Refuses options this server does not honour, rather than overlooking them. */
export function assertKnownFields(what: string, body: BsonDocument, known: readonly string[]): void {
  for (const name of body.keys()) if (!known.includes(name)) throw notOffered(`the field '${name}' of ${what}`);
}

function assertNoTransaction(body: BsonDocument): void {
  if (body.has('txnNumber') || body.has('startTransaction') || body.has('autocommit')) {
    throw new MongoError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}

function assertConcerns(body: BsonDocument): void {
  const write = body.get('writeConcern');
  const w = isDocument(write) ? write.get('w') : undefined;
  if (isNumeric(w) && toNumber(w) > 1)
    throw new MongoError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
  if (w !== undefined && !isNumeric(w) && w !== 'majority')
    throw new MongoError('BadValue', 'only the write concern "majority" has a name here');
  const read = body.get('readConcern');
  const level = read === undefined ? undefined : expectDocument(read, 'readConcern').get('level');
  if (level !== undefined && !['local', 'available', 'majority'].includes(String(level)))
    throw notOffered(`the read concern '${String(level)}'`);
}

/** Checks what any command may carry. */
export function assertRequest(name: string, body: BsonDocument, known: readonly string[]): void {
  assertNoTransaction(body);
  assertConcerns(body);
  const [own = name] = body.keys();
  assertKnownFields(`'${name}'`, body, [own, ...known, ...anywhere]);
}
