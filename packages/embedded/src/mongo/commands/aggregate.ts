import { Int32 } from 'bson';
import { expectDocument, toNumber } from '../bson/coerce.ts';
import { encodeDocument } from '../bson/encode.ts';
import { isDocument, isNumeric } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { MemoryBudget } from '../aggregate/memory.ts';
import { compilePipeline } from '../aggregate/pipeline.ts';
import type { StageContext } from '../aggregate/stage.ts';
import { firstBatchSize } from '../cursors.ts';
import type { Variables } from '../expressions/scope.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import type { Deadline } from '../plan/deadline.ts';
import { runFind } from '../plan/find.ts';
import type { Found } from '../plan/find.ts';
import type { CommandRequest, Commands, Reply, Services } from './command.ts';
import { readCollection } from './find.ts';
import { emptyCollection, queryRequest } from './query-request.ts';
import { arrayField, countField, deadlineOf, documentField, flagField, variablesOf } from './read-fields.ts';

interface SplitPipeline {
  readonly filter: BsonDocument;
  readonly sort: BsonDocument;
  readonly limit: Value | undefined;
  readonly rest: readonly Value[];
}

function operandOf(stage: Value | undefined, name: string): Value | undefined {
  return isDocument(stage) && stage.size === 1 ? stage.get(name) : undefined;
}

/** The leading `$match`, `$sort` and `$limit` become a query, so that they use indexes; what follows runs on its results. */
function splitPipeline(pipeline: readonly Value[]): SplitPipeline {
  const filters: Value[] = [];
  let at = 0;
  for (
    let filter = operandOf(pipeline[at], '$match');
    filter !== undefined;
    filter = operandOf(pipeline[at], '$match')
  ) {
    filters.push(expectDocument(filter, 'the match filter'));
    at += 1;
  }
  const filter: BsonDocument =
    filters.length === 0
      ? new Map()
      : filters.length === 1 && isDocument(filters[0])
        ? filters[0]
        : new Map([['$and', filters]]);
  const order = operandOf(pipeline[at], '$sort');
  const isOrdered = isDocument(order) && order.size > 0 && !order.has('$natural');
  if (isOrdered) at += 1;
  const limit = operandOf(pipeline[at], '$limit');
  const isLimited = isNumeric(limit) && Number.isSafeInteger(toNumber(limit)) && toNumber(limit) > 0;
  if (isLimited) at += 1;
  return {
    filter,
    sort: isOrdered ? order : new Map(),
    limit: isLimited ? limit : undefined,
    rest: pipeline.slice(at),
  };
}

function* documentsOf(found: Iterable<Found>): Generator<BsonDocument> {
  for (const { document } of found) yield document;
}

/** Lets `$lookup` and `$unionWith` read other collections, through their indexes. */
function reader(
  services: Services,
  database: string,
  limits: { variables: Variables; deadline: Deadline },
): StageContext['read'] {
  return (name, filter) => {
    const collection = services.catalog.find(database, name) ?? emptyCollection(database, name);
    const query = { filter, sort: [], skip: 0, limit: undefined, hint: undefined, isNaturalReverse: false, ...limits };
    return documentsOf(runFind(services.files, collection, query).found);
  };
}

function* encoded(documents: Iterable<BsonDocument>): Generator<Buffer> {
  for (const document of documents) {
    const bytes = encodeDocument(document);
    if (bytes.length > 16 * 1024 * 1024)
      throw new MongoError('BSONObjectTooLarge', `BSONObj size: ${bytes.length} is invalid`);
    yield bytes;
  }
}

function assertSupported(request: CommandRequest): void {
  const { body } = request;
  if (flagField(body, 'explain')) throw notOffered('explain of an aggregation');
  if (typeof [...body.values()][0] === 'string') return;
  const first = arrayField(body, 'pipeline')[0];
  if (isDocument(first) && first.has('$changeStream')) {
    throw new MongoError('Location40573', 'The $changeStream stage is only supported on replica sets');
  }
  throw notOffered('aggregations without a collection');
}

function aggregate(request: CommandRequest): Reply {
  const { body, database, services } = request;
  assertSupported(request);
  if (!isDocument(body.get('cursor'))) throw new MongoError('FailedToParse', "The 'cursor' option is required");
  const collection = readCollection(request);
  const variables = variablesOf(body);
  const deadline = deadlineOf(body);
  const context: StageContext = {
    variables,
    budget: new MemoryBudget(),
    read: reader(services, database, { variables, deadline }),
  };
  const { filter, sort, limit, rest } = splitPipeline(arrayField(body, 'pipeline'));
  const run = compilePipeline(rest, context);
  const asQuery: BsonDocument = new Map([
    ...body,
    ['filter', filter],
    ['sort', sort],
    ['limit', limit ?? new Int32(0)],
  ]);
  const query = { ...queryRequest(asQuery, collection, 'filter'), deadline };
  return services.cursors.start({
    namespace: `${database}.${collection.name}`,
    stream: encoded(run(documentsOf(runFind(services.files, collection, query).found)))[Symbol.iterator](),
    deadline,
    batchSize: countField(documentField(body, 'cursor'), 'batchSize') ?? firstBatchSize,
    isSingleBatch: false,
  });
}

export const aggregateCommands: Commands = {
  aggregate: {
    fields: ['pipeline', 'cursor', 'explain', 'hint', 'let', 'collation', 'allowDiskUse', 'bypassDocumentValidation'],
    run: aggregate,
  },
};
