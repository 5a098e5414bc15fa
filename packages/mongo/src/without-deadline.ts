import type { Db } from 'mongodb';
import { connectMongo } from './connect.ts';
import type { MongoOptions } from './connect.ts';

/**
 * Does what takes as long as it takes, such as building the indexes of a large collection, on a connection of its own: one
 * on which a command may be silent for minutes, while all others keep their deadline.
 * @throws what `connectMongo` throws, and what the work does.
 */
export async function withoutDeadline<Result>(
  options: Omit<MongoOptions, 'commandTimeoutMs'>,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const { db, close } = await connectMongo({ ...options, commandTimeoutMs: 0 });
  try {
    return await work(db);
  } finally {
    await close();
  }
}
