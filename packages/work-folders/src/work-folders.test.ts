import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inWorkFolder, makeWorkFolder, sweepWorkFolders } from './index.ts';
import { formatName, ownName } from './process-name.ts';

const WORKER = fileURLToPath(new URL('../testing/worker.ts', import.meta.url));
const DAY_MS = 24 * 3_600_000;
let parent: string;
beforeEach(() => void (parent = mkdtempSync(join(tmpdir(), 'modu-folders-'))));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const homeName = () => `modu-work-${process.getuid?.()}`;

async function startWorker() {
  const child = fork(WORKER, [parent], { stdio: 'inherit' });
  const [path] = (await once(child, 'message')) as [string];
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { path, kill };
}

describe('the folders of work', () => {
  it('are there while something is done in them, and nobody else may look into them', async () => {
    const path = await inWorkFolder('recording', (folder) => {
      expect(statSync(dirname(dirname(folder))).mode & 0o077).toBe(0);
      return Promise.resolve(folder);
    });
    const failing = inWorkFolder('recording', (folder) => Promise.reject(new Error(folder)));

    expect(existsSync(path)).toBe(false);
    const where = await failing.catch((error: Error) => error.message);
    expect(where).toContain('recording-');
    expect(existsSync(String(where))).toBe(false);
  });

  it('of a process that was killed are swept; of one that works they stay', async () => {
    const [killed, working] = [await startWorker(), await startWorker()];
    const own = await makeWorkFolder('document', { parent });
    try {
      await killed.kill();

      expect(await sweepWorkFolders({ parent })).toBe(1);
      expect([killed.path, working.path, own.path].map((path) => existsSync(path))).toEqual([false, true, true]);
    } finally {
      await working.kill();
    }
    expect(await sweepWorkFolders({ parent })).toBe(1);
    expect(readdirSync(join(parent, homeName()))).toEqual([formatName(ownName())]);
  });

  it.runIf(process.platform === 'linux')('of a process whose number another has by now are swept', async () => {
    const { path } = await makeWorkFolder('document', { parent });
    const earlier = join(dirname(dirname(path)), formatName({ ...ownName(), began: '1' }));
    mkdirSync(join(earlier, 'document-abc'), { recursive: true });

    expect(await sweepWorkFolders({ parent })).toBe(1);
    expect([existsSync(earlier), existsSync(path)]).toEqual([false, true]);
  });

  it('of another container stay for a day, for nobody here can tell whether it works', async () => {
    const { path } = await makeWorkFolder('document', { parent });
    const elsewhere = join(dirname(dirname(path)), formatName({ namespace: '77', pid: 1, began: '5' }));
    mkdirSync(elsewhere);
    expect(await sweepWorkFolders({ parent })).toBe(0);
    const yesterday = new Date(Date.now() - DAY_MS - 60_000);
    utimesSync(elsewhere, yesterday, yesterday);

    expect(await sweepWorkFolders({ parent })).toBe(1);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('are neither made nor swept where someone else was first', async () => {
    const [home, target] = [join(parent, homeName()), join(parent, 'of someone else')];
    mkdirSync(join(target, '1-1-1'), { recursive: true });
    symlinkSync(target, home);
    await expect(sweepWorkFolders({ parent })).rejects.toThrow('does not belong');
    await expect(makeWorkFolder('document', { parent })).rejects.toThrow('does not belong');
    rmSync(home);
    mkdirSync(home);
    chmodSync(home, 0o777);

    await expect(makeWorkFolder('document', { parent })).rejects.toThrow('does not belong');
    expect(existsSync(join(target, '1-1-1'))).toBe(true);
  });

  it('leave alone what is no folder of a process', async () => {
    const { path } = await makeWorkFolder('document', { parent });
    const strange = join(dirname(dirname(path)), 'notes');
    mkdirSync(strange);

    expect(await sweepWorkFolders({ parent })).toBe(0);
    expect(existsSync(strange)).toBe(true);
  });
});
