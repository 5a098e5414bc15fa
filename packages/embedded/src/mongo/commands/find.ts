import { encodeDocument } from '../bson/encode.ts';
import type { BsonDocument } from '../bson/value.ts';
import { firstBatchSize } from '../cursors.ts';
import { notOffered } from '../mongo-error.ts';
import { runFind } from '../plan/find.ts';
import type { Found } from '../plan/find.ts';
import { compileProjection } from '../query/projection.ts';
import type { Projector } from '../query/projection.ts';
import type { StoredCollection } from '../store/catalog.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { emptyCollection, queryRequest } from './query-request.ts';
import { collectionName, countField, documentField, flagField, variablesOf } from './read-fields.ts';

/** The collection a read names; an unknown one is empty. */
export function readCollection({ body, database, services }: CommandRequest): StoredCollection {
  const name = collectionName(body);
  return services.catalog.find(database, name) ?? emptyCollection(database, name);
}

/** The projection of a find or findAndModify; undefined when whole documents are wanted. */
export function projectorOf(body: BsonDocument, field: 'projection' | 'fields'): Projector | undefined {
  const projection = documentField(body, field);
  return projection.size === 0
    ? undefined
    : compileProjection(projection, { dialect: 'find', variables: variablesOf(body) });
}

function* encoded(found: Iterable<Found>, project: Projector | undefined): Generator<Buffer> {
  for (const one of found) yield project ? encodeDocument(project(one.document, one.trace.index)) : one.bytes;
}

function assertPlain(body: BsonDocument): void {
  for (const name of ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'oplogReplay', 'noCursorTimeout']) {
    if (flagField(body, name)) throw notOffered(`'${name}'`);
  }
}

function find(request: CommandRequest): Reply {
  const { body, database, services } = request;
  assertPlain(body);
  const collection = readCollection(request);
  const query = queryRequest(body, collection, 'filter');
  const project = projectorOf(body, 'projection');
  const { found } = runFind(services.files, collection, query);
  return services.cursors.start({
    namespace: `${database}.${collection.name}`,
    stream: encoded(found, project),
    deadline: query.deadline,
    batchSize: countField(body, 'batchSize') ?? firstBatchSize,
    isSingleBatch: flagField(body, 'singleBatch'),
  });
}

export const findFields = [
  'filter',
  'sort',
  'projection',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'hint',
  'let',
  'collation',
  'allowDiskUse',
  'tailable',
  'awaitData',
  'returnKey',
  'showRecordId',
  'oplogReplay',
  'noCursorTimeout',
  'allowPartialResults',
];

export const findCommands: Commands = { find: { fields: findFields, run: find } };
