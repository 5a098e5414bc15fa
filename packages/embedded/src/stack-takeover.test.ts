import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnerProcess } from '../testing/owner-process.ts';
import { processesOf, remainingProcesses, startOwner } from '../testing/owner-process.ts';
import { temporaryDataDir } from '../testing/temporary-data-dir.ts';
import { isPortFree } from './ports.ts';

/** Longer than anybody waits for a port whose holder nobody knows. */
const SLOW_CHECKPOINT_MS = 7_000;

describe('when the owner of a stack is killed', { timeout: 90_000 }, () => {
  let dir: Awaited<ReturnType<typeof temporaryDataDir>>;
  let owners: OwnerProcess[];
  let strangers: net.Server[];
  const start = async () => {
    const owner = startOwner(dir.path);
    owners.push(owner);
    return { owner, ...(await owner.next()) };
  };

  beforeEach(async () => {
    dir = await temporaryDataDir();
    owners = [];
    strangers = [];
  });
  afterEach(async () => {
    for (const owner of owners) owner.kill('SIGCONT');
    for (const owner of owners) owner.kill('SIGTERM');
    for (const stranger of strangers) stranger.close();
    expect(await remainingProcesses(dir.path)).toEqual([]);
    await dir.remove();
  });

  it('its PostgreSQL is waited for while it writes its last checkpoint, so that all keep their address', async () => {
    const first = await start();
    const [second, third] = [await start(), await start()];
    const checkpointer = childOf(postmaster(), /checkpointer/);

    process.kill(checkpointer, 'SIGSTOP');
    first.owner.kill('SIGKILL');
    await sleep(SLOW_CHECKPOINT_MS);
    process.kill(checkpointer, 'SIGCONT');

    const taken = await Promise.race([second.owner.next(), third.owner.next()]);
    expect(taken).toMatchObject({ event: 'took over', postgresUrl: first.postgresUrl });
    await vi.waitFor(() => ask(first.postgresUrl), { timeout: 20_000, interval: 100 });
  });

  it('and a stranger took its port: who is attached learns that the next holder serves elsewhere, and says so', async () => {
    const attached = await startSleepingBesideDeadOwner();
    const next = await start();
    expect(next.postgresUrl).not.toBe(attached.postgresUrl);

    attached.owner.kill('SIGCONT');

    const { event, message } = await attached.owner.next();
    expect([event, message]).toEqual([
      'failed',
      expect.stringMatching(/postgres .*port \d+ .*start this process anew/),
    ]);
  });

  it('and a stranger took its port: who takes over at another one says so, since its own addresses are of before', async () => {
    const attached = await startSleepingBesideDeadOwner();

    attached.owner.kill('SIGCONT');

    const { event, message } = await attached.owner.next();
    expect([event, message]).toEqual([
      'failed',
      expect.stringMatching(/postgres .*port \d+ .*start this process anew/),
    ]);
  });

  /** An attached process that saw nothing of the end of the owner, nor of the stranger on its port. */
  async function startSleepingBesideDeadOwner() {
    const { owner } = await start();
    const attached = await start();
    const port = Number(new URL(attached.postgresUrl).port);
    attached.owner.kill('SIGSTOP');
    owner.kill('SIGKILL');
    await vi.waitUntil(() => isPortFree(port), { timeout: 20_000 });
    const stranger = net.createServer().listen(port, '127.0.0.1');
    strangers.push(stranger);
    await once(stranger, 'listening');
    return attached;
  }

  function postmaster(): number {
    const line = processesOf(dir.path).find((entry) => /native\/bin\/postgres -D/.test(entry) && !/guard/.test(entry));
    return Number.parseInt(line ?? '', 10);
  }
});

function childOf(parent: number, command: RegExp): number {
  const all = execFileSync('ps', ['-Ao', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  const child = all.find((line) => Number(line.trim().split(/\s+/)[1]) === parent && command.test(line));
  return Number.parseInt(child ?? '', 10);
}

async function ask(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => {});
  }
}
