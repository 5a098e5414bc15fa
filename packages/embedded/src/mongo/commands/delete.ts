import { expectDocument, integerValue, wholeNumber } from '../bson/coerce.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { runFind } from '../plan/find.ts';
import type { CollectionWriter } from '../store/collection-writer.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { assertBatchSize, isOrdered } from './insert.ts';
import { assertKnownFields } from './known-fields.ts';
import { queryRequest } from './query-request.ts';
import { arrayField } from './read-fields.ts';
import { readForUpdate, runStatements, withWriter } from './write-target.ts';

function runDelete(request: CommandRequest, writer: CollectionWriter, given: Value): number {
  const statement = expectDocument(given, 'Each delete');
  assertKnownFields('delete statement', statement, ['q', 'limit', 'hint', 'collation']);
  const limit = wholeNumber(statement.get('limit'), "'limit'");
  if (limit !== 0 && limit !== 1)
    throw new MongoError('FailedToParse', 'The limit field in delete objects must be 0 or 1');
  const asQuery: BsonDocument = new Map([...statement, ['let', request.body.get('let') ?? null]]);
  const { found } = runFind(request.services.files, writer.collection, queryRequest(asQuery, writer.collection, 'q'));
  const recordIds: number[] = [];
  for (const { recordId } of found) recordIds.push(recordId);
  for (const recordId of recordIds) {
    const document = readForUpdate(request.services, writer, recordId);
    if (document) writer.remove(recordId, document);
  }
  return recordIds.length;
}

async function remove(request: CommandRequest): Promise<Reply> {
  const statements = arrayField(request.body, 'deletes');
  assertBatchSize(statements.length);
  const removeAll = (writer: CollectionWriter): Reply => {
    let removed = 0;
    const writeErrors = runStatements(statements, isOrdered(request), (statement) => {
      removed += runDelete(request, writer, statement);
    });
    return { n: integerValue(removed), ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
  };
  return request.services.files.write(() => withWriter(request, removeAll));
}

export const deleteCommands: Commands = { delete: { fields: ['deletes', 'ordered', 'let'], run: remove } };
