import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { openLine } from '../testing/line.ts';
import { createPool, inTransaction, withClient } from './index.ts';

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

  it('gives up a connection that has gone silent, and goes on with another', async () => {
    const line = await openLine(inject('testStack').postgresUrl);
    const patient = createPool({ url: line.url, applicationName: 'pool-test', statementTimeoutMs: 100 });
    await patient.query('SELECT 1');
    line.cut();

    await expect(patient.query('SELECT 1')).rejects.toThrow('Query read timeout');
    await expect(patient.query('SELECT 1 AS alive')).resolves.toMatchObject({ rows: [{ alive: 1 }] });

    line.close();
    await patient.end();
  });

  it('does not hand a connection that has gone silent to the next, even when it was given back as if it were whole', async () => {
    const line = await openLine(inject('testStack').postgresUrl);
    const patient = createPool({ url: line.url, applicationName: 'pool-test', statementTimeoutMs: 100 });
    const client = await patient.connect();
    line.cut();
    await expect(client.query('SELECT 1')).rejects.toThrow('Query read timeout');
    client.release();

    await expect(patient.query('SELECT 1 AS alive')).resolves.toMatchObject({ rows: [{ alive: 1 }] });

    line.close();
    await patient.end();
  });

  it('gives up a transaction whose connection has gone silent, without asking it to roll back', async () => {
    const line = await openLine(inject('testStack').postgresUrl);
    const patient = createPool({ url: line.url, applicationName: 'pool-test', statementTimeoutMs: 100 });
    const asked: string[] = [];
    const silent = inTransaction(patient, async (client) => {
      line.cut();
      const query = client.query.bind(client) as (text: string) => Promise<unknown>;
      vi.spyOn(client, 'query').mockImplementation(((text: string) => (asked.push(text), query(text))) as never);
      await client.query('SELECT 1');
    });

    await expect(silent).rejects.toThrow('Query read timeout');
    expect(asked).toEqual(['SELECT 1']);

    line.close();
    await patient.end();
  });
});

describe('a connection of its own', () => {
  it('fails when its server has gone silent, instead of waiting for ever', async () => {
    const line = await openLine(inject('testStack').postgresUrl);
    const asking = withClient(
      line.url,
      async (client) => {
        line.cut();
        await client.query('SELECT 1');
      },
      { statementTimeoutMs: 100 },
    );

    await expect(asking).rejects.toThrow('Query read timeout');
    line.close();
  });
});
