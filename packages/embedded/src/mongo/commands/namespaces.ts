import { Int32 } from 'bson';
import { integerValue } from '../bson/coerce.ts';
import { encodeDocument } from '../bson/encode.ts';
import { documentOf } from '../bson/value.ts';
import type { BsonDocument } from '../bson/value.ts';
import { firstBatchSize } from '../cursors.ts';
import { MongoError } from '../mongo-error.ts';
import { Deadline } from '../plan/deadline.ts';
import { compileFilter } from '../query/matcher.ts';
import type { StoredCollection } from '../store/catalog.ts';
import { CollectionWriter } from '../store/collection-writer.ts';
import { describeIndex } from '../store/index-definition.ts';
import type { CommandRequest, Commands, Reply, Services } from './command.ts';
import { assertSimpleCollation, collectionName, countField, documentField, flagField } from './read-fields.ts';

async function create(request: CommandRequest): Promise<Reply> {
  const { body, database, services } = request;
  assertSimpleCollation(body);
  const name = collectionName(body);
  return services.files.write(() => {
    if (services.catalog.find(database, name))
      throw new MongoError('NamespaceExists', `Collection ${database}.${name} already exists.`);
    services.catalog.add(database, name);
    return { ok: 1 };
  });
}

function dropCollection(services: Services, collection: StoredCollection): void {
  new CollectionWriter(services.files, services.catalog, collection).drop();
  services.cursors.killNamespace(`${collection.database}.${collection.name}`);
}

async function drop({ body, database, services }: CommandRequest): Promise<Reply> {
  const name = collectionName(body);
  return services.files.write(() => {
    const collection = services.catalog.find(database, name);
    if (!collection) return { ok: 1 };
    dropCollection(services, collection);
    return { nIndexesWas: new Int32(collection.indexes.length), ns: `${database}.${name}`, ok: 1 };
  });
}

async function dropDatabase({ database, services }: CommandRequest): Promise<Reply> {
  return services.files.write(() => {
    for (const collection of services.catalog.list(database)) dropCollection(services, collection);
    return { dropped: database, ok: 1 };
  });
}

function describeCollection(collection: StoredCollection, isNameOnly: boolean): BsonDocument {
  const named = documentOf({ name: collection.name, type: 'collection' });
  if (isNameOnly) return named;
  const idIndex = collection.indexes.find((index) => index.name === '_id_');
  return new Map([
    ...named,
    ...documentOf({
      options: new Map(),
      info: documentOf({ readOnly: false }),
      idIndex: idIndex ? describeIndex(idIndex) : null,
    }),
  ]);
}

function listCollections({ body, database, services }: CommandRequest): Reply {
  const matches = compileFilter(documentField(body, 'filter'));
  const isNameOnly = flagField(body, 'nameOnly');
  const described = services.catalog
    .list(database)
    .filter((collection) => matches(describeCollection(collection, false)));
  return services.cursors.start({
    namespace: `${database}.$cmd.listCollections`,
    stream: described.map((collection) => encodeDocument(describeCollection(collection, isNameOnly))).values(),
    deadline: new Deadline(undefined),
    batchSize: countField(documentField(body, 'cursor'), 'batchSize') ?? firstBatchSize,
    isSingleBatch: false,
  });
}

function listDatabases({ body, services }: CommandRequest): Reply {
  const matches = compileFilter(documentField(body, 'filter'));
  const names = [...new Set(services.catalog.list().map((collection) => collection.database))].sort();
  const databases = names.map((name) => documentOf({ name, empty: false })).filter((database) => matches(database));
  const isNameOnly = flagField(body, 'nameOnly');
  return { databases: isNameOnly ? databases.map((database) => ({ name: database.get('name') })) : databases, ok: 1 };
}

function collectionStats({ body, database, services }: CommandRequest): Reply {
  const name = collectionName(body);
  const collection = services.catalog.find(database, name);
  return {
    ns: `${database}.${name}`,
    count: integerValue(collection?.count ?? 0),
    nindexes: new Int32(collection?.indexes.length ?? 0),
    ok: 1,
  };
}

function databaseStats({ database, services }: CommandRequest): Reply {
  const collections = services.catalog.list(database);
  const total = (size: (collection: StoredCollection) => number): Int32 | bigint =>
    integerValue(collections.reduce((sum, collection) => sum + size(collection), 0));
  return {
    db: database,
    collections: integerValue(collections.length),
    objects: total((collection) => collection.count),
    indexes: total((collection) => collection.indexes.length),
    ok: 1,
  };
}

export const namespaceCommands: Commands = {
  create: { fields: ['collation'], run: create },
  drop: { fields: [], run: drop },
  dropDatabase: { fields: [], run: dropDatabase },
  listCollections: { fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'], run: listCollections },
  listDatabases: { fields: ['filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
  collStats: { fields: ['scale'], run: collectionStats },
  dbStats: { fields: ['scale', 'freeStorage'], run: databaseStats },
};
