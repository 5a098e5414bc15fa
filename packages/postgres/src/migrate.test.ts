import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { dropDatabase, migrate, MigrationRefused, withClient, withDatabase } from './index.ts';

const ACCOUNTS = 'CREATE TABLE account (id int PRIMARY KEY, credits bigint NOT NULL);';
const GRANT = 'INSERT INTO account VALUES (1, 100);';

describe('migrations at the start of a service', () => {
  let dir: string;
  let url: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'modu-migrate-'));
    url = withDatabase(inject('testStack').postgresUrl, `migrate-${randomUUID()}`);
    await write('1_accounts', ACCOUNTS);
    await write('2_grant', GRANT);
  });
  afterEach(async () => {
    await dropDatabase(url);
    await rm(dir, { recursive: true, force: true });
  });

  it('create a missing database, run in order of their names, and run only once', async () => {
    expect(await migrate({ url, dir })).toEqual(['1_accounts', '2_grant']);
    expect(await migrate({ url, dir })).toEqual([]);
    expect(await credits()).toBe(100);
  });

  it('are done by one of several processes that start at once', async () => {
    const done = await Promise.all(Array.from({ length: 5 }, () => migrate({ url, dir })));

    expect(done.flat().sort()).toEqual(['1_accounts', '2_grant']);
    expect(await credits()).toBe(100);
  });

  it('stop at one that fails, and refuse to go on until a person has looked', async () => {
    await write('3_broken', 'INSERT INTO account VALUES (2, 5); INSERT INTO nowhere VALUES (1);');
    await write('4_later', 'UPDATE account SET credits = 0;');

    await expect(migrate({ url, dir })).rejects.toThrow('nowhere');
    await expect(migrate({ url, dir })).rejects.toThrow(MigrationRefused);
    await expect(migrate({ url, dir })).rejects.toThrow(/3_broken.*prisma migrate resolve/);
    expect(await credits()).toBe(100);
  });

  it('run again when who ran them was killed in the middle', async () => {
    await migrate({ url, dir });
    await write('3_long', 'INSERT INTO account VALUES (2, 5); SELECT pg_sleep(60);');
    const killed = migrate({ url, dir });
    const asleep = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    await vi.waitFor(async () => expect(await query(`SELECT 1 ${asleep}`)).toHaveLength(1));
    const gone = expect(killed).rejects.toThrow('terminat');
    await query(`SELECT pg_terminate_backend(pid) ${asleep}`);
    await gone;

    await writeFile(path.join(dir, '3_long/migration.sql'), 'INSERT INTO account VALUES (2, 5);');
    expect(await migrate({ url, dir })).toEqual(['3_long']);
    expect(await credits()).toBe(105);
  });

  it('go on after a failed one was marked as rolled back and mended', async () => {
    await write('3_limit', 'ALTER TABLE nowhere ADD COLUMN x int;');
    await expect(migrate({ url, dir })).rejects.toThrow('nowhere');

    await withClient(url, (client) =>
      client.query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '3_limit'"),
    );
    await writeFile(path.join(dir, '3_limit/migration.sql'), 'ALTER TABLE account ADD COLUMN x int;');
    expect(await migrate({ url, dir })).toEqual(['3_limit']);
  });

  it('refuse a file that was edited after it had been applied', async () => {
    await migrate({ url, dir });
    await appendFile(path.join(dir, '1_accounts/migration.sql'), '-- one more thought');

    await expect(migrate({ url, dir })).rejects.toThrow(/1_accounts was edited/);
  });

  it('leave alone what a newer release has already applied', async () => {
    await migrate({ url, dir });
    await rm(path.join(dir, '2_grant'), { recursive: true });

    expect(await migrate({ url, dir })).toEqual([]);
  });

  it('build an index while rows go on coming in, and others that start meanwhile wait for it', async () => {
    await migrate({ url, dir });
    await write('3_index', 'CREATE INDEX CONCURRENTLY IF NOT EXISTS "account_credits" ON "account" ("credits");');
    await withClient(url, async (writer) => {
      await writer.query('BEGIN; INSERT INTO account VALUES (2, 7)');
      const starts = [migrate({ url, dir }), migrate({ url, dir }), migrate({ url, dir })];
      await untilBuilding();
      await withClient(url, (other) => other.query("SET lock_timeout = '5s'; INSERT INTO account VALUES (3, 9)"));
      await writer.query('COMMIT');

      expect((await Promise.all(starts)).flat()).toEqual(['3_index']);
    });
    expect(await isValid('account_credits')).toBe(true);
  });

  it('build an index again that was left half-built, without a person', async () => {
    await migrate({ url, dir });
    await write(
      '3_index',
      '-- One each.\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "one_each" ON "account" ("credits");',
    );
    await write('4_later', 'UPDATE account SET credits = 5;');
    await query('INSERT INTO account VALUES (2, 100)');
    await expect(migrate({ url, dir })).rejects.toThrow('one_each');
    expect(await isValid('one_each')).toBe(false);

    await query('DELETE FROM account WHERE id = 2');
    expect(await migrate({ url, dir })).toEqual(['3_index', '4_later']);
    expect(await isValid('one_each')).toBe(true);
    expect(await migrate({ url, dir })).toEqual([]);
  });

  it('go on with an index whose build ended just before its process did', async () => {
    await write('3_index', 'CREATE INDEX CONCURRENTLY IF NOT EXISTS "account_credits" ON "account" ("credits");');
    await write('4_less', 'DROP INDEX CONCURRENTLY IF EXISTS "account_credits";');
    await migrate({ url, dir });
    await query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name IN ('3_index', '4_less')");

    expect(await migrate({ url, dir })).toEqual(['3_index', '4_less']);
    expect(await isValid('account_credits')).toBeUndefined();
  });

  async function query<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await withClient(url, (client) => client.query<Row>(sql, values))).rows;
  }

  async function isValid(index: string): Promise<boolean | undefined> {
    const sql = 'SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)';
    return (await query<{ valid: boolean }>(sql, [index]))[0]?.valid;
  }

  /** The build waits for the transaction that was there before it. */
  function untilBuilding(): Promise<void> {
    const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
      AND query LIKE 'CREATE INDEX%'`;
    return vi.waitFor(async () => expect(await query(sql)).toHaveLength(1));
  }

  async function write(name: string, sql: string): Promise<void> {
    await mkdir(path.join(dir, name));
    await writeFile(path.join(dir, name, 'migration.sql'), sql);
  }

  async function credits(): Promise<number> {
    const { rows } = await withClient(url, (client) =>
      client.query<{ total: string }>('SELECT sum(credits) AS total FROM account'),
    );
    return Number(rows[0]?.total);
  }
});
