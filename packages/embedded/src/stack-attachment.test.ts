import { mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDataDir } from '../testing/temporary-data-dir.ts';
import { holdOrAttach, standBy } from './stack-attachment.ts';
import type { StackFacts } from './stack-facts.ts';
import { writeStackFacts } from './stack-facts.ts';

const PATIENCE_MS = 400;
const holder = { pid: process.pid, startedAt: new Date(0).toISOString(), token: 'held' };
const ready: StackFacts = { holder, ready: true, signs: 0, ports: { postgres: 20_001 }, serving: ['postgres'] };

describe('a process beside the holder of a stack', () => {
  let dir: Awaited<ReturnType<typeof temporaryDataDir>>;
  const options = () => ({
    dataDir: dir.path,
    wanted: ['postgres'] as const,
    tryHold: () => Promise.resolve(undefined),
    patienceMs: PATIENCE_MS,
  });
  const standingBy = () => standBy({ ...options(), attached: ready, detached: new AbortController().signal });

  beforeEach(async () => {
    dir = await temporaryDataDir();
    await mkdir(dir.path);
  });
  afterEach(() => dir.remove());

  it('waits for servers that come up slowly, as long as the holder gives signs of life', async () => {
    let signs = 0;
    const sign = () => writeStackFacts(dir.path, { ...ready, ready: signs > 8, signs: (signs += 1) });
    sign();
    const signing = setInterval(sign, PATIENCE_MS / 4);

    expect((await holdOrAttach(options())).facts.ports).toEqual(ready.ports);
    clearInterval(signing);
  });

  it('gives up on one that gives none, and names it', async () => {
    writeStackFacts(dir.path, { ...ready, ready: false });

    await expect(holdOrAttach(options())).rejects.toThrow(
      new RegExp(`process ${process.pid} .*gave no sign of life for 0.4 s`),
    );
  });

  it('says so when the servers that it used stay away', async () => {
    writeStackFacts(dir.path, { ...ready, ready: false });

    await expect(standingBy()).rejects.toThrow(/gave no sign of life/);
  });

  it('says so when the next holder does not run what it uses', async () => {
    writeStackFacts(dir.path, { ...ready, serving: [] });

    await expect(standingBy()).rejects.toThrow(/runs no postgres/);
  });
});
