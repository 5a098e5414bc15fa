import { Binary, BSONRegExp, Decimal128, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from './decode.ts';
import { encodeDocument } from './encode.ts';
import { directedKey, keyAfterPrefix, valueKey } from './key.ts';
import { compareValues } from './order.ts';
import type { Value } from './value.ts';

const decimals = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }),
    fc.oneof(fc.integer({ min: -40, max: 10 }), fc.constant(-6000), fc.constant(6000)),
  )
  .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`));

const numbers = fc.oneof(
  fc.integer().map((value) => new Int32(value)),
  fc.double(),
  fc.constantFrom(0, -0, 0.1, 2 ** 53, 2 ** 63, -(2 ** 63), 5e-324, Infinity, -Infinity, Number.NaN),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  decimals,
  fc.constantFrom('0.1', '9007199254740993', 'NaN', 'Infinity', '-0').map((text) => Decimal128.fromString(text)),
);

const scalars: fc.Arbitrary<Value> = fc.oneof(
  numbers,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a', 'a\0', 'a\0b', 'ab', '\u{1F600}', '\uFFFD', ''),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes, 0)),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => new Timestamp(value)),
  fc.constantFrom(
    new MinKey(),
    new MaxKey(),
    new BSONRegExp('a', 'i'),
    new BSONRegExp('a', ''),
    new BSONRegExp('b', ''),
  ),
);

const { value: values } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .dictionary(fc.constantFrom('a', 'b', '10', '9'), tie('value'), { maxKeys: 3 })
      .map((fields) => new Map(Object.entries(fields))),
  ),
}));

const sign = (value: number): number => Math.sign(value) + 0;

describe('the order of BSON values', () => {
  it('puts types in the order MongoDB documents', () => {
    const inOrder: Value[] = [
      new MinKey(),
      null,
      Number.NaN,
      -Infinity,
      new Int32(1),
      1.5,
      'a',
      new Map(),
      [],
      new Binary(new Uint8Array()),
      new ObjectId(),
      false,
      true,
      new Date(0),
      new Timestamp(0n),
      new BSONRegExp('a'),
      new MaxKey(),
    ];
    const shuffled = inOrder.toReversed().sort(compareValues);
    expect(shuffled).toEqual(inOrder);
  });

  it('compares numbers of different types exactly', () => {
    expect(compareValues(9007199254740993n, 9007199254740992)).toBe(1);
    expect(compareValues(Decimal128.fromString('10'), Decimal128.fromString('9.5'))).toBe(1);
    expect(compareValues(Decimal128.fromString('1.50'), 1.5)).toBe(0);
    expect(compareValues(new Int32(3), 3n)).toBe(0);
    expect(compareValues(Decimal128.fromString('0.1'), 0.1)).toBe(-1);
  });

  it('is the order of the keys on disk, in both directions', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const expected = sign(compareValues(a, b));
        expect(sign(Buffer.compare(valueKey(a), valueKey(b)))).toBe(expected);
        expect(sign(Buffer.compare(directedKey(valueKey(b), -1), directedKey(valueKey(a), -1)))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the order of number keys where doubles, longs and decimals crowd together', () => {
    const near = fc
      .tuple(fc.constantFrom(2n ** 53n, 2n ** 62n, 2n ** 63n - 5n, 0n), fc.integer({ min: -4, max: 4 }))
      .chain(([base, step]) => {
        const exact = base + BigInt(step);
        return fc.constantFrom<Value>(
          exact,
          Number(exact),
          Decimal128.fromString(`${exact}`),
          Decimal128.fromString(`${exact}.5`),
        );
      });
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(sign(Buffer.compare(valueKey(a), valueKey(b)))).toBe(sign(compareValues(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes a key that begins another, so that joined keys compare field by field', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        fc.pre(compareValues(a, b) !== 0);
        const [keyA, keyB] = [valueKey(a), valueKey(b)];
        expect(keyB.subarray(0, keyA.length).equals(keyA)).toBe(false);
        const after = keyAfterPrefix(keyA);
        expect(after && Buffer.compare(after, keyA)).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('BSON on disk', () => {
  it('gives every value back with the type it came with', () => {
    fc.assert(
      fc.property(values, (value) => {
        const bytes = encodeDocument(new Map([['value', value]]));
        const back = decodeDocument(bytes);
        expect(encodeDocument(back).equals(bytes)).toBe(true);
        expect(compareValues(back.get('value'), value)).toBe(0);
      }),
    );
  });

  it('reads a 64-bit integer written by the driver without rounding', () => {
    const long = Long.fromString('9223372036854775807');
    expect(decodeDocument(encodeDocument(new Map([['n', long.toBigInt()]]))).get('n')).toBe(9223372036854775807n);
  });

  it('refuses bytes that are not a document, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          decodeDocument(Buffer.from(bytes));
        } catch (error) {
          expect(error).toHaveProperty('codeName');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
