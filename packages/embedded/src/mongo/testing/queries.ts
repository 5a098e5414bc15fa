import { Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import type { Document } from 'mongodb';
import { expect, it } from 'vitest';
import { freshCollection, idsOf, withValues } from './fresh-collection.ts';
import type { OpenTarget } from './target.ts';

/** Filters, the order of types, projections and cursors. */
export function queryContract(target: () => OpenTarget): void {
  it('sorts values of all types in the BSON order, both ways', async () => {
    const inOrder = [
      new MinKey(),
      [],
      undefined,
      -1.5,
      Long.fromString('9007199254740993'),
      Decimal128.fromString('1e20'),
      '',
      'a',
      '\uFFFD',
      '😀',
      {},
      { a: 1 },
      { b: 0 },
      new ObjectId('000000000000000000000001'),
      false,
      true,
      new Date(0),
      new Timestamp({ t: 1, i: 1 }),
      /a/,
      new MaxKey(),
    ];
    const collection = await withValues(target(), inOrder);
    const idsBy = async (direction: 1 | -1): Promise<unknown[]> =>
      (await collection.find().sort({ v: direction, _id: direction }).toArray()).map(({ _id }) => _id as unknown);
    expect(await idsBy(1)).toEqual(inOrder.map((_, index) => index));
    expect(await idsBy(-1)).toEqual(inOrder.map((_, index) => index).toReversed());
    await collection.createIndex({ v: 1, _id: 1 });
    expect(await idsBy(1)).toEqual(inOrder.map((_, index) => index));
  });

  it('sorts arrays by their least element upwards and their greatest downwards', async () => {
    const collection = await withValues(target(), [[5, 1], 3, [2, 9]]);
    expect((await collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual([0, 2, 1]);
    expect((await collection.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual([2, 0, 1]);
  });

  const values = [
    1,
    2.5,
    Long.fromString('9007199254740993'),
    Decimal128.fromString('10'),
    '1',
    [1, 5],
    [[1]],
    null,
    undefined,
    { a: 1 },
    true,
    Number.NaN,
  ];
  const questions: readonly (readonly [filter: Document, ids: readonly number[]])[] = [
    [{ v: 1 }, [0, 5]],
    [{ v: { $ne: 1 } }, [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]],
    [{ v: { $gt: 2 } }, [1, 2, 3, 5]],
    [{ v: { $gt: 4, $lt: 2 } }, [5]],
    [{ v: { $gte: Long.fromString('9007199254740993') } }, [2]],
    [{ v: { $gt: Decimal128.fromString('9.5'), $lt: 100 } }, [3]],
    [{ v: null }, [7, 8]],
    [{ v: { $exists: false } }, [8]],
    [{ v: { $exists: true, $ne: null } }, [0, 1, 2, 3, 4, 5, 6, 9, 10, 11]],
    [{ v: { $in: [null, 'x', 2.5] } }, [1, 7, 8]],
    [{ v: { $nin: [1, null] } }, [1, 2, 3, 4, 6, 9, 10, 11]],
    [{ v: { $in: [/^1/] } }, [4]],
    [{ v: /1/ }, [4]],
    [{ v: [1] }, [6]],
    [{ v: [1, 5] }, [5]],
    [{ v: { $size: 2 } }, [5]],
    [{ v: { $all: [5, 1] } }, [5]],
    [{ v: { $elemMatch: { $gt: 4 } } }, [5]],
    [{ v: { $not: { $gt: 2 } } }, [0, 4, 6, 7, 8, 9, 10, 11]],
    [{ v: { $type: 'number' } }, [0, 1, 2, 3, 5, 11]],
    [{ v: { $type: ['long', 'array', 'bool'] } }, [2, 5, 6, 10]],
    [{ v: { a: 1 } }, [9]],
    [{ 'v.a': 1 }, [9]],
    [{ 'v.0': 1 }, [5]],
    [{ v: { $mod: [2, 1] } }, [0, 2, 5]],
    [{ v: { $bitsAllSet: [0] } }, [0, 2, 5]],
    [{ v: Number.NaN }, [11]],
    [{ $or: [{ v: 'x' }, { v: true }] }, [10]],
    [{ $nor: [{ v: { $type: 'number' } }, { v: null }] }, [4, 6, 9, 10]],
    [{ $expr: { $gt: ['$_id', 9] } }, [10, 11]],
  ];

  it('finds what each operator means, across types, with and without an index', async () => {
    const collection = await withValues(target(), values);
    for (const [filter, ids] of questions) expect([filter, await idsOf(collection, filter)]).toEqual([filter, ids]);
    await collection.createIndex({ v: 1 });
    for (const [filter, ids] of questions) expect([filter, await idsOf(collection, filter)]).toEqual([filter, ids]);
  });

  it('divides numbers of every type without rounding them first, and those that no Long holds match nothing', async () => {
    const numbers = await withValues(target(), [
      Long.fromString('9007199254740993'),
      Decimal128.fromString('9007199254740993.9'),
      Decimal128.fromString('1E+6000'),
      1e300,
      Decimal128.fromString('NaN'),
      -7.9,
    ]);
    expect(await idsOf(numbers, { v: { $mod: [10, 3] } })).toEqual([0, 1]);
    expect(await idsOf(numbers, { v: { $mod: [Long.fromString('9007199254740992'), 1] } })).toEqual([0, 1]);
    expect(await idsOf(numbers, { v: { $mod: [4.7, -3] } })).toEqual([5]);
    await expect(idsOf(numbers, { v: { $mod: [Number.NaN, 0] } })).rejects.toMatchObject({ code: 2 });
    await expect(idsOf(numbers, { v: { $mod: [0.5, 0] } })).rejects.toMatchObject({ code: 2 });
  });

  it('matches documents inside arrays field by field, or one element as a whole with $elemMatch', async () => {
    const runs = freshCollection(target());
    await runs.insertMany([
      {
        _id: 0 as never,
        steps: [
          { n: 1, ok: false },
          { n: 2, ok: true },
        ],
      },
      { _id: 1 as never, steps: [{ n: 1, ok: true }] },
      { _id: 2 as never, steps: [] },
    ]);
    expect(await idsOf(runs, { 'steps.n': 1, 'steps.ok': true })).toEqual([0, 1]);
    expect(await idsOf(runs, { steps: { $elemMatch: { n: 1, ok: true } } })).toEqual([1]);
    expect(await idsOf(runs, { 'steps.1.ok': true })).toEqual([0]);
    expect(await idsOf(runs, { 'steps.n': { $exists: false } })).toEqual([2]);
    expect(await idsOf(runs, { steps: { $elemMatch: { $or: [{ n: 2 }, { ok: true }] } } })).toEqual([0, 1]);
  });

  it('projects by inclusion, exclusion, slice, element and computed field', async () => {
    const images = freshCollection(target());
    await images.insertOne({
      _id: 1 as never,
      a: { b: 1, c: 2 },
      list: [
        { n: 1, m: 1 },
        { n: 2, m: 2 },
        { n: 3, m: 3 },
      ],
      t: 'x',
    });
    const project = async (projection: Document, filter: Document = {}): Promise<unknown> =>
      images.findOne(filter, { projection });
    expect(await project({ 'a.b': 1 })).toEqual({ _id: 1, a: { b: 1 } });
    expect(await project({ _id: 0, t: 1, 'list.n': 1 })).toEqual({ t: 'x', list: [{ n: 1 }, { n: 2 }, { n: 3 }] });
    expect(await project({ list: 0, 'a.c': 0 })).toEqual({ _id: 1, a: { b: 1 }, t: 'x' });
    expect(await project({ list: { $slice: -1 }, a: 0, t: 0 })).toEqual({ _id: 1, list: [{ n: 3, m: 3 }] });
    expect(await project({ list: { $elemMatch: { n: { $gt: 1 } } } })).toEqual({ _id: 1, list: [{ n: 2, m: 2 }] });
    expect(await project({ 'list.$': 1 }, { 'list.n': 3 })).toEqual({ _id: 1, list: [{ n: 3, m: 3 }] });
    expect(await project({ _id: 0, sum: { $add: ['$a.b', '$a.c'] } })).toEqual({ sum: 3 });
    await expect(project({ a: 1, t: 0 })).rejects.toThrow();
  });

  it('hands results out in batches, and forgets a closed cursor', async () => {
    const numbers = freshCollection(target());
    await numbers.insertMany(Array.from({ length: 1000 }, (_, n) => ({ n })));
    const cursor = numbers.find({}, { batchSize: 7 }).sort({ n: -1 }).skip(10).limit(500);
    const seen: number[] = [];
    for await (const { n } of cursor) seen.push(n as number);
    expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => 989 - index));
    const left = numbers.find({}, { batchSize: 2 });
    await left.next();
    const id = left.id;
    await left.close();
    await expect(target().db.command({ getMore: id, collection: numbers.collectionName })).rejects.toMatchObject({
      code: 43,
    });
  });

  it('goes on with a cursor while documents come and go', async () => {
    const numbers = freshCollection(target());
    await numbers.insertMany(Array.from({ length: 300 }, (_, n) => ({ n })));
    const cursor = numbers.find({ n: { $gte: 0 } }, { batchSize: 50 });
    await cursor.next();
    await numbers.deleteMany({ n: { $gte: 250 } });
    await numbers.insertOne({ n: -1 });
    const rest = await cursor.toArray();
    expect(rest.length).toBe(249);
  });

  it('counts and lists distinct values, also those inside arrays', async () => {
    const images = freshCollection(target());
    await images.insertMany([{ tags: ['a', 'b'] }, { tags: 'b' }, { tags: [] }, { other: 1 }]);
    expect((await images.distinct('tags')).sort()).toEqual(['a', 'b']);
    expect(await images.countDocuments({ tags: 'b' })).toBe(2);
    expect(await images.countDocuments({}, { skip: 1, limit: 2 })).toBe(2);
  });

  it('finds text by regular expressions with their options', async () => {
    const collection = await withValues(target(), ['Seoul', 'seoul\nBusan', 'a-b', 'a.b', 'ab\n']);
    expect(await idsOf(collection, { v: /^seoul/i })).toEqual([0, 1]);
    expect(await idsOf(collection, { v: { $regex: '^busan', $options: 'im' } })).toEqual([1]);
    expect(await idsOf(collection, { v: { $regex: 'a\\-b' } })).toEqual([2]);
    expect(await idsOf(collection, { v: { $regex: 'a.b' } })).toEqual([2, 3]);
    expect(await idsOf(collection, { v: { $regex: 'b$' } })).toEqual([2, 3, 4]);
    expect(await idsOf(collection, { v: { $not: /b/i } })).toEqual([0]);
  });
}
