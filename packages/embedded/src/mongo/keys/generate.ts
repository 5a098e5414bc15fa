import { directedKey, valueKey } from '../bson/key.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import type { KeyField } from './key-spec.ts';

/** The keys a document has under a key pattern, each with the values it was made from. */
export interface GeneratedKeys {
  readonly tuples: readonly (readonly Maybe[])[];
  /** True when an array was met: then one document may have several keys, or none that stands for the whole. */
  readonly isMultikey: boolean;
}

/** Two fields of one pattern run through different arrays; MongoDB refuses the product of both. */
export class ParallelArraysError extends Error {}

interface Walk {
  readonly value: Maybe;
  readonly rest: readonly string[];
  /** A finished value is not opened again, even when it is an array. */
  readonly done: boolean;
}

const missing: Walk = { value: null, rest: [], done: true };

function isPosition(part: string | undefined): boolean {
  return part !== undefined && /^\d+$/.test(part);
}

/** Walks until the path ends, leads nowhere, or meets an array that must be opened. */
function advance(walk: Walk): Walk {
  let { value, rest } = walk;
  if (walk.done) return walk;
  for (;;) {
    if (Array.isArray(value)) {
      if (!isPosition(rest[0])) return { value, rest, done: false };
      value = value[Number(rest[0])];
    } else if (rest.length === 0) {
      return value === undefined ? missing : { value, rest, done: true };
    } else if (isDocument(value)) {
      value = value.get(rest[0] ?? '');
    } else {
      return missing;
    }
    rest = rest.slice(1);
  }
}

function intoElement(walk: Walk, element: Value): Walk {
  if (walk.rest.length === 0) return { value: element, rest: [], done: true };
  return isDocument(element) ? { value: element, rest: walk.rest, done: false } : missing;
}

function intoEmpty(walk: Walk): Walk {
  return walk.rest.length === 0 ? { value: undefined, rest: [], done: true } : missing;
}

function expand(walks: readonly Walk[], tuples: (readonly Maybe[])[]): boolean {
  const walked = walks.map(advance);
  const opened = walked.filter((walk) => !walk.done);
  const array = opened[0]?.value;
  if (!Array.isArray(array)) {
    tuples.push(walked.map((walk) => walk.value));
    return false;
  }
  if (opened.some((walk) => walk.value !== array)) throw new ParallelArraysError();
  const open = (into: (walk: Walk) => Walk): boolean =>
    expand(
      walked.map((walk) => (walk.done ? walk : into(walk))),
      tuples,
    );
  if (array.length === 0) open(intoEmpty);
  for (const element of array) open((walk) => intoElement(walk, element));
  return true;
}

/** The value tuples of a document, as MongoDB's key generator makes them: one for each element of the array a path runs through. */
export function generateKeys(document: BsonDocument, fields: readonly KeyField[]): GeneratedKeys {
  const tuples: (readonly Maybe[])[] = [];
  const isMultikey = expand(
    fields.map((field) => ({ value: document, rest: field.parts, done: false })),
    tuples,
  );
  return { tuples, isMultikey };
}

/** The bytes of one tuple in the directions of its fields. */
export function tupleKey(tuple: readonly Maybe[], fields: readonly KeyField[]): Buffer {
  return Buffer.concat(fields.map((field, index) => directedKey(valueKey(tuple[index]), field.direction)));
}

/** The key by which a document is sorted: of several, the first in the order asked for. */
export function sortKey(document: BsonDocument, fields: readonly KeyField[]): Buffer {
  const keys = tuplesToSort(document, fields).map((tuple) => tupleKey(tuple, fields));
  return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}

function tuplesToSort(document: BsonDocument, fields: readonly KeyField[]): GeneratedKeys['tuples'] {
  try {
    return generateKeys(document, fields).tuples;
  } catch (error) {
    if (!(error instanceof ParallelArraysError)) throw error;
    throw new MongoError('BadValue', 'cannot sort with keys that are parallel arrays');
  }
}
