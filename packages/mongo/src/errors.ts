import { MongoServerError } from 'mongodb';

const DUPLICATE_KEY = 11_000;

/** Did the server refuse a write because a unique index holds that value already? */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}
