import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

export interface Migration {
  /** The folder's name, `20261121093000_add_holds`; migrations run in the order of their names. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hex, as Prisma keeps it. */
  readonly checksum: string;
}

/** Reads `<dir>/<name>/migration.sql` of every migration, in order. Throws when `dir` is not there. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(dir, name)));
}

async function readMigration(dir: string, name: string): Promise<Migration> {
  const sql = await readFile(path.join(dir, name, 'migration.sql'));
  return { name, sql: sql.toString('utf8'), checksum: createHash('sha256').update(sql).digest('hex') };
}
