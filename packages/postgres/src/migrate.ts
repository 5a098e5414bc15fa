import type { Logger } from '@modu/logger';
import type { Client } from 'pg';
import { createDatabaseIfMissing, databaseName, withClient } from './database.ts';
import { indexOf } from './index-build.ts';
import type { Migration } from './migration-files.ts';
import { readMigrations } from './migration-files.ts';
import type { AppliedMigration } from './migration-ledger.ts';
import { applyMigration, listApplied, lockMigrations } from './migration-ledger.ts';

export interface MigrateOptions {
  readonly url: string;
  /** The folder with `<name>/migration.sql`, written by `prisma migrate dev`. */
  readonly dir: string;
  readonly logger?: Logger;
}

/** A migration that must not run, with the sentence that says what to do about it. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Longer than any migration should hold up the others that start beside it. */
const LOCK_WAIT_MS = 120_000;
const MIGRATION_TIMEOUT_MS = 600_000;

/**
 * Brings a database to the newest migration, creating it when missing: what `prisma migrate deploy` does, without the CLI.
 * Several processes may call it at once; one of them does the work. Returns the names of what it applied.
 * An index that is built beside the writes of others is built again when that was interrupted.
 * Throws MigrationRefused on a migration that failed before or was edited after it had been applied.
 */
export async function migrate({ url, dir, logger }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(dir);
  await createDatabaseIfMissing(url);
  const work = async (client: Client) => {
    await lockMigrations(client, LOCK_WAIT_MS);
    const applied = await listApplied(client);
    const pending = listPending(migrations, applied);
    for (const migration of pending) {
      await applyMigration(client, migration);
      logger?.info({ database: databaseName(url), migration: migration.name }, 'migration applied');
    }
    return pending.map(({ name }) => name);
  };
  return withClient(url, work, { statementTimeoutMs: MIGRATION_TIMEOUT_MS });
}

/** What is still to run, with builds of an index that did not end. Entries of the database that have no file are of a newer release: not ours to judge. */
function listPending(migrations: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const repeatable = new Set(migrations.filter((migration) => indexOf(migration)).map(({ name }) => name));
  const failed = applied.find(({ name, finished }) => !finished && !repeatable.has(name));
  if (failed) {
    throw new MigrationRefused(
      `Migration ${failed.name} failed earlier and may have left half of its work. Set it right by hand, then run ` +
        `"prisma migrate resolve --rolled-back ${failed.name}" (or --applied).`,
    );
  }
  const checksums = new Map(applied.filter(({ finished }) => finished).map(({ name, checksum }) => [name, checksum]));
  const edited = migrations.find(({ name, checksum }) => (checksums.get(name) ?? checksum) !== checksum);
  if (edited) {
    throw new MigrationRefused(
      `Migration ${edited.name} was edited after it had been applied. Restore the file and write a new migration instead.`,
    );
  }
  return migrations.filter(({ name }) => !checksums.has(name));
}
