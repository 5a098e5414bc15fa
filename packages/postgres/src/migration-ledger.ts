import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { dropHalfBuilt, indexOf } from './index-build.ts';
import type { Migration } from './migration-files.ts';

export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** The table and its columns are Prisma's, so that `prisma migrate status`, `dev` and `deploy` agree with what we did. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The advisory lock that Prisma's schema engine takes for its migrations. */
const PRISMA_LOCK = 72_707_369;

const LOCK_PAUSE_MS = 200;

/**
 * Waits until no other process migrates this database; the lock ends with the session. It is asked for again and again: an index
 * that is built beside the writes of others waits for every statement under way, also for one that would wait for this lock.
 */
export async function lockMigrations(client: ClientBase, waitMs: number): Promise<void> {
  const endsAtMs = performance.now() + waitMs;
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS held', [
      PRISMA_LOCK,
    ]);
    if (rows[0]?.held) return;
    if (performance.now() > endsAtMs) throw new Error(`Another process has migrated for more than ${waitMs} ms.`);
    await pause(LOCK_PAUSE_MS);
  }
}

/** What was begun here and not rolled back. Creates the table on the first run. */
export async function listApplied(client: ClientBase): Promise<AppliedMigration[]> {
  await client.query(TABLE);
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

/**
 * Runs one migration and writes down that it was run. Both happen or neither: who is killed in the middle leaves nothing behind.
 * One that fails leaves an entry, as Prisma's do, for a person to judge. Only an index that is built beside the writes of others can't
 * be undone, so its entry is written before and finished after.
 */
export async function applyMigration(client: ClientBase, migration: Migration): Promise<void> {
  const index = indexOf(migration);
  if (index !== undefined) return changeIndex(client, migration, index);
  try {
    await client.query('BEGIN');
    const id = await begin(client, migration);
    await client.query(migration.sql);
    await finish(client, id);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // The error to tell is the first.
    // When the database itself went away, nobody failed: the next start runs it again.
    await begin(client, migration).then(
      (id) => keepWords(client, id, error),
      () => {},
    );
    throw error;
  }
}

async function changeIndex(client: ClientBase, migration: Migration, index: string): Promise<void> {
  await rollBackUnfinished(client, migration.name);
  await dropHalfBuilt(client, index);
  const id = await begin(client, migration);
  try {
    await client.query(migration.sql);
  } catch (error) {
    await keepWords(client, id, error).catch(() => {});
    throw error;
  }
  await finish(client, id);
}

async function begin(client: ClientBase, { name, checksum }: Migration): Promise<string> {
  const id = randomUUID();
  const row = [id, checksum, name];
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', row);
  return id;
}

const finish = (client: ClientBase, id: string) =>
  client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);

const keepWords = (client: ClientBase, id: string, error: unknown) =>
  client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)]);

async function rollBackUnfinished(client: ClientBase, name: string): Promise<void> {
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  );
}
