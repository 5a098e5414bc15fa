import { Decimal128, Int32 } from 'bson';
import fc from 'fast-check';
import { documentOf } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';

/* Documents, filters and indexes that meet each other often: few paths, few values, every type, arrays where they may hurt. */

const scalars: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((value) => new Int32(value)),
  fc.constantFrom<Value>(
    1.5,
    2n,
    Decimal128.fromString('2.5'),
    Number.NaN,
    'a',
    'b',
    '',
    true,
    null,
    new Date(0),
    new Date(1),
  ),
);
const field = fc.oneof(
  { weight: 4, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 3 }) },
);

function present(fields: Readonly<Record<string, Value | undefined>>): BsonDocument {
  return new Map(Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

const inner = fc.oneof(
  fc.record({ c: fc.option(scalars, { nil: undefined }) }).map(present),
  fc.array(fc.record({ c: fc.option(scalars, { nil: undefined }) }).map(present), { maxLength: 2 }),
);
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

const condition: fc.Arbitrary<Value> = fc.oneof(
  scalars,
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), scalars)
    .map(([operator, value]) => documentOf({ [operator]: value })),
  fc.tuple(scalars, scalars).map(([low, high]) => documentOf({ $gte: low, $lt: high })),
  fc.array(scalars, { maxLength: 3 }).map((values) => documentOf({ $in: values })),
  fc.boolean().map((exists) => documentOf({ $exists: exists })),
);
export const indexableFilter = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'n.c'), { maxLength: 3 }),
    fc.array(condition, { minLength: 3, maxLength: 3 }),
  )
  .map(([paths, conditions]): BsonDocument => new Map(paths.map((path, index) => [path, conditions[index] ?? null])));

const direction = fc.constantFrom(1, -1);
export const indexKeySpec = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'n.c'), { minLength: 1, maxLength: 3 }),
    fc.array(direction, { minLength: 3, maxLength: 3 }),
  )
  .map(([paths, directions]): BsonDocument => new Map(paths.map((path, index) => [path, directions[index] ?? 1])));
export const indexOptions = fc.constantFrom<Readonly<Record<string, Value>>>(
  {},
  { sparse: true },
  { partialFilterExpression: documentOf({ b: documentOf({ $exists: true }) }) },
);
