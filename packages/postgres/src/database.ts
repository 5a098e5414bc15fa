import pg from 'pg';
import { ANSWER_GRACE_MS } from './silence.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 60_000;
const NO_SUCH_DATABASE = '3D000';
/** Both mean that another process was faster; the second comes when the two run at the very same moment. */
const ALREADY_THERE = new Set(['42P04', '23505']);

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/** The database that the address names. */
export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Runs `work` on one connection of its own and closes it, whatever happens. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  { statementTimeoutMs = STATEMENT_TIMEOUT_MS }: { readonly statementTimeoutMs?: number } = {},
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + ANSWER_GRACE_MS,
  });
  client.on('error', () => {}); // A connection lost between queries: the next query or end() reports it.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the database that the address names unless it is there; safe to run from several processes at once. */
export async function createDatabaseIfMissing(url: string): Promise<void> {
  try {
    return await withClient(url, async () => {});
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_DATABASE) throw error;
  }
  await withClient(withDatabase(url, 'postgres'), async (client) => {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseName(url))}`).catch((error: unknown) => {
      if (!ALREADY_THERE.has(codeOf(error))) throw error;
    });
  });
}

/** Drops the database that the address names, ending the sessions of whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const name = pg.escapeIdentifier(databaseName(url));
  await withClient(withDatabase(url, 'postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
