import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { createDatabase, driverUrl, dropDatabase, schemaName, withDatabase } from './database-url.ts';
import { readSystemTypes } from './system-types.ts';

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** One connection: the engine takes a session's advisory lock and expects every later query to run in that session. */
const CONNECTIONS = 1;
const CONNECT_TIMEOUT_MS = 5_000;
const NO_SERVER = 'postgresql://127.0.0.1:1/none';

/** Connections for the migration engine: adapter-pg 7.10 with what it lacks for migrations. */
export function createMigrationAdapters(databaseUrl = NO_SERVER): object {
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: 'modu-schema-engine',
    connect: () => connect(driverUrl(databaseUrl), schemaName(databaseUrl)),
    connectToShadowDb: () => connectToShadowDatabase(databaseUrl),
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

async function connect(connectionString: string, schema?: string): Promise<PgAdapter> {
  const config = { connectionString, max: CONNECTIONS, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  const adapter = await new PrismaPg(config, schema === undefined ? {} : { schema }).connect();
  readSystemTypes(adapter);
  runScriptsWhole(adapter);
  return adapter;
}

/** adapter-pg splits a script at each ';', also inside `$$ … $$` and strings; PostgreSQL takes a whole script in one message. */
function runScriptsWhole(adapter: PgAdapter): void {
  const { executeScript } = adapter;
  adapter.executeScript = async (script) => {
    const failure = await adapter
      .underlyingDriver()
      .query(script)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    if (failure === undefined) return;
    // Only the adapter knows how the engine wants its errors: let it meet the very same error again.
    const view = Object.create(adapter, { client: { value: { query: () => Promise.reject(failure as Error) } } });
    await executeScript.call(view, 'failed');
  };
}

/** adapter-pg drops its shadow database while its own pool is still connected to it: close first, then drop. */
async function connectToShadowDatabase(databaseUrl: string): Promise<SqlDriverAdapter> {
  const shadowUrl = withDatabase(databaseUrl, `prisma_migrate_shadow_db_${randomUUID()}`);
  await createDatabase(shadowUrl);
  const adapter = await connect(shadowUrl);
  const disconnect = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await disconnect();
    await dropDatabase(shadowUrl);
  };
  return adapter;
}
