import { Int32 } from 'bson';
import { expectDocument, integerValue } from '../bson/coerce.ts';
import type { Encodable } from '../bson/encode.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import type { CollectionWriter } from '../store/collection-writer.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { assertKnownFields } from './known-fields.ts';
import { assertBatchSize, isOrdered } from './insert.ts';
import { queryRequest } from './query-request.ts';
import { arrayField, flagField, variablesOf } from './read-fields.ts';
import { runUpdate } from './update-one.ts';
import type { UpdateStatement } from './update-one.ts';
import { runStatements, withWriter } from './write-target.ts';

const statementFields = ['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'sort', 'c'];

function statementOf(given: Value, request: CommandRequest, writer: CollectionWriter): UpdateStatement {
  const statement = expectDocument(given, 'Each update');
  assertKnownFields('update statement', statement, statementFields);
  const form = statement.get('u');
  if (form === undefined) throw new MongoError('FailedToParse', "An update needs its 'u'");
  const withLet: BsonDocument = new Map([...statement, ['let', request.body.get('let') ?? null]]);
  const isMulti = flagField(statement, 'multi');
  if (isMulti && statement.has('sort')) throw new MongoError('FailedToParse', 'A multi update takes no sort');
  return {
    query: queryRequest(withLet, writer.collection, 'q'),
    form,
    arrayFilters: arrayField(statement, 'arrayFilters'),
    variables: variablesOf(withLet),
    isMulti,
    isUpsert: flagField(statement, 'upsert'),
  };
}

function updateAll(request: CommandRequest, statements: readonly Value[], writer: CollectionWriter): Reply {
  let matched = 0;
  let modified = 0;
  const upserted: Encodable[] = [];
  const writeErrors = runStatements(statements, isOrdered(request), (given, index) => {
    const outcome = runUpdate(request.services, writer, statementOf(given, request, writer));
    matched += outcome.matched + (outcome.inserted ? 1 : 0);
    modified += outcome.modified;
    if (outcome.inserted) upserted.push({ index: new Int32(index), _id: outcome.inserted.get('_id') ?? null });
  });
  return {
    n: integerValue(matched),
    nModified: integerValue(modified),
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
    ok: 1,
  };
}

async function update(request: CommandRequest): Promise<Reply> {
  const statements = arrayField(request.body, 'updates');
  assertBatchSize(statements.length);
  return request.services.files.write(() => withWriter(request, (writer) => updateAll(request, statements, writer)));
}

export const updateCommands: Commands = {
  update: { fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'], run: update },
};
