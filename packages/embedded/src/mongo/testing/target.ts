import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { startMongoServer } from '../server.ts';
import type { MongoServer } from '../server.ts';

/** A server under contract: the embedded one, or a real MongoDB named by MONGODB_URL. */
export interface Target {
  readonly name: string;
  /** How long an expired document may stay: MongoDB looks once a minute. */
  readonly expiryMaxMs: number;
  open(): Promise<OpenTarget>;
}

export interface OpenTarget {
  /** A database of a random name, empty at first. */
  readonly db: Db;
  readonly client: MongoClient;
  close(): Promise<void>;
}

function randomName(): string {
  return `contract_${Math.random().toString(36).slice(2, 12)}`;
}

async function connect(url: string, release: () => Promise<void>): Promise<OpenTarget> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000, socketTimeoutMS: 30_000 });
  await client.connect();
  const db = client.db(randomName());
  return {
    db,
    client,
    close: async () => {
      await db.dropDatabase();
      await client.close();
      await release();
    },
  };
}

async function startInTemporaryDirectory(): Promise<{ server: MongoServer; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
  return { server: await startMongoServer({ dir, port: 0, sweepEveryMs: 100 }), dir };
}

export const embeddedTarget: Target = {
  name: 'the embedded MongoDB',
  expiryMaxMs: 5000,
  open: async () => {
    const { server, dir } = await startInTemporaryDirectory();
    return connect(`mongodb://127.0.0.1:${server.port}/?directConnection=true`, async () => {
      await server.close();
      await rm(dir, { recursive: true });
    });
  },
};

const realUrl = process.env['MONGODB_URL'];

export const targets: readonly Target[] = [
  embeddedTarget,
  ...(realUrl
    ? [{ name: 'a real MongoDB', expiryMaxMs: 90_000, open: () => connect(realUrl, async () => undefined) }]
    : []),
];
