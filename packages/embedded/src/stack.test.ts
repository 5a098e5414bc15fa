import { stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { createLogger } from '@modu/logger';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remainingProcesses } from '../testing/owner-process.ts';
import { temporaryDataDir } from '../testing/temporary-data-dir.ts';
import type { Stack } from './index.ts';
import { acquireStack } from './index.ts';
import { chooseFreePort } from './ports.ts';
import { startPostmaster } from './postgres/postmaster.ts';

describe('the embedded stack of a data directory', () => {
  let dir: Awaited<ReturnType<typeof temporaryDataDir>>;
  let stacks: Stack[];
  const acquire = async (want: Partial<Record<'postgres' | 'mongo' | 's3', boolean>> = { postgres: true }) => {
    const wanted = { postgres: false, mongo: false, s3: false, ...want };
    const logger = createLogger({ level: 'fatal' });
    const stack = await acquireStack({ dataDir: dir.path, want: wanted, corsOrigins: [], logger });
    stacks.push(stack);
    return stack;
  };

  beforeEach(async () => {
    dir = await temporaryDataDir();
    stacks = [];
  });
  afterEach(async () => {
    for (const stack of stacks) await stack.stop();
    expect(await remainingProcesses(dir.path)).toEqual([]);
    await dir.remove();
  });

  it('has the same addresses, secrets and rows after a restart', async () => {
    const first = await acquire();
    await query(first.postgresUrl('postgres'), 'CREATE TABLE word AS SELECT $$모두$$ AS word');
    const url = first.postgresUrl('postgres');
    await first.stop();
    await expect(query(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const second = await acquire();

    expect(second.postgresUrl('postgres')).toBe(url);
    expect(second.secrets).toEqual(first.secrets);
    expect(await query(url, 'SELECT word FROM word')).toEqual([{ word: '모두' }]);
  });

  it('speaks UTF-8 and listens on the loopback address only', async () => {
    const stack = await acquire();

    expect(await query(stack.postgresUrl('postgres'), 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(stack.postgresUrl('postgres'), 'SHOW listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
  });

  it('keeps its secrets to its owner', async () => {
    const { secrets } = await acquire({});

    expect((await stat(path.join(dir.path, 'secrets.json'))).mode & 0o777).toBe(0o600);
    for (const secret of [secrets.internalSecret, secrets.authSecret]) {
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    }
    expect(new Set(Object.values(secrets)).size).toBe(5);
  });

  it('is run by one and used by all others; those only let go', async () => {
    const holder = await acquire();
    const attached = await acquire();

    expect([holder.role, attached.role]).toEqual(['holder', 'attached']);
    expect(attached.postgresUrl('jobs')).toBe(holder.postgresUrl('jobs'));
    expect(attached.secrets).toEqual(holder.secrets);

    await attached.stop();
    expect(await query(holder.postgresUrl('postgres'), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('has one holder when two start at the same moment', async () => {
    const started = await Promise.all([acquire(), acquire(), acquire()]);

    expect(started.map(({ role }) => role).sort()).toEqual(['attached', 'attached', 'holder']);
  });

  it('refuses to attach to a holder that does not run what is wanted, and names that process', async () => {
    await acquire({});

    await expect(acquire({ postgres: true })).rejects.toThrow(new RegExp(`process ${process.pid} .*runs no postgres`));
  });

  it('chooses another port when the kept one is taken by a stranger', async () => {
    const before = new URL((await acquire()).postgresUrl('postgres'));
    await stacks[0]?.stop();
    const stranger = net.createServer().listen(Number(before.port), '127.0.0.1');

    const after = await acquire();

    expect(new URL(after.postgresUrl('postgres')).port).not.toBe(before.port);
    expect(await query(after.postgresUrl('postgres'), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    stranger.close();
  });

  it('uses a PostgreSQL server that it finds running on its directory, and leaves it running', async () => {
    const { postgresPassword: password } = (await acquire({})).secrets;
    await stacks[0]?.stop();
    const logger = createLogger({ level: 'fatal' });
    const port = await chooseFreePort();
    const found = await startPostmaster({ dataDir: path.join(dir.path, 'postgres'), port, password, logger });

    const stack = await acquire();
    expect(new URL(stack.postgresUrl('postgres')).port).toBe(String(port));
    await stack.stop();
    expect(await query(stack.postgresUrl('postgres'), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);

    const again = await acquire();
    await found.stop();
    await expect
      .poll(() => query(again.postgresUrl('postgres'), 'SELECT 1 AS alive'), { timeout: 10_000 })
      .toBeDefined();
    expect(new URL(again.postgresUrl('postgres')).port).toBe(String(port));
  });

  it('says what to do when its secrets are damaged, rather than making new ones for old data', async () => {
    await (await acquire()).stop();
    await writeFile(path.join(dir.path, 'secrets.json'), '{"postgresPassword":');

    await expect(acquire()).rejects.toThrow(/secrets\.json is damaged/);
  });

  it('chooses ports anew when what it noted is damaged', async () => {
    await (await acquire()).stop();
    await writeFile(path.join(dir.path, 'stack.json'), 'torn');

    expect(await query((await acquire()).postgresUrl('postgres'), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('has no address for what was not asked for', async () => {
    const stack = await acquire({});

    expect(() => stack.postgresUrl('jobs')).toThrow(/postgres/);
    expect(() => stack.mongoUrl('assets')).toThrow(/mongo/);
    expect(() => stack.s3).toThrow(/s3/);
  });
});

async function query(connectionString: string, sql: string): Promise<object[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
