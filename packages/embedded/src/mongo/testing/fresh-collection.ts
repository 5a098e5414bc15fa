import type { Collection, Document } from 'mongodb';
import type { OpenTarget } from './target.ts';

let made = 0;

/** A collection of its own for each story, so that they may run in any order. */
export function freshCollection({ db }: OpenTarget): Collection<Document> {
  made += 1;
  return db.collection(`story_${made}`);
}

/** Stores the values as documents `{ _id: 0, v: … }`, `{ _id: 1, v: … }`, …; undefined leaves the field out. */
export async function withValues(target: OpenTarget, values: readonly unknown[]): Promise<Collection<Document>> {
  const collection = freshCollection(target);
  await collection.insertMany(values.map((v, index) => ({ _id: index as never, ...(v === undefined ? {} : { v }) })));
  return collection;
}

/** The `_id`s of what a filter finds, in their order. */
export async function idsOf(collection: Collection<Document>, filter: Document): Promise<unknown[]> {
  const found = await collection.find(filter).sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id as unknown);
}
