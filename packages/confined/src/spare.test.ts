import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { converse, createSpare, startConfined } from './index.ts';
import type { Begun } from './index.ts';

const MEGABYTE = 1_048_576;
const walls = { main: new URL('../testing/inside-fixture.ts', import.meta.url), memoryBytesMax: 200 * MEGABYTE };
let started: Begun[] = [];

afterEach(async () => {
  await Promise.all(started.map((one) => one.end()));
  started = [];
});

async function start(): Promise<Begun> {
  const child = await startConfined(walls);
  const begun = { child, end: () => Promise.resolve(void child.kill('SIGKILL')) };
  started.push(begun);
  return begun;
}

const spareOf = (over: object = {}) =>
  createSpare({ start, idleMs: 60_000, memoryBytesMax: walls.memoryBytesMax, ...over });

const isOver = ({ child }: Begun) => child.exitCode !== null || child.signalCode !== null;

describe('a process that waits ready', () => {
  it('does what is asked of whoever takes it, and nobody else has it', async () => {
    const spare = spareOf();
    expect(await spare.take()).toBeNull();
    spare.renew();
    spare.renew();
    const [taken, none] = await Promise.all([spare.take(), spare.take()]);
    const told: unknown[] = [];
    const answer = (news: unknown) => Promise.resolve(told.push(news));
    const signal = new AbortController().signal;

    await converse(
      { ...walls, stepTimeoutMs: 10_000 },
      { order: { deed: 'count' }, signal, answer, child: taken!.child },
    );

    expect(told).toEqual([1, 2, 3]);
    expect([none, await spare.take(), started.length]).toEqual([null, null, 1]);
  });

  it('may die while it waits: then none waits, and the next may', async () => {
    const spare = spareOf();
    spare.renew();
    await expect.poll(() => started.length).toBe(1);
    started[0]!.child.kill('SIGKILL');
    await once(started[0]!.child, 'exit');

    expect(await spare.take()).toBeNull();
    spare.renew();
    expect(await spare.take()).toBe(started[1]);
  });

  it('that could not be started is none', async () => {
    const spare = spareOf({ start: () => Promise.reject(new Error('no process is left')) });
    spare.renew();

    expect(await spare.take()).toBeNull();
  });

  it('is ended when nobody takes it for long, or nobody will', async () => {
    const [left, closed] = [spareOf({ idleMs: 50 }), spareOf()];
    left.renew();
    await expect.poll(() => started.some(isOver)).toBe(true);
    expect(await left.take()).toBeNull();

    closed.renew();
    await closed.close();
    await expect.poll(() => started.length === 2 && started.every(isOver)).toBe(true);
    closed.renew();
    expect(await closed.take()).toBeNull();
    expect(started.length).toBe(2);
  });

  it.runIf(process.platform === 'linux')('is ended when it grows too large while it waits', async () => {
    const spare = spareOf({ memoryBytesMax: MEGABYTE });
    spare.renew();

    await expect.poll(() => started.length === 1 && started.every(isOver)).toBe(true);
    expect(await spare.take()).toBeNull();
  });
});
