import type { Collection, Document } from 'mongodb';
import { expect, it } from 'vitest';
import { freshCollection, idsOf } from './fresh-collection.ts';
import type { OpenTarget, Target } from './target.ts';

interface Cost {
  readonly totalDocsExamined: number;
  readonly totalKeysExamined: number;
  readonly nReturned: number;
}

async function costOf(
  collection: Collection<Document>,
  filter: Document,
  sort: Document = {},
  limit = 0,
): Promise<Cost> {
  const { executionStats } = await collection
    .find(filter)
    .sort(sort as never)
    .limit(limit)
    .explain('executionStats');
  return executionStats as Cost;
}

/** Uniqueness, what is left out of sparse and partial indexes, expiry, and that indexes are used. */
export function indexContract(target: () => OpenTarget, { expiryMaxMs }: Target): void {
  it('keeps values unique, and says which were not (E11000)', async () => {
    const people = freshCollection(target());
    await people.createIndex({ email: 1, 'org.id': -1 }, { unique: true, name: 'one_seat' });
    await people.insertMany([
      { email: 'a@b.c', org: { id: 1 } },
      { email: 'a@b.c', org: { id: 2 } },
    ]);
    const duplicate = {
      code: 11000,
      keyPattern: { email: 1, 'org.id': -1 },
      keyValue: { email: 'a@b.c', 'org.id': 1 },
    };
    await expect(people.insertOne({ email: 'a@b.c', org: { id: 1 } })).rejects.toMatchObject(duplicate);
    await expect(people.updateOne({ 'org.id': 2 }, { $set: { 'org.id': 1 } })).rejects.toMatchObject(duplicate);
    await expect(people.findOneAndUpdate({ 'org.id': 2 }, { $set: { 'org.id': 1 } })).rejects.toMatchObject({
      code: 11000,
    });
    await people.deleteOne({ 'org.id': 1 });
    expect(await people.updateOne({ 'org.id': 2 }, { $set: { 'org.id': 1 } })).toMatchObject({ modifiedCount: 1 });
  });

  it('treats equal numbers of different types as one value, and a missing field as null', async () => {
    const things = freshCollection(target());
    await things.createIndex({ n: 1 }, { unique: true });
    await things.insertMany([{ n: 1 }, {}]);
    await expect(things.insertOne({ n: 1.0 })).rejects.toMatchObject({ code: 11000 });
    await expect(things.insertOne({ n: null })).rejects.toMatchObject({ code: 11000, keyValue: { n: null } });
  });

  it('keeps each element of an array unique among documents, not within one', async () => {
    const things = freshCollection(target());
    await things.createIndex({ tags: 1 }, { unique: true });
    await things.insertOne({ tags: ['a', 'a', 'b'] });
    await expect(things.insertOne({ tags: ['c', 'b'] })).rejects.toMatchObject({ code: 11000 });
    await expect(things.updateOne({}, { $push: { tags: 'a' } } as Document)).resolves.toMatchObject({
      modifiedCount: 1,
    });
  });

  it('does not build a unique index over duplicates, and leaves nothing of it', async () => {
    const things = freshCollection(target());
    await things.insertMany([{ n: 1 }, { n: 1 }]);
    await expect(things.createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_']);
    await things.insertOne({ n: 1 });
    expect(await idsOf(things, { n: 1 })).toHaveLength(3);
  });

  it('leaves documents out of sparse and partial indexes, and still finds them', async () => {
    const things = freshCollection(target());
    await things.createIndex({ slug: 1 }, { unique: true, sparse: true });
    await things.createIndex({ code: 1 }, { unique: true, partialFilterExpression: { live: true } });
    await things.insertMany([
      { _id: 1 as never, code: 1 },
      { _id: 2 as never, code: 1 },
      { _id: 3 as never, code: 1, live: true, slug: 'x' },
    ]);
    await expect(things.insertOne({ code: 1, live: true })).rejects.toMatchObject({ code: 11000 });
    await expect(things.insertOne({ slug: 'x' })).rejects.toMatchObject({ code: 11000 });
    expect(await idsOf(things, { slug: null })).toEqual([1, 2]);
    expect(await idsOf(things, { code: 1 })).toEqual([1, 2, 3]);
    expect(await idsOf(things, { code: 1, live: true })).toEqual([3]);
    expect((await things.find().sort({ slug: 1, _id: 1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual([
      1, 2, 3,
    ]);
  });

  it('lists indexes, refuses clashes, and drops them', async () => {
    const things = freshCollection(target());
    expect(await things.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    expect(await things.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    await expect(things.createIndex({ a: 1, b: -1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 });
    await expect(things.createIndex({ c: 1 }, { name: 'a_1_b_-1' })).rejects.toMatchObject({ code: 86 });
    expect((await things.indexes()).map(({ name, key }) => [name, key])).toEqual([
      ['_id_', { _id: 1 }],
      ['a_1_b_-1', { a: 1, b: -1 }],
    ]);
    await things.dropIndex('a_1_b_-1');
    await expect(things.dropIndex('a_1_b_-1')).rejects.toMatchObject({ code: 27 });
  });

  it('reads only what it must when an index fits', async () => {
    const images = freshCollection(target());
    await images.insertMany(
      Array.from({ length: 500 }, (_, n) => ({ n, owner: `o${n % 10}`, size: n % 50, at: new Date(n) })),
    );
    await images.createIndexes([{ key: { owner: 1, at: -1 } }, { key: { size: 1 } }]);
    expect(await costOf(images, { owner: 'o3' })).toMatchObject({ nReturned: 50, totalDocsExamined: 50 });
    expect(await costOf(images, { owner: 'o3' }, { at: -1 }, 5)).toMatchObject({ nReturned: 5, totalDocsExamined: 5 });
    expect(await costOf(images, { owner: 'o3' }, { at: 1 }, 5)).toMatchObject({ nReturned: 5, totalDocsExamined: 5 });
    expect(await costOf(images, { size: { $gte: 10, $lt: 12 } })).toMatchObject({
      nReturned: 20,
      totalDocsExamined: 20,
    });
    expect(await costOf(images, { size: { $in: [1, 2, 99] } })).toMatchObject({ nReturned: 20, totalDocsExamined: 20 });
    expect(await costOf(images, { $and: [{ owner: 'o1' }, { at: { $lt: new Date(100) } }] })).toMatchObject({
      nReturned: 10,
      totalDocsExamined: 10,
    });
    expect(await costOf(images, {}, { size: 1 }, 3)).toMatchObject({ nReturned: 3, totalDocsExamined: 3 });
    expect(await costOf(images, { n: 5 })).toMatchObject({ nReturned: 1, totalDocsExamined: 500 });
  });

  it('is not misled by arrays under an index', async () => {
    const runs = freshCollection(target());
    const steps = [
      { kind: 'a', ms: 2 },
      { kind: 'b', ms: 1 },
    ];
    await runs.insertMany([
      { _id: 0 as never, n: [1, 9], steps },
      { _id: 1 as never, n: 5, steps: { kind: 'a', ms: 1 } },
      { _id: 2 as never, n: [4, 20], steps: [] },
    ]);
    await runs.createIndexes([{ key: { n: 1 } }, { key: { 'steps.kind': 1, 'steps.ms': 1 } }]);
    const inOrder = async (filter: Document, direction: 1 | -1): Promise<unknown[]> =>
      (await runs.find(filter).sort({ n: direction }).toArray()).map(({ _id }) => _id as unknown);
    expect(await inOrder({ n: { $gt: 4 } }, 1)).toEqual([0, 2, 1]);
    expect(await inOrder({ n: { $lt: 8 } }, -1)).toEqual([2, 0, 1]);
    expect(await idsOf(runs, { n: { $gt: 4, $lt: 9 } })).toEqual([0, 1, 2]);
    expect(await idsOf(runs, { 'steps.kind': 'a', 'steps.ms': 1 })).toEqual([0, 1]);
    await expect(runs.createIndex({ n: 1, 'steps.ms': 1 })).rejects.toMatchObject({ code: 171 });
  });

  it(
    'removes documents when their time is over',
    async () => {
      const sessions = freshCollection(target());
      await sessions.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
      await sessions.insertMany([
        { _id: 'old' as never, expiresAt: new Date(Date.now() - 60_000) },
        { _id: 'listed' as never, expiresAt: [new Date(Date.now() + 3_600_000), new Date(0)] },
        { _id: 'young' as never, expiresAt: new Date(Date.now() + 3_600_000) },
        { _id: 'text' as never, expiresAt: 'never' },
        { _id: 'none' as never },
      ]);
      await expect
        .poll(() => idsOf(sessions, {}), { timeout: expiryMaxMs, interval: 100 })
        .toEqual(['none', 'text', 'young']);
    },
    expiryMaxMs + 5000,
  );
}
