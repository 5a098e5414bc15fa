import { Decimal128, Int32 } from 'bson';
import fc from 'fast-check';
import { documentOf } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';

/* Documents, filters and indexes that meet each other often: few paths, few values, every type, arrays where they may hurt. */

const small = fc.integer({ min: 0, max: 5 }).map((value) => new Int32(value));
const odd = fc.constantFrom<Value>(
  1.5,
  2n,
  Decimal128.fromString('2.5'),
  Number.NaN,
  'a',
  '',
  true,
  null,
  new Date(0),
  new Date(1),
);
const scalars: fc.Arbitrary<Value> = fc.oneof({ weight: 2, arbitrary: small }, { weight: 1, arbitrary: odd });
const field = fc.oneof(scalars, fc.array(scalars, { maxLength: 3 }));

function present(fields: Readonly<Record<string, Value | undefined>>): BsonDocument {
  return new Map(Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

const part = fc.record({ c: fc.option(small, { nil: undefined }), d: small }).map(present);
const inner = fc.oneof(part, fc.array(part, { maxLength: 2 }));
export const flatDocument = fc
  .record({ a: fc.option(scalars, { nil: undefined }), b: fc.option(scalars, { nil: undefined }) })
  .map(present);
export const nestedDocument = fc
  .record({
    a: fc.option(field, { nil: undefined }),
    b: fc.option(scalars, { nil: undefined }),
    n: fc.option(inner, { nil: undefined }),
  })
  .map(present);

const comparison = fc
  .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), scalars)
  .map(([operator, value]) => documentOf({ [operator]: value }));
const between = fc
  .tuple(fc.constantFrom('$gt', '$gte'), small, fc.constantFrom('$lt', '$lte'), small)
  .map(([from, low, to, high]) => documentOf({ [from]: low, [to]: high }));
const membership = fc.array(scalars, { maxLength: 3 }).map((values) => documentOf({ $in: values }));
const existence = fc.boolean().map((exists) => documentOf({ $exists: exists }));
const condition: fc.Arbitrary<Value> = fc.oneof(scalars, comparison, between, between, membership, existence);

export const indexableFilter = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'n.c', 'n.d'], { minLength: 1, maxLength: 3 }),
    fc.array(condition, { minLength: 3, maxLength: 3 }),
  )
  .map(([paths, conditions]): BsonDocument => new Map(paths.map((path, index) => [path, conditions[index] ?? null])));

/** Several single values of the first field of an index on a and b, and a range of the second: several ranges of the index. */
export const pointsThenRange = fc
  .tuple(fc.array(small, { minLength: 2, maxLength: 4 }), between)
  .map(([values, range]): BsonDocument => documentOf({ a: documentOf({ $in: values }), b: range }));

const direction = fc.constantFrom(1, -1);
/** A key of an index on a and b, in this order. */
export const pairKeySpec = fc.tuple(direction, direction).map(([a, b]): BsonDocument => documentOf({ a, b }));
export const indexKeySpec = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'n.c', 'n.d'], { minLength: 1, maxLength: 2 }),
    fc.array(direction, { minLength: 3, maxLength: 3 }),
  )
  .map(([paths, directions]): BsonDocument => new Map(paths.map((path, index) => [path, directions[index] ?? 1])));
export const indexOptions = fc.constantFrom<Readonly<Record<string, Value>>>(
  {},
  {},
  { sparse: true },
  { partialFilterExpression: documentOf({ b: documentOf({ $exists: true }) }) },
);

/** An order: any, none, that of the first index, or its reverse. */
export const wantedOrder = fc.oneof(
  { weight: 1, arbitrary: indexKeySpec },
  { weight: 3, arbitrary: fc.constantFrom('none' as const, 'as the index' as const, 'against the index' as const) },
);

/** The sort such an order means for an index of that key. */
export function sortFor(
  order: BsonDocument | 'none' | 'as the index' | 'against the index',
  key: BsonDocument,
): BsonDocument {
  if (typeof order !== 'string') return order;
  if (order === 'none') return new Map();
  const turn = order === 'as the index' ? 1 : -1;
  return new Map([...key].map(([path, sign]) => [path, turn * Number(sign)]));
}
