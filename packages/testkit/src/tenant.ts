import { randomUUID } from 'node:crypto';
import { createDatabaseIfMissing, dropDatabase, withDatabase } from '@modu/postgres';
import { MongoClient } from 'mongodb';
import { inject } from 'vitest';
import type { TestStack } from './stack-facts.ts';

/** A database of one's own on a real server. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;

/** Where the servers of this test run listen. */
export function testStack(): TestStack {
  return inject('testStack');
}

/** A new, empty PostgreSQL database; `name` only helps to recognise it. */
export async function testDatabase(name: string): Promise<TestDatabase> {
  const url = withDatabase(testStack().postgresUrl, uniqueName(name));
  await createDatabaseIfMissing(url);
  return { url, drop: () => dropDatabase(url) };
}

/** A MongoDB database of one's own; MongoDB makes it with its first document. */
export async function testMongo(name = 'mongo'): Promise<TestDatabase> {
  const url = new URL(testStack().mongoUrl);
  url.pathname = `/${uniqueName(name)}`;
  // The login lives where the given address says, not in the new database.
  if (url.username !== '' && !url.searchParams.has('authSource')) url.searchParams.set('authSource', 'admin');
  return { url: url.href, drop: () => dropMongo(url.href) };
}

async function dropMongo(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: CONNECT_TIMEOUT_MS });
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
}

/** Lower case, unique, and short enough for PostgreSQL (63 bytes), MongoDB and a bucket (63 characters). */
export function uniqueName(name: string): string {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 24);
  return `test-${readable}-${randomUUID().replaceAll('-', '').slice(0, 16)}`;
}
