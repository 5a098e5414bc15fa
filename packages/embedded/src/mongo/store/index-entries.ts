import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { showValue } from '../bson/show.ts';
import { generateKeys, ParallelArraysError, tupleKey } from '../keys/generate.ts';
import { MongoError } from '../mongo-error.ts';
import { reaches } from '../query/path.ts';
import type { IndexDefinition } from './index-definition.ts';

/** LMDB holds keys of at most 1978 bytes; this leaves room for the ids around ours. */
const keyBytesMax = 1900;

/** One key a document has in an index. */
export interface IndexKey {
  readonly bytes: Buffer;
  readonly tuple: readonly Maybe[];
}

export interface IndexKeys {
  readonly keys: readonly IndexKey[];
  readonly isMultikey: boolean;
}

const none: IndexKeys = { keys: [], isMultikey: false };

function isPresent(document: BsonDocument, parts: readonly string[]): boolean {
  return reaches(document, { parts, opensLeaf: false }, (value) => value !== undefined);
}

function tuplesOf(index: IndexDefinition, document: BsonDocument): ReturnType<typeof generateKeys> {
  try {
    return generateKeys(document, index.fields);
  } catch (error) {
    if (!(error instanceof ParallelArraysError)) throw error;
    throw new MongoError('CannotIndexParallelArrays', `cannot index parallel arrays in index ${index.name}`);
  }
}

/** The keys under which a document stands in an index; none when a sparse or partial index leaves it out. */
export function keysOf(index: IndexDefinition, document: BsonDocument): IndexKeys {
  if (index.partialFilter && !index.isCovered(document)) return none;
  if (index.isSparse && !index.fields.some((field) => isPresent(document, field.parts))) return none;
  const { tuples, isMultikey } = tuplesOf(index, document);
  const keys = new Map<string, IndexKey>();
  for (const tuple of tuples) {
    const bytes = tupleKey(tuple, index.fields);
    if (bytes.length > keyBytesMax) {
      throw new MongoError(
        'KeyTooLong',
        `The embedded MongoDB holds index keys of up to ${keyBytesMax} bytes; one in ${index.name} has ${bytes.length}`,
      );
    }
    keys.set(bytes.toString('latin1'), { bytes, tuple });
  }
  return { keys: [...keys.values()], isMultikey };
}

/** E11000, with the fields the drivers and applications read. */
export function duplicateKey(namespace: string, index: IndexDefinition, tuple: readonly Maybe[]): MongoError {
  const keyValue = new Map<string, Value>(index.fields.map((field, at) => [field.path, tuple[at] ?? null]));
  const details = new Map<string, Value>([
    ['keyPattern', index.key],
    ['keyValue', keyValue],
  ]);
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${showValue(keyValue)}`;
  return new MongoError('DuplicateKey', message, details);
}
