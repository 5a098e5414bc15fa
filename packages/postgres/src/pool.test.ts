import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPool } from './index.ts';

describe('a pool', () => {
  let pool: pg.Pool;
  const open = (statementTimeoutMs: number) =>
    createPool({ url: inject('testStack').postgresUrl, applicationName: 'pool-test', statementTimeoutMs });
  beforeAll(() => {
    pool = open(30_000);
  });
  afterAll(() => pool.end());

  it('reads bigint as an exact number, and refuses one that a number cannot hold', async () => {
    const { rows } = await pool.query(
      'SELECT 9007199254740991::bigint AS credits, count(*) AS rows FROM (VALUES (1)) v',
    );
    expect(rows).toEqual([{ credits: 9007199254740991, rows: 1 }]);

    await expect(pool.query('SELECT 9007199254740993::bigint')).rejects.toThrow(RangeError);
    await expect(pool.query('SELECT 1 AS alive')).resolves.toMatchObject({ rows: [{ alive: 1 }] });
  });

  it('is known to the server by its name', async () => {
    const { rows } = await pool.query("SELECT current_setting('application_name') AS name");
    expect(rows).toEqual([{ name: 'pool-test' }]);
  });

  it('ends a statement at its deadline', async () => {
    const hurried = open(200);
    await expect(hurried.query('SELECT 1 FROM pg_sleep(30)')).rejects.toMatchObject({ code: '57014' });
    await hurried.end();
  });
});
