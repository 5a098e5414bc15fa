import { Decimal128, Long } from 'mongodb';
import type { Document } from 'mongodb';
import { expect, it } from 'vitest';
import { freshCollection } from './fresh-collection.ts';
import type { OpenTarget } from './target.ts';

/** The stages and expressions that both servers know. */
export function aggregationContract(target: () => OpenTarget): void {
  it('groups, sorts and shapes', async () => {
    const uses = freshCollection(target());
    await uses.insertMany([
      { user: 'a', credits: 5, tags: ['x', 'y'] },
      { user: 'b', credits: 7, tags: ['y'] },
      { user: 'a', credits: 2.5, tags: [] },
    ]);
    const totals = await uses
      .aggregate([
        {
          $group: {
            _id: '$user',
            total: { $sum: '$credits' },
            most: { $max: '$credits' },
            mean: { $avg: '$credits' },
            n: { $sum: 1 },
            all: { $push: '$credits' },
          },
        },
        { $sort: { total: -1 } },
      ])
      .toArray();
    expect(totals).toEqual([
      { _id: 'a', total: 7.5, most: 5, mean: 3.75, n: 2, all: [5, 2.5] },
      { _id: 'b', total: 7, most: 7, mean: 7, n: 1, all: [7] },
    ]);
    expect(await uses.aggregate([{ $unwind: '$tags' }, { $sortByCount: '$tags' }]).toArray()).toEqual([
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ]);
    expect(await uses.aggregate([{ $match: { user: 'a' } }, { $count: 'n' }]).toArray()).toEqual([{ n: 2 }]);
    expect(await uses.aggregate([{ $match: { user: 'z' } }, { $count: 'n' }]).toArray()).toEqual([]);
  });

  it('joins collections by field and by pipeline', async () => {
    const users = freshCollection(target());
    const images = freshCollection(target());
    await users.insertMany([
      { _id: 1 as never, name: 'mina' },
      { _id: 2 as never, name: 'joon' },
    ]);
    await images.insertMany([
      { owner: 1, likes: 3 },
      { owner: 1, likes: 8 },
      { owner: [2, 1], likes: 1 },
    ]);
    const joined = await users
      .aggregate([
        { $lookup: { from: images.collectionName, localField: '_id', foreignField: 'owner', as: 'images' } },
        { $project: { name: 1, likes: { $sum: '$images.likes' } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(joined).toEqual([
      { _id: 1, name: 'mina', likes: 12 },
      { _id: 2, name: 'joon', likes: 1 },
    ]);
    const best = await users
      .aggregate([
        { $match: { _id: 1 } },
        {
          $lookup: {
            from: images.collectionName,
            let: { id: '$_id' },
            pipeline: [
              { $match: { $expr: { $eq: ['$owner', '$$id'] } } },
              { $sort: { likes: -1 } },
              { $limit: 1 },
              { $project: { _id: 0, likes: 1 } },
            ],
            as: 'best',
          },
        },
      ])
      .toArray();
    expect(best[0]).toMatchObject({ best: [{ likes: 8 }] });
  });

  it('runs facets, unions and paging in one go', async () => {
    const numbers = freshCollection(target());
    await numbers.insertMany(Array.from({ length: 10 }, (_, n) => ({ _id: n as never, even: n % 2 === 0 })));
    const [page] = await numbers
      .aggregate([
        { $match: { even: true } },
        { $sort: { _id: -1 } },
        { $facet: { rows: [{ $skip: 1 }, { $limit: 2 }], total: [{ $count: 'n' }] } },
      ])
      .toArray();
    expect(page).toEqual({
      rows: [
        { _id: 6, even: true },
        { _id: 4, even: true },
      ],
      total: [{ n: 5 }],
    });
    const both = await numbers
      .aggregate([{ $limit: 1 }, { $unionWith: { coll: numbers.collectionName, pipeline: [{ $limit: 2 }] } }])
      .toArray();
    expect(both).toHaveLength(3);
    expect(await numbers.aggregate([{ $sample: { size: 4 } }]).toArray()).toHaveLength(4);
  });

  const row = {
    n: 7,
    f: 2.5,
    long: Long.fromString('9007199254740993'),
    dec: Decimal128.fromString('0.1'),
    s: 'Été-fin',
    list: [3, 1, 2],
    sub: { a: 1 },
    at: new Date('2026-03-08T23:30:15.120Z'),
    docs: [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
    nested: [[{ k: 1 }], { k: 2 }],
  };
  const expressions: readonly (readonly [expression: unknown, result: unknown])[] = [
    [{ $add: ['$n', 1] }, 8],
    [{ $subtract: ['$n', '$f'] }, 4.5],
    [{ $toString: { $add: ['$long', 1] } }, '9007199254740994'],
    [{ $toString: { $add: ['$dec', Decimal128.fromString('0.2')] } }, '0.3'],
    [{ $multiply: ['$n', 2] }, 14],
    [{ $divide: ['$n', 2] }, 3.5],
    [{ $mod: ['$n', 4] }, 3],
    [{ $round: ['$f', 0] }, 2],
    [{ $trunc: [-2.7] }, -2],
    [{ $ceil: '$f' }, 3],
    [{ $abs: -4 }, 4],
    [{ $add: ['$n', '$gone'] }, null],
    [{ $toString: { $pow: [3, 39] } }, '4052555153018976267'],
    [{ $toString: { $pow: [-2, 63] } }, '-9223372036854775808'],
    [{ $pow: [2, 64] }, 2 ** 64],
    [{ $cond: [{ $gt: ['$n', 5] }, 'big', 'small'] }, 'big'],
    [{ $switch: { branches: [{ case: { $eq: ['$n', 1] }, then: 'one' }], default: 'other' } }, 'other'],
    [{ $ifNull: ['$gone', 'none'] }, 'none'],
    [{ $and: ['$n', { $not: ['$gone'] }] }, true],
    [{ $cmp: ['a', 1] }, 1],
    [{ $concat: ['$s', '!'] }, 'Été-fin!'],
    [{ $toUpper: 'abc' }, 'ABC'],
    [{ $strLenCP: '$s' }, 7],
    [{ $strLenBytes: '$s' }, 9],
    [{ $substrCP: ['$s', 1, 2] }, 'té'],
    [{ $split: ['$s', '-'] }, ['Été', 'fin']],
    [{ $trim: { input: '  a ' } }, 'a'],
    [{ $replaceAll: { input: 'a.b.c', find: '.', replacement: { $literal: '$&' } } }, 'a$&b$&c'],
    [{ $regexMatch: { input: '$s', regex: /FIN$/i } }, true],
    [{ $indexOfCP: ['$s', 'fin'] }, 4],
    [{ $size: '$list' }, 3],
    [{ $arrayElemAt: ['$list', -1] }, 2],
    [{ $slice: ['$list', 1, 1] }, [1]],
    [{ $in: [2, '$list'] }, true],
    [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 9]],
    [{ $filter: { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } } }, [3, 2]],
    [{ $map: { input: '$list', in: { $multiply: ['$$this', 10] } } }, [30, 10, 20]],
    [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    [{ $sortArray: { input: '$list', sortBy: 1 } }, [1, 2, 3]],
    [{ $max: '$list' }, 3],
    [{ $sum: '$docs.v' }, 3],
    [{ $setUnion: [['a'], ['a']] }, ['a']],
    [{ $setIsSubset: [[1], '$list'] }, true],
    ['$docs.k', ['x', 'y']],
    ['$nested.k', [2]],
    [{ $mergeObjects: ['$sub', { b: 2 }] }, { a: 1, b: 2 }],
    [{ $arrayToObject: '$docs' }, { x: 1, y: 2 }],
    [{ $objectToArray: '$sub' }, [{ k: 'a', v: 1 }]],
    [{ $let: { vars: { t: { $add: ['$n', 1] } }, in: { $multiply: ['$$t', 2] } } }, 16],
    [{ $type: '$long' }, 'long'],
    [{ $type: '$gone' }, 'missing'],
    [{ $toInt: '42' }, 42],
    [{ $toInt: 3.9 }, 3],
    [{ $convert: { input: 'x', to: 'int', onError: -1 } }, -1],
    [{ $year: '$at' }, 2026],
    [{ $dayOfWeek: '$at' }, 1],
    [{ $hour: { date: '$at', timezone: 'Asia/Seoul' } }, 8],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L', timezone: '+09:00' } }, '2026-03-09 08:30:15.120'],
    [{ $dateToString: { date: '$at' } }, '2026-03-08T23:30:15.120Z'],
    [{ $dateTrunc: { date: '$at', unit: 'day', timezone: 'Asia/Seoul' } }, new Date('2026-03-08T15:00:00Z')],
    [{ $dateTrunc: { date: '$at', unit: 'week' } }, new Date('2026-03-08T00:00:00Z')],
    [{ $dateTrunc: { date: '$at', unit: 'month' } }, new Date('2026-03-01T00:00:00Z')],
    [
      { $dateAdd: { startDate: new Date('2026-01-31T10:00:00Z'), unit: 'month', amount: 1 } },
      new Date('2026-02-28T10:00:00Z'),
    ],
    [{ $dateSubtract: { startDate: '$at', unit: 'hour', amount: 1 } }, new Date('2026-03-08T22:30:15.120Z')],
    [{ $literal: '$n' }, '$n'],
  ];

  it('evaluates expressions', async () => {
    const rows = freshCollection(target());
    await rows.insertOne({ _id: 1 as never, ...row });
    for (const [expression, result] of expressions) {
      const [made] = await rows.aggregate([{ $project: { _id: 0, result: expression } }] as Document[]).toArray();
      expect([expression, made?.['result']]).toEqual([expression, result]);
    }
  });

  it('adds ten times 0.1 to exactly 1, and longs without loss', async () => {
    const rows = freshCollection(target());
    await rows.insertMany(Array.from({ length: 10 }, () => ({ x: 0.1, n: Long.fromString('900719925474099301') })));
    const [sum] = await rows
      .aggregate([{ $group: { _id: null, x: { $sum: '$x' }, n: { $sum: '$n' } } }], { promoteLongs: false })
      .toArray();
    expect(sum?.['x']).toBe(1);
    expect(String(sum?.['n'])).toBe('9007199254740993010');
  });

  it('pages through an aggregation with a cursor', async () => {
    const numbers = freshCollection(target());
    await numbers.insertMany(Array.from({ length: 250 }, (_, n) => ({ n })));
    const seen = await numbers
      .aggregate([{ $match: { n: { $gte: 50 } } }, { $set: { double: { $multiply: ['$n', 2] } } }], { batchSize: 30 })
      .toArray();
    expect(seen).toHaveLength(200);
    expect(seen[0]).toMatchObject({ n: 50, double: 100 });
  });

  it('refuses stages and expressions nobody knows', async () => {
    const numbers = freshCollection(target());
    await numbers.insertOne({ n: 1 });
    await expect(numbers.aggregate([{ $explode: {} }]).toArray()).rejects.toMatchObject({ code: 40324 });
    await expect(numbers.aggregate([{ $project: { a: { $explode: 1 } } }]).toArray()).rejects.toThrow();
  });

  it('overlooks nothing that it was told, and gives no number that its type cannot hold', async () => {
    const numbers = freshCollection(target());
    const [most, least] = [Long.MAX_VALUE, Long.MIN_VALUE];
    await numbers.insertOne({ n: 1, most, least, at: new Date(0), a: [1, 2], b: [3, 4] });
    const refused: readonly (readonly [stage: Document, code: number])[] = [
      [{ $group: { _id: null, x: { $sum: '$n', $max: '$n' } } }, 40238],
      [{ $addFields: { x: { $mergeObjects: [{ a: 1, $add: ['$n', 1] }] } } }, 16410],
      [{ $unionWith: { coll: 'other', pipelines: [] } }, 40415],
      [{ $sample: { size: 1, seed: 2 } }, 28748],
      [{ $replaceRoot: { newRoot: '$$ROOT', else: {} } }, 40415],
      [{ $set: { x: { $abs: '$least' } } }, 28680],
      [{ $set: { x: { $round: ['$most', -1] } } }, 51080],
      [{ $set: { x: { $add: ['$at', '$at'] } } }, 16612],
      [{ $set: { x: { $split: ['a', ''] } } }, 40087],
      [{ $group: { _id: null, x: { $sum: ['$n', '$n'] } } }, 40237],
      [{ $match: { s: { $regex: 'a\\' } } }, 51091],
      [{ $match: { n: { $type: 'constructor' } } }, 2],
      [{ $set: { x: { $convert: { input: 'a', to: 'constructor' } } } }, 2],
      [{ $sort: { a: 1, b: 1 } }, 2],
      // Behind another stage it is sorted elsewhere.
      [{ $facet: { x: [{ $sort: { a: 1, b: 1 } }] } }, 2],
    ];
    for (const [stage, code] of refused)
      await expect(numbers.aggregate([stage]).toArray(), JSON.stringify(stage)).rejects.toMatchObject({ code });
  });
}
