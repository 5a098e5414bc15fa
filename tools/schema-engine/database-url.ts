import pg from 'pg';

/** Parameters that Prisma reads from the address and that PostgreSQL would refuse as unknown settings. */
const PRISMA_ONLY = ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer', 'statement_cache_size'];
const CONNECT_TIMEOUT_MS = 5_000;

/** The address without the parameters that only Prisma understands. */
export function driverUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  for (const name of PRISMA_ONLY) url.searchParams.delete(name);
  return url.href;
}

/** The database an address names; `postgres` when it names none. */
export function databaseName(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'postgres';
}

/** The schema chosen with `?schema=`, if any. */
export function schemaName(databaseUrl: string): string | undefined {
  return new URL(databaseUrl).searchParams.get('schema') ?? undefined;
}

/** The same server and login, another database. */
export function withDatabase(databaseUrl: string, database: string): string {
  const url = new URL(driverUrl(databaseUrl));
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Runs `work` on one connection to exactly this database and closes it, whatever happens. */
export async function withConnection<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: driverUrl(databaseUrl),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => {}); // A connection lost between queries: the next query or end() reports it.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs `work` beside the database, where it may be created or dropped. */
export function withMaintenance<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withConnection(withDatabase(databaseUrl, 'postgres'), work);
}

/** Creates the database that the address names. PostgreSQL's error 42P04 when it is there already. */
export async function createDatabase(databaseUrl: string): Promise<string> {
  const name = databaseName(databaseUrl);
  await withMaintenance(databaseUrl, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`));
  return name;
}

/** Drops the database that the address names, with whoever is connected to it. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  const name = pg.escapeIdentifier(databaseName(databaseUrl));
  await withMaintenance(databaseUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}
