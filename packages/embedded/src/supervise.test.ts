import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@modu/logger';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryDataDir } from '../testing/temporary-data-dir.ts';
import { PortBusy } from './child.ts';
import type { Liveness } from './liveness.ts';
import { pingHttp } from './pings.ts';
import { chooseFreePort, isPortFree } from './ports.ts';
import { startServerProcess } from './server-process.ts';
import type { Supervised } from './supervise.ts';
import { supervise } from './supervise.ts';

const MAIN = new URL('../testing/acknowledging-server.ts', import.meta.url);
const logger = createLogger({ level: 'fatal' });

describe('a supervised server', () => {
  let port: number;
  let dir: Awaited<ReturnType<typeof temporaryDataDir>>;
  let server: Supervised | undefined;
  const failures: Error[] = [];
  const start = (extra: object = {}) =>
    startServerProcess({ main: MAIN, options: { dir: dir.path, port, ...extra }, logger });
  const supervised = async (restartsMax = 5, liveness?: Partial<Liveness>) => {
    const onFailed = (error: Error) => void failures.push(error);
    const ping = liveness && { ping: pingHttp, liveness };
    server = await supervise({ name: 'server', start: () => start(), logger, onFailed, restartsMax, ...ping });
    return server;
  };

  beforeEach(async () => {
    dir = await temporaryDataDir();
    port = await chooseFreePort();
    failures.length = 0;
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await dir.remove();
  });

  it('comes back on the same port after kill -9, with every write it acknowledged', async () => {
    const { child } = await supervised();
    const kept = await fetch(`http://127.0.0.1:${port}/42`, { method: 'POST' });
    expect(await kept.text()).toBe('kept');

    const { pid } = child();
    process.kill(pid, 'SIGKILL');

    await vi.waitUntil(() => child().pid !== pid, { timeout: 10_000 });
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('/42\n');
    expect(failures).toEqual([]);
  });

  it('that hangs is ended and started again', { timeout: 30_000 }, async () => {
    const { child } = await supervised(5, { everyMs: 100, timeoutMs: 500, missesMax: 3 });
    const { pid } = child();

    process.kill(pid, 'SIGSTOP');

    await vi.waitUntil(() => child().pid !== pid, { timeout: 20_000 });
    expect((await fetch(`http://127.0.0.1:${port}/42`, { method: 'POST' })).status).toBe(200);
    expect(failures).toEqual([]);
  });

  it('is given up, once and with the reason, when it ends too often', async () => {
    const { child } = await supervised(2);

    for (let kills = 0; kills < 3; kills += 1) {
      const { pid } = child();
      process.kill(pid, 'SIGKILL');
      await vi.waitUntil(() => child().pid !== pid || failures.length > 0, { timeout: 10_000 });
    }

    await vi.waitUntil(() => failures.length > 0, { timeout: 10_000 });
    expect(failures.map(({ message }) => message)).toEqual([expect.stringMatching(/server ended 3 times.*SIGKILL/)]);
  });

  it('stays down once it was stopped, also in the middle of a restart', async () => {
    const { child, stop } = await supervised();
    process.kill(child().pid, 'SIGKILL');
    await child().exited;

    await stop();

    await sleep(300); // Longer than the first wait before a restart.
    expect(await isPortFree(port)).toBe(true);
  });

  it('is killed when it does not end by itself', { timeout: 20_000 }, async () => {
    const hanging = await start({ crash: 'never ends' });

    await hanging.stop();

    expect(await hanging.exited).toContain('SIGKILL');
  });

  it('that cannot start says why', async () => {
    await expect(start({ crash: 'before ready' })).rejects.toThrow(/this server never gets ready/);

    await supervised();
    await expect(start()).rejects.toThrow(PortBusy);
  });
});
