import { Int32 } from 'bson';
import { expectDocument, expectString } from '../bson/coerce.ts';
import { encodeDocument } from '../bson/encode.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument } from '../bson/value.ts';
import { firstBatchSize } from '../cursors.ts';
import { MongoError } from '../mongo-error.ts';
import { Deadline } from '../plan/deadline.ts';
import type { StoredCollection, StoredIndex } from '../store/catalog.ts';
import type { CollectionWriter } from '../store/collection-writer.ts';
import { defaultIndexName, describeIndex, parseIndexDefinition } from '../store/index-definition.ts';
import type { IndexDefinition } from '../store/index-definition.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { arrayField, collectionName, countField, documentField } from './read-fields.ts';
import { withWriter } from './write-target.ts';

/** As in MongoDB. */
const indexesMax = 64;

/** What makes two indexes different ones: all but the name and the time to live. */
function signature(index: IndexDefinition): string {
  const parts: BsonDocument = new Map(
    [...describeIndex(index)].filter(([name]) => !['name', 'expireAfterSeconds'].includes(name)),
  );
  parts.set(
    'key',
    index.fields.map((field) => `${field.path} ${field.direction}`),
  );
  return encodeDocument(parts).toString('base64');
}

/** True when the index is there already; refuses one that clashes with another by name (86) or by meaning (85). */
function exists(collection: StoredCollection, wanted: IndexDefinition): boolean {
  const named = collection.indexes.find((index) => index.name === wanted.name);
  const alike = collection.indexes.find((index) => signature(index) === signature(wanted));
  if (named && alike !== named)
    throw new MongoError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${wanted.name}`,
    );
  if (alike && !named)
    throw new MongoError('IndexOptionsConflict', `Index already exists with a different name: ${alike.name}`);
  if (named && named.expireAfterSeconds !== wanted.expireAfterSeconds) {
    throw new MongoError(
      'IndexOptionsConflict',
      `An equivalent index already exists with the same name but different options: ${named.name}`,
    );
  }
  return named !== undefined;
}

/** Builds all of them or none. */
function addIndexes(writer: CollectionWriter, definitions: readonly IndexDefinition[]): void {
  const before = [...writer.collection.indexes];
  try {
    for (const definition of definitions) {
      if (exists(writer.collection, definition)) continue;
      if (writer.collection.indexes.length >= indexesMax)
        throw new MongoError('CannotCreateIndex', `add index fails, too many indexes for ${writer.collection.name}`);
      writer.addIndex(definition);
    }
  } catch (error) {
    for (const index of writer.collection.indexes.filter((index) => !before.includes(index))) writer.dropIndex(index);
    throw error;
  }
}

async function createIndexes(request: CommandRequest): Promise<Reply> {
  const { body, database, services } = request;
  const definitions = arrayField(body, 'indexes').map((spec) =>
    parseIndexDefinition(expectDocument(spec, 'Each index')),
  );
  if (definitions.length === 0) throw new MongoError('BadValue', 'Must specify at least one index to create');
  const addAll = (writer: CollectionWriter, isNew: boolean): Reply => {
    const before = writer.collection.indexes.length;
    addIndexes(writer, definitions);
    const after = writer.collection.indexes.length;
    return {
      numIndexesBefore: new Int32(before),
      numIndexesAfter: new Int32(after),
      createdCollectionAutomatically: isNew,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
      ok: 1,
    };
  };
  return services.files.write(() => {
    const isNew = !services.catalog.find(database, collectionName(body));
    return withWriter(request, (writer) => addAll(writer, isNew));
  });
}

function existing({ body, database, services }: CommandRequest): StoredCollection {
  const name = collectionName(body);
  const collection = services.catalog.find(database, name);
  if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${database}.${name}`);
  return collection;
}

function listIndexes(request: CommandRequest): Reply {
  const collection = existing(request);
  return request.services.cursors.start({
    namespace: `${request.database}.${collection.name}`,
    stream: collection.indexes.map((index) => encodeDocument(describeIndex(index))).values(),
    deadline: new Deadline(undefined),
    batchSize: countField(documentField(request.body, 'cursor'), 'batchSize') ?? firstBatchSize,
    isSingleBatch: false,
  });
}

function indexesToDrop(body: BsonDocument, collection: StoredCollection): StoredIndex[] {
  const wanted = body.get('index');
  if (wanted === '*') return collection.indexes.filter((index) => index.name !== '_id_');
  return (Array.isArray(wanted) ? wanted : [wanted]).map((one) => {
    const name = isDocument(one) ? defaultIndexName(one) : expectString(one, "'index'");
    const index = collection.indexes.find(
      (candidate) => (isDocument(one) ? defaultIndexName(candidate.key) : candidate.name) === name,
    );
    if (!index) throw new MongoError('IndexNotFound', `index not found with name [${name}]`);
    if (index.name === '_id_') throw new MongoError('InvalidOptions', 'cannot drop _id index');
    return index;
  });
}

async function dropIndexes(request: CommandRequest): Promise<Reply> {
  const { services, database, body } = request;
  return services.files.write(() => {
    const collection = existing(request);
    const before = collection.indexes.length;
    const dropped = indexesToDrop(body, collection);
    withWriter(request, (writer) => dropped.forEach((index) => writer.dropIndex(index)));
    services.cursors.killNamespace(`${database}.${collection.name}`);
    return { nIndexesWas: new Int32(before), ok: 1 };
  });
}

export const indexCommands: Commands = {
  createIndexes: { fields: ['indexes', 'commitQuorum'], run: createIndexes },
  listIndexes: { fields: ['cursor'], run: listIndexes },
  dropIndexes: { fields: ['index'], run: dropIndexes },
};
