import { ObjectId } from 'mongodb';
import { expect, it } from 'vitest';
import { freshCollection } from './fresh-collection.ts';
import type { OpenTarget } from './target.ts';

/** Storing, finding, changing and removing single documents and many. */
export function crudContract(target: () => OpenTarget): void {
  it('gives a stored document back as it was, field order included', async () => {
    const images = freshCollection(target());
    const stored = { zebra: 1, apple: { z: true, a: null }, tags: ['b', 'a', []], at: new Date(0), empty: {} };
    const { insertedId } = await images.insertOne({ ...stored });
    const found = await images.findOne({ _id: insertedId });
    expect(insertedId).toBeInstanceOf(ObjectId);
    expect(found).toEqual({ _id: insertedId, ...stored });
    expect(Object.keys(found ?? {})).toEqual(['_id', 'zebra', 'apple', 'tags', 'at', 'empty']);
  });

  it('takes writes that are to be kept before they are acknowledged, as the product asks for all of its own', async () => {
    const { db } = target();
    const { collectionName } = freshCollection(target());
    const images = db.collection(collectionName, { writeConcern: { w: 'majority', journal: true } });
    await images.createIndex({ n: 1 });
    await images.insertMany([{ n: 1 }, { n: 2 }]);
    expect(await images.updateMany({}, { $inc: { n: 1 } })).toMatchObject({ acknowledged: true, modifiedCount: 2 });
    expect(await images.findOneAndUpdate({ n: 3 }, { $set: { n: 4 } })).toMatchObject({ n: 3 });
    expect(await images.deleteOne({ n: 2 })).toMatchObject({ acknowledged: true, deletedCount: 1 });
    expect(await images.distinct('n')).toEqual([4]);
  });

  it('refuses a second document with the same _id and keeps the first', async () => {
    const images = freshCollection(target());
    await images.insertOne({ _id: 'one' as never, title: 'first' });
    await expect(images.insertOne({ _id: 'one' as never, title: 'second' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { _id: 1 },
      keyValue: { _id: 'one' },
    });
    expect(await images.findOne({})).toMatchObject({ title: 'first' });
  });

  it('stops an ordered bulk insert at the first error and finishes an unordered one', async () => {
    const ordered = freshCollection(target());
    const documents = [1, 2, 1, 3].map((id) => ({ _id: id as never }));
    await expect(ordered.insertMany(documents)).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
    expect(await ordered.countDocuments()).toBe(2);
    const unordered = freshCollection(target());
    await expect(unordered.insertMany(documents, { ordered: false })).rejects.toMatchObject({
      code: 11000,
      insertedCount: 3,
    });
    expect(await unordered.distinct('_id')).toEqual([1, 2, 3]);
  });

  it('runs a mixed bulk write in its order and counts what it did', async () => {
    const images = freshCollection(target());
    const result = await images.bulkWrite([
      { insertOne: { document: { name: 'a', likes: 1 } } },
      { updateOne: { filter: { name: 'a' }, update: { $inc: { likes: 1 } } } },
      { updateOne: { filter: { name: 'b' }, update: { $set: { likes: 5 } }, upsert: true } },
      { replaceOne: { filter: { name: 'b' }, replacement: { name: 'c' } } },
      { deleteOne: { filter: { name: 'a', likes: 2 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 2,
      modifiedCount: 2,
      deletedCount: 1,
      upsertedCount: 1,
    });
    expect(await images.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ name: 'c' }]);
  });

  it('upserts with the equalities of the query, and $setOnInsert only then', async () => {
    const images = freshCollection(target());
    const query = { owner: 'mina', $and: [{ 'meta.kind': { $eq: 'cat' } }], size: { $gt: 3 } };
    const change = { $set: { seen: true }, $setOnInsert: { likes: 0 } };
    const first = await images.updateOne(query, change, { upsert: true });
    expect(first).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    const found = await images.findOne({ _id: first.upsertedId ?? new ObjectId() });
    expect(found).toEqual({ _id: first.upsertedId, owner: 'mina', meta: { kind: 'cat' }, likes: 0, seen: true });
    await images.updateOne({ owner: 'mina' }, { $set: { likes: 9 } });
    const again = await images.updateOne({ owner: 'mina' }, change, { upsert: true });
    expect(again).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
    expect(await images.findOne({})).toMatchObject({ likes: 9 });
  });

  it('takes the _id of an upsert from the query or the replacement', async () => {
    const images = freshCollection(target());
    expect(await images.updateOne({ _id: 7 as never }, { $set: { a: 1 } }, { upsert: true })).toMatchObject({
      upsertedId: 7,
    });
    expect(await images.replaceOne({ _id: 8 as never }, { a: 2 }, { upsert: true })).toMatchObject({ upsertedId: 8 });
    expect(await images.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 7, a: 1 },
      { _id: 8, a: 2 },
    ]);
  });

  it('counts a match that changes nothing as matched, not modified', async () => {
    const images = freshCollection(target());
    await images.insertOne({ a: 1 });
    expect(await images.updateMany({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  });

  it('finds and changes one document at once, by order, before or after', async () => {
    const jobs = freshCollection(target());
    await jobs.insertMany([
      { n: 1, state: 'queued' },
      { n: 2, state: 'queued' },
      { n: 3, state: 'done' },
    ]);
    const claimed = await jobs.findOneAndUpdate(
      { state: 'queued' },
      { $set: { state: 'active' } },
      { sort: { n: -1 }, returnDocument: 'after' },
    );
    expect(claimed).toMatchObject({ n: 2, state: 'active' });
    const before = await jobs.findOneAndReplace({ n: 1 }, { n: 10 }, { projection: { _id: 0, state: 1 } });
    expect(before).toEqual({ state: 'queued' });
    expect(await jobs.findOneAndDelete({ n: 3 })).toMatchObject({ state: 'done' });
    expect(await jobs.findOneAndDelete({ n: 3 })).toBeNull();
    expect(
      await jobs.findOneAndUpdate({ n: 4 }, { $set: { ok: true } }, { upsert: true, returnDocument: 'after' }),
    ).toMatchObject({ n: 4, ok: true });
    expect(await jobs.countDocuments()).toBe(3);
  });

  it('deletes one or many', async () => {
    const images = freshCollection(target());
    await images.insertMany([1, 2, 3, 4].map((n) => ({ n })));
    expect(await images.deleteOne({ n: { $gt: 1 } })).toMatchObject({ deletedCount: 1 });
    expect(await images.deleteMany({ n: { $gte: 1 } })).toMatchObject({ deletedCount: 3 });
    expect(await images.estimatedDocumentCount()).toBe(0);
  });

  it('never changes an _id (66)', async () => {
    const images = freshCollection(target());
    await images.insertOne({ _id: 1 as never });
    for (const change of [
      { $set: { _id: 2 } },
      { $inc: { _id: 1 } },
      { $unset: { _id: 1 } },
      { $rename: { _id: 'id' } },
    ]) {
      await expect(images.updateOne({}, change as never)).rejects.toMatchObject({ code: 66 });
    }
    await expect(images.replaceOne({}, { _id: 2 as never })).rejects.toMatchObject({ code: 66 });
    expect(await images.updateOne({}, { $set: { _id: 1 as never, a: 1 } })).toMatchObject({ modifiedCount: 1 });
  });

  it('lists and drops collections and databases', async () => {
    const { db } = target();
    const images = freshCollection(target());
    await db.createCollection(images.collectionName);
    expect((await db.listCollections({ name: images.collectionName }).toArray()).map(({ name }) => name)).toEqual([
      images.collectionName,
    ]);
    expect(await images.drop()).toBe(true);
    expect(await db.listCollections({ name: images.collectionName }).toArray()).toEqual([]);
  });
}
