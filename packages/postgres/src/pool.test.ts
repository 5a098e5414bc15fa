import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createPool, inTransaction } from './index.ts';

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

/** A way to the database that can be cut: what was open then is heard of no more, and not closed either. */
async function openLine(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const silent = new WeakSet<Socket>();
  const server = createServer((here) => {
    const there = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => !silent.has(from) && to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = new URL(url);
  [here.hostname, here.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  const cut = () => sockets.forEach((socket) => silent.add(socket));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: here.href, cut, close };
}
