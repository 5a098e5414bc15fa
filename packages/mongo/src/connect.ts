import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { isTracing } from '@modu/tracing';
import { watchCommands } from './command-spans.ts';

export interface MongoOptions {
  /** `mongodb://…/database`; the database that is named in the path is the one that is used, unless `database` is. */
  readonly url: string;
  /** For a URL of a whole server: what its path names, or leaves open, is then only where the login is looked for. */
  readonly database?: string | undefined;
  /** Shown in the server's logs. */
  readonly appName: string;
  /** How long to look for a server before a call fails. */
  readonly serverSelectionTimeoutMs?: number;
  /** How long the server may take to answer one command (0: as long as it likes); waiting for a free connection has 5 s of its own. */
  readonly commandTimeoutMs?: number;
}

export interface MongoConnection {
  readonly db: Db;
  /** Answers when the server does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const WAIT_FOR_CONNECTION_MS = 5_000;
/** What is acknowledged is kept: a standalone would say so before its journal is on disk, and lose it when it is killed. */
const DURABLE = { w: 'majority', journal: true } as const;

/**
 * Opens a pool and proves that the server answers. Every command has a deadline, and no write is acknowledged before it
 * is kept. Retryable writes are off: the embedded server is a standalone, and what only a replica set can do must not work
 * in production alone.
 * @throws MongoServerSelectionError when no server is found in time; Error when the URL names no database.
 */
export async function connectMongo(options: MongoOptions): Promise<MongoConnection> {
  const { url, database, appName, serverSelectionTimeoutMs = 5_000, commandTimeoutMs = 15_000 } = options;
  if (!database && !namesDatabase(url)) throw new Error('The MongoDB URL must name a database in its path.');
  const client = new MongoClient(url, {
    appName,
    serverSelectionTimeoutMS: serverSelectionTimeoutMs,
    connectTimeoutMS: serverSelectionTimeoutMs,
    socketTimeoutMS: commandTimeoutMs,
    waitQueueTimeoutMS: WAIT_FOR_CONNECTION_MS,
    retryWrites: false,
    writeConcern: DURABLE,
    maxPoolSize: 20,
    ignoreUndefined: true,
    monitorCommands: isTracing(),
  });
  watchCommands(client);
  const db = client.db(database);
  const ping = async () => void (await db.command({ ping: 1 }));
  try {
    await client.connect();
    await ping();
  } catch (error) {
    await client.close();
    throw error;
  }
  return { db, ping, close: () => client.close() };
}

/** Without a path the driver would write into a database called `test`. */
function namesDatabase(url: string): boolean {
  return /^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(url);
}
