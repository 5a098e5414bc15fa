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
 * Runs one migration between its start and finish entries. The entries stand outside of it, as in Prisma: a migration that
 * fails, or whose process dies, leaves an unfinished entry that a person has to judge, unless all it did was build an index.
 */
export async function applyMigration(client: ClientBase, migration: Migration): Promise<void> {
  const id = randomUUID();
  const index = indexOf(migration);
  if (index !== undefined) {
    await rollBackUnfinished(client, migration.name);
    await dropHalfBuilt(client, index);
  }
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    migration.checksum,
    migration.name,
  ]);
  try {
    await client.query(migration.sql);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // For a file with a BEGIN of its own; the error to tell is the first.
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)]).catch(() => {});
    throw error;
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}

async function rollBackUnfinished(client: ClientBase, name: string): Promise<void> {
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  );
}
