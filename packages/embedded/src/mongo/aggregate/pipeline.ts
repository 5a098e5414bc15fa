import { Int32 } from 'bson';
import {
  expectArguments,
  expectArray,
  expectDocument,
  expectString,
  integerValue,
  wholeNumber,
} from '../bson/coerce.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { parseKeySpec } from '../keys/key-spec.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { compileFilter } from '../query/matcher.ts';
import { compileGroup } from './group.ts';
import { compileLookup } from './lookup.ts';
import { sizeOf } from './memory.ts';
import { sortDocuments } from './sort.ts';
import type { Stage, StageContext } from './stage.ts';
import { findTransform, stageParts } from './transforms.ts';
import { compileUnwind } from './unwind.ts';

type MakeStage = (operand: Value, context: StageContext, next: BsonDocument | undefined) => Stage;

const stagesOfMongo =
  /^\$(out|merge|geoNear|graphLookup|bucket|bucketAuto|setWindowFields|densify|fill|search\w*|vectorSearch|redact|documents|collStats|indexStats|currentOp|list\w+|planCacheStats|changeStream\w*)$/;

function limitOf(operand: Value): number {
  const limit = wholeNumber(operand, 'the limit');
  if (limit <= 0) throw new MongoError('BadValue', 'the limit must be positive');
  return limit;
}

const match: MakeStage = (operand, { variables }) => {
  const matches = compileFilter(expectDocument(operand, 'the match filter'), variables);
  return function* (input) {
    for (const document of input) if (matches(document)) yield document;
  };
};

const sort: MakeStage = (operand, _context, next) => {
  const fields = parseKeySpec(expectDocument(operand, 'the $sort key specification'));
  if (fields.length === 0) throw new MongoError('BadValue', '$sort stage must have at least one sort key');
  const limit = next?.has('$limit') ? limitOf(next.get('$limit') ?? null) : undefined;
  return (input) => sortDocuments(input, { fields, limit });
};

const limit: MakeStage = (operand) => {
  const most = limitOf(operand);
  return function* (input) {
    let taken = 0;
    for (const document of input) {
      yield document;
      taken += 1;
      if (taken === most) return;
    }
  };
};

const skip: MakeStage = (operand) => {
  const least = wholeNumber(operand, 'the skip');
  if (least < 0) throw new MongoError('BadValue', 'the skip must not be negative');
  return function* (input) {
    let seen = 0;
    for (const document of input) {
      seen += 1;
      if (seen > least) yield document;
    }
  };
};

const count: MakeStage = (operand) => {
  const name = expectString(operand, 'the count field');
  if (name === '' || name.startsWith('$') || name.includes('.'))
    throw new MongoError('BadValue', 'the count field must be a plain name');
  return function* (input) {
    let seen = 0;
    for (const _ of input) seen += 1;
    if (seen > 0) yield new Map([[name, integerValue(seen)]]);
  };
};

const sample: MakeStage = (operand, { budget }) => {
  const given = expectArguments(operand, ['size'], { what: '$sample', error: 'Location28748' });
  const size = limitOf(given.get('size') ?? null);
  return function* (input) {
    const kept: BsonDocument[] = [];
    let seen = 0;
    for (const document of input) {
      seen += 1;
      // Reservoir sampling (Vitter's algorithm R): each document is kept with the same chance.
      const place = kept.length < size ? kept.length : Math.floor(Math.random() * seen);
      if (place >= size) continue;
      if (place === kept.length) budget.take(sizeOf(document), '$sample');
      kept[place] = document;
    }
    yield* kept;
  };
};

const sortByCount: MakeStage = (operand, context) => {
  const group = compileGroup(
    new Map<string, Value>([
      ['_id', operand],
      ['count', new Map([['$sum', new Int32(1)]])],
    ]),
    context,
  );
  const order = sort(new Map([['count', new Int32(-1)]]), context, undefined);
  return (input) => order(group(input));
};

const facet: MakeStage = (operand, context) => {
  const facets = [...expectDocument(operand, 'the $facet specification')].map(
    ([name, stages]) => [name, compilePipeline(expectArray(stages, `the facet '${name}'`), context)] as const,
  );
  return function* (input) {
    const kept: BsonDocument[] = [];
    for (const document of input) {
      context.budget.take(sizeOf(document), '$facet');
      kept.push(document);
    }
    const result: BsonDocument = new Map();
    for (const [name, run] of facets) result.set(name, [...run(kept)]);
    yield result;
  };
};

const unionWith: MakeStage = (operand, context) => {
  const spec: BsonDocument = isDocument(operand)
    ? expectArguments(operand, ['coll', 'pipeline'], { what: '$unionWith', error: 'Location40415' })
    : new Map([['coll', operand]]);
  const from = expectString(spec.get('coll'), "'coll' of $unionWith");
  const run = compilePipeline(expectArray(spec.get('pipeline') ?? [], "'pipeline' of $unionWith"), context);
  return function* (input) {
    yield* input;
    yield* run(context.read(from, new Map()));
  };
};

const stages: Readonly<Record<string, MakeStage>> = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: count,
  $sample: sample,
  $sortByCount: sortByCount,
  $facet: facet,
  $unionWith: unionWith,
  $unwind: (operand) => compileUnwind(operand),
  $group: (operand, context) => compileGroup(operand, context),
  $lookup: (operand, context) => compileLookup(operand, context, compilePipeline),
};

function compileStage(stage: BsonDocument, context: StageContext, next: BsonDocument | undefined): Stage {
  const [name, operand] = stageParts(stage);
  const transform = findTransform(name, operand, context.variables);
  if (transform) {
    return function* (input) {
      for (const document of input) yield transform(document);
    };
  }
  const make = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (make) return make(operand, context, next);
  if (name === '$changeStream')
    throw new MongoError('Location40573', 'The $changeStream stage is only supported on replica sets');
  if (stagesOfMongo.test(name)) throw notOffered(`the stage '${name}'`);
  throw new MongoError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
}

/** Compiles all stages before any document is read, so that a pipeline is refused as a whole. */
export function compilePipeline(pipeline: readonly Value[], context: StageContext): Stage {
  const documents = pipeline.map((stage) => expectDocument(stage, 'Each element of the pipeline'));
  const compiled = documents.map((stage, index) => compileStage(stage, context, documents[index + 1]));
  return (input) => compiled.reduce((documents, stage) => stage(documents), input);
}
