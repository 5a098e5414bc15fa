import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createDatabaseIfMissing, createPool, dropDatabase, inTransaction, withDatabase } from './index.ts';

describe('a transaction', () => {
  let url: string;
  let pool: pg.Pool;
  beforeAll(async () => {
    url = withDatabase(inject('testStack').postgresUrl, `transaction-${randomUUID()}`);
    await createDatabaseIfMissing(url);
    pool = createPool({ url, applicationName: 'transaction-test', max: 8 });
    await pool.query('CREATE TABLE account (id int PRIMARY KEY, credits bigint NOT NULL)');
  });
  beforeEach(() => pool.query('TRUNCATE account; INSERT INTO account VALUES (1, 0), (2, 0)'));
  afterAll(async () => {
    await pool.end();
    await dropDatabase(url);
  });

  const creditsOf = async (id: number) =>
    (await pool.query<{ credits: number }>('SELECT credits FROM account WHERE id = $1', [id])).rows[0]?.credits;

  it('keeps all of its work, or none when the work throws', async () => {
    await inTransaction(pool, (client) => client.query('UPDATE account SET credits = 5 WHERE id = 1'));

    const failing = inTransaction(pool, async (client) => {
      await client.query('UPDATE account SET credits = 999 WHERE id = 1');
      throw new Error('out of credits');
    });

    await expect(failing).rejects.toThrow('out of credits');
    expect(await creditsOf(1)).toBe(5);
  });

  it('runs again after a serialization failure, so that no update is lost', async () => {
    const increment = () =>
      inTransaction(
        pool,
        async (client) => {
          const { rows } = await client.query<{ credits: number }>('SELECT credits FROM account WHERE id = 1');
          await client.query('UPDATE account SET credits = $1 WHERE id = 1', [(rows[0]?.credits ?? 0) + 1]);
        },
        { isolation: 'serializable', attemptsMax: 50 },
      );

    await Promise.all(Array.from({ length: 6 }, increment));
    expect(await creditsOf(1)).toBe(6);
  });

  it('runs again after a deadlock', async () => {
    let arrived = 0;
    const both = Promise.withResolvers<void>();
    const transfer = (from: number, to: number) =>
      inTransaction(pool, async (client) => {
        await client.query('UPDATE account SET credits = credits + 1 WHERE id = $1', [from]);
        arrived += 1;
        if (arrived === 2) both.resolve();
        await both.promise; // Each holds its first row before it reaches for the other's.
        await client.query('UPDATE account SET credits = credits + 1 WHERE id = $1', [to]);
      });

    await Promise.all([transfer(1, 2), transfer(2, 1)]);
    expect([await creditsOf(1), await creditsOf(2)]).toEqual([2, 2]);
    expect(arrived).toBeGreaterThan(2);
  });

  it('gives up after its attempts', async () => {
    let attempts = 0;
    const hopeless = inTransaction(
      pool,
      async (client) => {
        attempts += 1;
        await client.query("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
      },
      { attemptsMax: 3 },
    );

    await expect(hopeless).rejects.toThrow('again');
    expect(attempts).toBe(3);
  });

  it('survives the loss of its connection: the work fails, the pool goes on', async () => {
    const killed = inTransaction(pool, async (client) => {
      await client.query('SELECT 1 FROM pg_terminate_backend(pg_backend_pid())');
    });

    await expect(killed).rejects.toThrow();
    await expect(inTransaction(pool, (client) => client.query('SELECT 1'))).resolves.toBeDefined();
  });
});
