import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnerProcess } from '../testing/owner-process.ts';
import { canMakeUserNamespaces, processesOf, remainingProcesses, startOwner } from '../testing/owner-process.ts';
import { temporaryDataDir } from '../testing/temporary-data-dir.ts';

describe('when a process of the stack is killed', { timeout: 60_000 }, () => {
  let dir: Awaited<ReturnType<typeof temporaryDataDir>>;
  let owners: OwnerProcess[];
  const start = async () => {
    const owner = startOwner(dir.path);
    owners.push(owner);
    return { owner, ...(await owner.next()) };
  };

  beforeEach(async () => {
    dir = await temporaryDataDir();
    owners = [];
  });
  afterEach(async () => {
    for (const owner of owners) owner.kill('SIGTERM');
    expect(await remainingProcesses(dir.path)).toEqual([]);
    await dir.remove();
  });

  it('kill -9 of the owner orphans nothing, and the next start finds every acknowledged write', async () => {
    const { owner, postgresUrl } = await start();
    const acknowledged = await writeUntilDisconnected(postgresUrl, () => owner.kill('SIGKILL'));

    expect(await remainingProcesses(dir.path)).toEqual([]);

    const healed = await start();
    expect(healed).toMatchObject({ role: 'holder', postgresUrl });
    expect(await countOf(postgresUrl)).toBeGreaterThanOrEqual(acknowledged);
  });

  it('kill -9 of the owner with an immediate restart heals just the same', async () => {
    const { owner, postgresUrl } = await start();
    owner.kill('SIGKILL');

    expect(await start()).toMatchObject({ role: 'holder', postgresUrl });
  });

  it('kill -9 of PostgreSQL: it is started again at the same address with every acknowledged write', async () => {
    const { postgresUrl } = await start();
    const postmaster = pidOf(/native\/bin\/postgres -D/, /guard/);

    const acknowledged = await writeUntilDisconnected(postgresUrl, () => process.kill(postmaster, 'SIGKILL'));

    await vi.waitFor(() => countOf(postgresUrl), { timeout: 20_000, interval: 50 });
    expect(await countOf(postgresUrl)).toBeGreaterThanOrEqual(acknowledged);
  });

  it('kill -9 of the guard: PostgreSQL ends by itself and is started again', async () => {
    const { postgresUrl } = await start();
    await writeOne(postgresUrl);
    const postmaster = pidOf(/native\/bin\/postgres -D/, /guard/);

    process.kill(pidOf(/guard/), 'SIGKILL');

    await vi.waitUntil(() => pidOrNone(/native\/bin\/postgres -D/, /guard/) !== postmaster, { timeout: 20_000 });
    await vi.waitFor(() => countOf(postgresUrl), { timeout: 20_000, interval: 50 });
  });

  it('Ctrl-C ends the owner in its own order and leaves nothing running', async () => {
    const { owner } = await start();

    owner.pressCtrlC();

    expect(await owner.ended).toEqual([0, null]);
    expect(processesOf(dir.path)).toEqual([]);
  });

  it('an attached process takes over from an owner that was killed, at the same address', async () => {
    const first = await start();
    const second = await start();
    expect(second.role).toBe('attached');
    await writeOne(first.postgresUrl);

    first.owner.kill('SIGKILL');

    expect(await second.owner.next()).toEqual({
      event: 'took over',
      role: 'holder',
      postgresUrl: first.postgresUrl,
    });
    expect(await countOf(first.postgresUrl)).toBe(1);
  });

  it.runIf(canMakeUserNamespaces())('root may keep its data where no other user can go', async () => {
    await dir.remove();
    dir = await temporaryDataDir(0o700);

    const { owner, postgresUrl } = await start();
    await writeOne(postgresUrl);
    owner.kill('SIGKILL');
    expect(await remainingProcesses(dir.path)).toEqual([]);

    await start();
    expect(await countOf(postgresUrl)).toBe(1);
  });

  function pidOf(command: RegExp, butNot?: RegExp): number {
    const pid = pidOrNone(command, butNot);
    if (pid === undefined) throw new Error(`no process ${String(command)}:\n${processesOf(dir.path).join('\n')}`);
    return pid;
  }

  function pidOrNone(command: RegExp, butNot = /^$/): number | undefined {
    const line = processesOf(dir.path).find((entry) => command.test(entry) && !butNot.test(entry));
    return line === undefined ? undefined : Number.parseInt(line, 10);
  }
});

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Writes rows one by one, pulls the plug after the hundredth, and counts what the server had acknowledged by then. */
function writeUntilDisconnected(url: string, pullThePlug: () => void): Promise<number> {
  return withClient(url, async (client) => {
    await client.query('CREATE TABLE entry (id int)');
    for (let acknowledged = 0; ; acknowledged += 1) {
      if (acknowledged === 100) pullThePlug();
      const kept = await client.query('INSERT INTO entry VALUES ($1)', [acknowledged]).catch(() => undefined);
      if (!kept) return acknowledged;
    }
  });
}

async function writeOne(url: string): Promise<void> {
  await withClient(url, (client) => client.query('CREATE TABLE entry (id int); INSERT INTO entry VALUES (1)'));
}

async function countOf(url: string): Promise<number> {
  const count = (client: pg.Client) => client.query<{ rows: number }>('SELECT count(*)::int AS rows FROM entry');
  return (await withClient(url, count)).rows[0]?.rows ?? 0;
}
