import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDatabaseIfMissing, dropDatabase, migrate, withClient, withDatabase } from '@modu/postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const ENGINE = fileURLToPath(new URL('./schema-engine.mjs', import.meta.url));
const PRISMA = fileURLToPath(new URL('../../node_modules/.bin/prisma', import.meta.url));

const SCHEMA = `
generator client {
  provider = "prisma-client"
  output = "./generated"
  importFileExtension = "ts"
}
datasource db {
  provider = "postgresql"
}
enum Side {
  DEBIT
  CREDIT
}
model Entry {
  id     String   @id @db.Uuid
  side   Side
  amount BigInt
  tags   String[]
  at     DateTime @default(now())
  @@index([side, at])
}
`;

/** A ';' inside a body and inside a string: a migration that must reach the server in one piece. */
const BALANCE = `
CREATE FUNCTION balance() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 'a;b';
  RETURN (SELECT coalesce(sum(amount), 0) FROM "Entry");
END; $$;
`;

describe('the Prisma command line with our schema engine', { timeout: 60_000 }, () => {
  let dir: string;
  let url: string;
  const prisma = (...args: string[]) =>
    promisify(execFile)(PRISMA, args, {
      cwd: dir,
      timeout: 50_000,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: ENGINE,
        LEDGER_DATABASE_URL: url,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stdout + error.stderr,
      }),
    );

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'modu-schema-engine-'));
    url = withDatabase(inject('testStack').postgresUrl, `${path.basename(dir).toLowerCase()}`);
    await writeFile(path.join(dir, 'schema.prisma'), SCHEMA);
    await writeFile(
      path.join(dir, 'prisma.config.ts'),
      `export default { schema: './schema.prisma', migrations: { path: './migrations' },
        datasource: { url: process.env.LEDGER_DATABASE_URL } };\n`,
    );
  });
  afterAll(async () => {
    await dropDatabase(url);
    await rm(dir, { recursive: true, force: true });
  });

  it('generates a client', async () => {
    expect(await prisma('generate')).toMatchObject({ code: 0 });
    expect(existsSync(path.join(dir, 'generated/client.ts'))).toBe(true);
  });

  it('writes and applies a migration, creating the database', async () => {
    expect(await prisma('migrate', 'dev', '--name', 'init')).toMatchObject({ code: 0 });
    const [init = ''] = await readdir(path.join(dir, 'migrations'));

    const names = await withClient(url, (client) => client.query('SELECT migration_name FROM _prisma_migrations'));
    expect(names.rows).toEqual([{ migration_name: init }]);
    expect((await prisma('migrate', 'dev')).said).toContain('Already in sync');
  });

  it('deploys functions whole, and agrees with the migrations that a service applies at its start', async () => {
    await addMigration('29990101000000_balance', BALANCE);
    expect((await prisma('migrate', 'status')).said).toContain('29990101000000_balance');
    expect(await prisma('migrate', 'deploy')).toMatchObject({ code: 0 });
    const balance = await withClient(url, (client) => client.query('SELECT balance()'));
    expect(balance.rows).toEqual([{ balance: '0' }]);

    await addMigration('29990102000000_service', 'CREATE VIEW entries AS SELECT id FROM "Entry";');
    expect(await migrate({ url, dir: path.join(dir, 'migrations') })).toEqual(['29990102000000_service']);
    expect((await prisma('migrate', 'status')).said).toContain('up to date');
  });

  it('shows what a migration would have to do', async () => {
    await createDatabaseIfMissing(url);
    const { said } = await prisma('migrate', 'diff', '--from-empty', '--to-schema', 'schema.prisma', '--script');
    expect(said).toContain('CREATE TABLE "Entry"');
  });

  it('reports a failed migration as failed, until a person has resolved it', async () => {
    await addMigration('29990103000000_broken', 'SELECT nonsense;');
    const failed = await prisma('migrate', 'deploy');
    expect(failed.code).toBe(1);
    expect(failed.said).toContain('nonsense');
    expect((await prisma('migrate', 'deploy')).said).toContain('P3009');

    expect(await prisma('migrate', 'resolve', '--rolled-back', '29990103000000_broken')).toMatchObject({ code: 0 });
  });

  async function addMigration(name: string, sql: string): Promise<void> {
    await mkdir(path.join(dir, 'migrations', name));
    await writeFile(path.join(dir, 'migrations', name, 'migration.sql'), sql);
  }
});
