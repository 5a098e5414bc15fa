import { Decimal128, Double, Int32, Long } from 'mongodb';
import type { Document } from 'mongodb';
import { expect, it } from 'vitest';
import { freshCollection } from './fresh-collection.ts';
import type { OpenTarget } from './target.ts';

/** Every update operator, what it does and what it refuses. */
export function updateContract(target: () => OpenTarget): void {
  /** The document after the change, without its `_id`. */
  async function after(
    before: Document,
    change: Document | Document[],
    options: Document = {},
    filter: Document = {},
  ): Promise<Document | null> {
    const collection = freshCollection(target());
    await collection.insertOne({ ...before });
    await collection.updateOne(filter, change as Document, options);
    return collection.findOne({}, { projection: { _id: 0 } });
  }

  const cases: readonly (readonly [before: Document, change: Document | Document[], after: Document])[] = [
    [{ a: 1 }, { $set: { 'b.c': 2, a: 3 } }, { a: 3, b: { c: 2 } }],
    [{ l: [1] }, { $set: { 'l.3': 4 } }, { l: [1, null, null, 4] }],
    [{}, { $set: { z: 1, a: 1 }, $inc: { m: 1 } }, { a: 1, m: 1, z: 1 }],
    [
      { a: 1, b: { c: 1, d: 2 }, l: [1, 2] },
      { $unset: { a: '', 'b.c': '', 'l.0': '', no: '' } },
      { b: { d: 2 }, l: [null, 2] },
    ],
    [{ n: 1 }, { $inc: { n: 2, m: -1 } }, { n: 3, m: -1 }],
    [{ n: 3 }, { $mul: { n: 2, m: 5 } }, { n: 6, m: 0 }],
    [
      { a: 5, b: 5 },
      { $min: { a: 3, b: 9 }, $max: { c: 1 } },
      { a: 3, b: 5, c: 1 },
    ],
    [{ a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
    [{ old: 1, keep: 2 }, { $rename: { old: 'x.new', gone: 'y' } }, { keep: 2, x: { new: 1 } }],
    [{ l: [1] }, { $push: { l: 2, m: 3 } }, { l: [1, 2], m: [3] }],
    [{ l: [3] }, { $push: { l: { $each: [1, 2], $position: 0 } } }, { l: [1, 2, 3] }],
    [{ l: [3, 1] }, { $push: { l: { $each: [2], $sort: 1, $slice: 2 } } }, { l: [1, 2] }],
    [
      { l: [{ n: 3 }] },
      { $push: { l: { $each: [{ n: 1 }, { n: 2 }], $sort: { n: -1 }, $slice: -2 } } },
      { l: [{ n: 2 }, { n: 1 }] },
    ],
    [{ l: [1, { a: 1 }] }, { $addToSet: { l: { $each: [1, { a: 1 }, 2, 2] } } }, { l: [1, { a: 1 }, 2] }],
    [{ l: [1] }, { $addToSet: { l: [1], m: 1 } }, { l: [1, [1]], m: [1] }],
    [{ l: [1, 2, 3], m: [1, 2] }, { $pop: { l: 1, m: -1 } }, { l: [1, 2], m: [2] }],
    [{ l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
    [
      {
        l: [
          { a: 1, b: 2 },
          { a: 1, b: 3 },
        ],
      },
      { $pull: { l: { a: 1, b: { $gt: 2 } } } },
      { l: [{ a: 1, b: 2 }] },
    ],
    [{ l: ['ab', 'b'] }, { $pull: { l: /^a/ } }, { l: ['b'] }],
    [{ l: [1, 2, 1, 3] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
    [{ n: 13, m: 1 }, { $bit: { n: { and: 10 }, m: { or: 6, xor: 1 } } }, { n: 8, m: 6 }],
    [{ l: [1, 2] }, { $inc: { 'l.$[]': 10 } }, { l: [11, 12] }],
    [{ a: 1, b: 2 }, [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'a' }], { b: 2, sum: 3 }],
    [{ a: 1 }, [{ $replaceWith: { $mergeObjects: ['$$ROOT', { b: '$a' }] } }], { a: 1, b: 1 }],
  ];

  it.each(cases)('%j changed by %j becomes %j', async (before, change, expected) => {
    const changed = await after(before, change);
    expect(changed).toEqual(expected);
    expect(Object.keys(changed ?? {})).toEqual(Object.keys(expected));
  });

  it('changes the element the query matched, and those that array filters name', async () => {
    const grades = {
      list: [
        { n: 1, s: 80 },
        { n: 2, s: 90 },
        { n: 3, s: 95 },
      ],
    };
    expect(await after(grades, { $set: { 'list.$.s': 0 } }, {}, { 'list.n': 2 })).toMatchObject({
      list: [{ s: 80 }, { s: 0 }, { s: 95 }],
    });
    expect(
      await after(grades, { $set: { 'list.$.s': 0 } }, {}, { list: { $elemMatch: { s: { $gt: 91 } } } }),
    ).toMatchObject({ list: [{ s: 80 }, { s: 90 }, { s: 0 }] });
    const arrayFilters = [{ 'g.s': { $gte: 90 }, 'g.n': { $lt: 3 } }];
    expect(await after(grades, { $inc: { 'list.$[g].s': 5 } }, { arrayFilters })).toMatchObject({
      list: [{ s: 80 }, { s: 95 }, { s: 95 }],
    });
    expect(await after({ l: [1, 5, 9] }, { $set: { 'l.$[big]': 0 } }, { arrayFilters: [{ big: { $gt: 4 } }] })).toEqual(
      { l: [1, 0, 0] },
    );
  });

  it('writes the time with $currentDate', async () => {
    const changed = await after({}, { $currentDate: { at: true, stamp: { $type: 'timestamp' } } });
    expect(Math.abs((changed?.['at'] as Date).getTime() - Date.now())).toBeLessThan(60_000);
    expect(changed?.['stamp']).toHaveProperty('_bsontype', 'Timestamp');
  });

  const refused: readonly (readonly [before: Document, change: Document, code: number])[] = [
    [{ a: 'x' }, { $inc: { a: 1 } }, 14],
    [{ a: null }, { $inc: { a: 1 } }, 14],
    [{ a: 1 }, { $inc: { a: 'x' } }, 14],
    [{ a: 'x' }, { $mul: { a: 2 } }, 14],
    [{ a: 1 }, { $push: { a: 1 } }, 2],
    [{ a: 1 }, { $pop: { a: 1 } }, 14],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
    [{ a: [1] }, { $set: { 'a.b': 1 } }, 28],
    [{ a: 1 }, { $set: { a: 1, 'a.b': 2 } }, 40],
    [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 2 } }, 40],
    [{ a: 1 }, { $explode: { a: 1 } }, 9],
    [{ a: 1 }, { $set: { 'a..b': 1 } }, 56],
    [{ l: [1] }, { $set: { 'l.$': 2 } }, 2],
    [{ l: [1] }, { $set: { 'l.$[x]': 2 } }, 2],
    [{ n: 1.5 }, { $bit: { n: { and: 1 } } }, 2],
  ];

  it.each(refused)('%j refuses to be changed by %j with code %i, and stays as it was', async (before, change, code) => {
    const collection = freshCollection(target());
    await collection.insertOne({ ...before });
    await expect(collection.updateOne({}, change)).rejects.toMatchObject({ code });
    expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual(before);
  });

  const sums: readonly (readonly [start: unknown, operator: string, amount: unknown, result: unknown])[] = [
    [new Int32(2147483647), '$inc', new Int32(1), Long.fromString('2147483648')],
    [Long.fromString('9007199254740993'), '$inc', new Int32(2), Long.fromString('9007199254740995')],
    [Long.fromString('9223372036854775806'), '$inc', new Int32(1), Long.fromString('9223372036854775807')],
    [new Int32(1), '$inc', new Double(2), new Double(3)],
    [new Double(0.1), '$inc', new Double(0.2), new Double(0.1 + 0.2)],
    [Decimal128.fromString('0.1'), '$inc', Decimal128.fromString('0.20'), Decimal128.fromString('0.30')],
    [
      Decimal128.fromString('9999999999999999999999999999999999'),
      '$inc',
      new Int32(2),
      Decimal128.fromString('1.000000000000000000000000000000000E+34'),
    ],
    [Long.fromString('3037000500'), '$mul', new Int32(3), Long.fromString('9111001500')],
    [new Int32(65536), '$mul', new Int32(65536), Long.fromString('4294967296')],
    [
      Decimal128.fromString('1.5'),
      '$mul',
      Long.fromString('9007199254740993'),
      Decimal128.fromString('13510798882111489.5'),
    ],
  ];

  it.each(sums)('%s %s %s is %s, in value and in type', async (start, operator, amount, result) => {
    const collection = freshCollection(target());
    await collection.insertOne({ n: start });
    await collection.updateOne({}, { [operator]: { n: amount } });
    const found = await collection.findOne({}, { promoteValues: false, promoteLongs: false });
    const n: unknown = found?.['n'];
    expect([(n as { _bsontype: string })._bsontype, String(n)]).toEqual([
      (result as { _bsontype: string })._bsontype,
      String(result),
    ]);
  });

  it('refuses a sum that no 64-bit integer holds', async () => {
    const collection = freshCollection(target());
    await collection.insertOne({ n: Long.MAX_VALUE });
    await expect(collection.updateOne({}, { $inc: { n: 1 } })).rejects.toMatchObject({ code: 2 });
    expect(String((await collection.findOne({}, { promoteLongs: false }))?.['n'])).toBe('9223372036854775807');
  });

  it('keeps the type of every number through storage and unrelated updates', async () => {
    const collection = freshCollection(target());
    await collection.insertOne({
      double: new Double(3),
      int: new Int32(3),
      long: Long.fromNumber(3),
      decimal: Decimal128.fromString('3.00'),
    });
    await collection.updateOne({}, { $set: { other: 1 } });
    const found = await collection.findOne({}, { promoteValues: false, promoteLongs: false });
    const types = ['double', 'int', 'long', 'decimal'].map(
      (name) => (found?.[name] as { _bsontype: string })._bsontype,
    );
    expect(types).toEqual(['Double', 'Int32', 'Long', 'Decimal128']);
    expect(String(found?.['decimal'])).toBe('3.00');
    expect(await collection.countDocuments({ double: { $type: 'double' }, long: { $type: 'long' } })).toBe(1);
  });
}
