import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { canCloseNetwork, converse } from './index.ts';

const main = new URL('../testing/inside-fixture.ts', import.meta.url);
const hasNamespaces = await canCloseNetwork();
const confinement = { main, memoryBytesMax: 200 * 1_048_576, stepTimeoutMs: 10_000 };
const signal = new AbortController().signal;
const nothing = () => Promise.resolve(null);

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a process of its own', () => {
  it('tells its news one at a time, each when the one before is answered', async () => {
    const told: string[] = [];
    const answer = async (news: number) => {
      told.push(`${news} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      told.push(`${news} ends`);
    };

    await converse(confinement, { order: { deed: 'count' }, signal, answer });

    expect(told).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  it('is ended when it takes too long, dies or is not wanted any more', async () => {
    const on = (deed: string, over: object = {}) =>
      converse({ ...confinement, ...over }, { order: { deed }, signal, answer: nothing });
    const stopping = new AbortController();
    const stopped = converse(confinement, { order: { deed: 'sleep' }, signal: stopping.signal, answer: nothing });
    stopping.abort(new Error('canceled'));

    await expect(stopped).rejects.toThrow('canceled');
    await expect(on('sleep', { stepTimeoutMs: 300 })).rejects.toMatchObject({ code: 'TIMED_OUT' });
    await expect(on('die')).rejects.toMatchObject({ code: 'CRASHED' });
  });

  it('is ended when whoever started it is killed, also in the middle of what never ends', async () => {
    const parent = spawn(process.execPath, [fileURLToPath(new URL('../testing/orphaning-parent.ts', import.meta.url))]);
    const [told] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(told.toString());
    expect(isAlive(pid)).toBe(true);

    parent.kill('SIGKILL');

    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it('starts no thread of its own, unless it is let', async () => {
    const told: unknown[] = [];
    const talk = { order: { deed: 'thread' }, signal, answer: (news: unknown) => Promise.resolve(told.push(news)) };
    await converse(confinement, talk);
    await converse({ ...confinement, workers: true }, talk);

    expect(told).toEqual(['ERR_ACCESS_DENIED', 'started']);
  });

  it.runIf(process.platform === 'linux')('is ended when it grows too large, also outside its heap', async () => {
    const hoarding = converse(confinement, { order: { deed: 'hoard' }, signal, answer: nothing });

    await expect(hoarding).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('reads the code of the product and what it is given: no file beside that, nothing of the process that started it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'modu-confined-'));
    try {
      const [given, beside] = [join(folder, 'given'), join(folder, 'given beside')];
      writeFileSync(given, 'for you');
      writeFileSync(beside, 'for others');
      const told: unknown[] = [];
      const answer = (news: unknown) => Promise.resolve(told.push(news));

      await converse(
        { ...confinement, reads: [given] },
        { order: { deed: 'read', paths: [given, beside] }, signal, answer },
      );

      expect(told).toEqual([['for you', 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED']]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.runIf(hasNamespaces)('reaches no network where namespaces can be had', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const told: unknown[] = [];
      const answer = (news: unknown) => Promise.resolve(told.push(news));

      await converse(confinement, { order: { deed: 'connect', port }, signal, answer });

      expect(told).toEqual(['ENETUNREACH']);
    } finally {
      server.close();
    }
  });

  it('is timed no more when an answer comes after its end', async () => {
    const stopping = new AbortController();
    const late = Promise.withResolvers<null>();
    const answer = () => {
      stopping.abort(new Error('canceled'));
      return late.promise;
    };
    const order = { deed: 'count' };
    await expect(converse(confinement, { order, signal: stopping.signal, answer })).rejects.toThrow('canceled');

    const timed = vi.spyOn(globalThis, 'setTimeout');
    late.resolve(null);
    await setImmediate();

    expect(timed.mock.calls.filter(([, ms]) => ms === confinement.stepTimeoutMs)).toEqual([]);
    timed.mockRestore();
  });

  it('takes compiled code from a folder of its own, and can write nothing there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'modu-confined-'));
    try {
      const told: unknown[] = [];
      const answer = (news: unknown) => Promise.resolve(told.push(news));
      const compiled = mkdtempSync(join(folder, 'code-'));
      for (const deed of ['keep code', 'write'] as const)
        await converse({ ...confinement, compiled }, { order: { deed, folder: compiled }, signal, answer });

      expect(told[0]).toBeGreaterThan(0);
      expect(told[1]).toMatchObject(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', {}]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('writes only where it is told, and knows nothing of the environment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'modu-confined-'));
    try {
      const told: unknown[] = [];
      const answer = (news: unknown) => Promise.resolve(told.push(news));
      const order = { deed: 'write', folder };
      await converse({ ...confinement, folder }, { order, signal, answer });
      await converse(confinement, { order, signal, answer });

      expect(told).toMatchObject([
        ['written', 'ERR_ACCESS_DENIED', expect.not.objectContaining({ PATH: expect.anything() as unknown })],
        ['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', {}],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
