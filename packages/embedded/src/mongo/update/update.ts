import { ObjectId } from 'bson';
import { expectArray, expectDocument } from '../bson/coerce.ts';
import { equalValues } from '../bson/order.ts';
import { isDocument, withId } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { compileTransform } from '../aggregate/transforms.ts';
import type { Variables } from '../expressions/scope.ts';
import { MongoError } from '../mongo-error.ts';
import { compileModifiers } from './modifiers.ts';
import { seedOf } from './upsert.ts';

export interface UpdateContext {
  readonly isInsert: boolean;
  readonly matchedIndex: number | undefined;
}

/** Returns the changed document; the one given is left as it is. */
export type Update = (document: BsonDocument, context: UpdateContext) => BsonDocument;

export interface UpdateOptions {
  readonly arrayFilters: readonly Value[];
  readonly variables: Variables;
  readonly isMulti: boolean;
}

/** Whether the update names operators; an empty document replaces. */
function isModifiers(update: Value): boolean {
  return isDocument(update) && ([...update.keys()][0]?.startsWith('$') ?? false);
}

function compileReplacement(replacement: BsonDocument, options: UpdateOptions): Update {
  if (options.isMulti)
    throw new MongoError('FailedToParse', 'multi update is not supported for replacement-style update');
  if (options.arrayFilters.length > 0)
    throw new MongoError('FailedToParse', 'arrayFilters may not be specified for a replacement');
  const odd = [...replacement.keys()].find((name) => name.startsWith('$'));
  if (odd)
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${odd}' is not allowed in a replacement.`,
    );
  return (document) => withId(replacement, replacement.get('_id') ?? document.get('_id'));
}

function compilePipeline(stages: readonly Value[], options: UpdateOptions): Update {
  const transforms = stages.map((stage) =>
    compileTransform(expectDocument(stage, 'An update stage'), options.variables),
  );
  return (document) => transforms.reduce((current, transform) => transform(current), document);
}

function compileAny(update: Value, options: UpdateOptions): Update {
  if (Array.isArray(update)) return compilePipeline(expectArray(update, 'update'), options);
  const document = expectDocument(update, 'update');
  return isModifiers(document)
    ? compileModifiers(document, options.arrayFilters)
    : compileReplacement(document, options);
}

/** Compiles any of the three forms: operators, replacement, pipeline. `_id` never changes (66). */
export function compileUpdate(update: Value, options: UpdateOptions): Update {
  const apply = compileAny(update, options);
  return (document, context) => {
    const changed = apply(document, context);
    const before = document.get('_id');
    if (before !== undefined && !equalValues(changed.get('_id') ?? undefined, before)) {
      const missing = changed.get('_id') === undefined;
      if (missing && Array.isArray(update)) return withId(changed, before);
      throw new MongoError(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return withId(changed, changed.get('_id'));
  };
}

/** The document an upsert inserts: the equalities of the query, then the update, then an `_id` if there is none. */
export function upsertDocument(filter: BsonDocument, form: Value, update: Update): BsonDocument {
  const seed = seedOf(filter);
  const isReplacement = !Array.isArray(form) && !isModifiers(form);
  const id = seed.get('_id');
  const start: BsonDocument = isReplacement ? new Map(id === undefined ? [] : [['_id', id]]) : seed;
  const made = update(start, { isInsert: true, matchedIndex: undefined });
  return withId(made, made.get('_id') ?? new ObjectId());
}
