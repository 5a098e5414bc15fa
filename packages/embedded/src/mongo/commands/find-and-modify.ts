import { Int32 } from 'bson';
import type { Encodable } from '../bson/encode.ts';
import type { BsonDocument } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { runFind } from '../plan/find.ts';
import type { CollectionWriter } from '../store/collection-writer.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { projectorOf } from './find.ts';
import { queryRequest } from './query-request.ts';
import { arrayField, flagField, variablesOf } from './read-fields.ts';
import { runUpdate } from './update-one.ts';
import { withWriter } from './write-target.ts';

interface Outcome {
  readonly value: BsonDocument | undefined;
  readonly matchedIndex: number | undefined;
  readonly lastErrorObject: Encodable;
}

function removeOne(request: CommandRequest, writer: CollectionWriter): Outcome {
  const query = { ...queryRequest(request.body, writer.collection, 'query'), limit: 1 };
  for (const { recordId, document, trace } of runFind(request.services.files, writer.collection, query).found) {
    writer.remove(recordId, document);
    return { value: document, matchedIndex: trace.index, lastErrorObject: { n: new Int32(1) } };
  }
  return { value: undefined, matchedIndex: undefined, lastErrorObject: { n: new Int32(0) } };
}

function updateOne(request: CommandRequest, writer: CollectionWriter): Outcome {
  const { body } = request;
  const form = body.get('update');
  if (form === undefined)
    throw new MongoError('FailedToParse', "Either an 'update' or 'remove'=true must be specified");
  const isNew = flagField(body, 'new');
  const outcome = runUpdate(request.services, writer, {
    query: queryRequest(body, writer.collection, 'query'),
    form,
    arrayFilters: arrayField(body, 'arrayFilters'),
    variables: variablesOf(body),
    isMulti: false,
    isUpsert: flagField(body, 'upsert'),
  });
  if (outcome.inserted) {
    const upserted = outcome.inserted.get('_id') ?? null;
    const lastErrorObject = { n: new Int32(1), updatedExisting: false, upserted };
    return { value: isNew ? outcome.inserted : undefined, matchedIndex: undefined, lastErrorObject };
  }
  return {
    value: isNew ? outcome.after : outcome.before,
    matchedIndex: outcome.matchedIndex,
    lastErrorObject: { n: new Int32(outcome.matched), updatedExisting: outcome.matched > 0 },
  };
}

function assertOptions(body: BsonDocument): void {
  if (!flagField(body, 'remove')) return;
  if (body.has('update')) throw new MongoError('FailedToParse', "Cannot specify both an 'update' and 'remove'=true");
  if (flagField(body, 'upsert'))
    throw new MongoError('FailedToParse', "Cannot specify both 'upsert'=true and 'remove'=true");
  if (flagField(body, 'new'))
    throw new MongoError(
      'FailedToParse',
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
}

async function findAndModify(request: CommandRequest): Promise<Reply> {
  const { body } = request;
  assertOptions(body);
  const project = projectorOf(body, 'fields');
  const modify = flagField(body, 'remove') ? removeOne : updateOne;
  const { value, matchedIndex, lastErrorObject } = await request.services.files.write(() =>
    withWriter(request, (writer) => modify(request, writer)),
  );
  return { lastErrorObject, value: value ? (project?.(value, matchedIndex) ?? value) : null, ok: 1 };
}

export const findAndModifyCommands: Commands = {
  findAndModify: {
    fields: [
      'query',
      'sort',
      'remove',
      'update',
      'new',
      'fields',
      'upsert',
      'arrayFilters',
      'hint',
      'let',
      'collation',
      'bypassDocumentValidation',
    ],
    run: findAndModify,
  },
};
