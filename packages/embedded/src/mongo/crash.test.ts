import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('./main.ts', import.meta.url));

async function startChild(dir: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [entry, JSON.stringify({ dir, port })], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const [line] = (await once(lines, 'line', { signal: AbortSignal.timeout(20_000) })) as [string];
  const said = JSON.parse(line) as { ready: boolean; port: number };
  expect(said.ready).toBe(true);
  return { child, port: said.port };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit', { signal: AbortSignal.timeout(10_000) })) as [number | null];
  return code;
}

describe('the server as a child process', () => {
  let dir = '';
  let child: ChildProcess;
  let port = 0;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'embedded-mongo-crash-'));
    ({ child, port } = await startChild(dir, 0));
  });
  afterEach(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(dir, { recursive: true });
  });

  it('loses no acknowledged write to kill -9, and the same client goes on', async () => {
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 15_000,
    });
    const images = client.db('crash').collection('images');
    await images.createIndex({ n: 1 }, { unique: true });
    const acknowledged = new Set<number>();
    let isRunning = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = writer; isRunning; n += 8) {
        try {
          await images.insertOne({ n, twin: n });
          acknowledged.add(n);
          if (n % 3 === 0) await images.updateOne({ n }, { $set: { changed: true } });
        } catch {
          return;
        }
      }
    });
    await expect.poll(() => acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(300);
    child.kill('SIGKILL');
    await once(child, 'exit');
    isRunning = false;
    await Promise.all(writers);

    ({ child } = await startChild(dir, port));
    const kept = new Set(await images.distinct('n'));
    expect([...acknowledged].filter((n) => !kept.has(n))).toEqual([]);
    expect(await images.countDocuments({ n: { $gte: 0 } })).toBe(await images.estimatedDocumentCount());
    const [first = 0] = acknowledged;
    await expect(images.insertOne({ n: first })).rejects.toMatchObject({ code: 11000 });
    await client.close();
  });

  it('ends by itself when its parent goes away (its stdin closes)', async () => {
    child.stdin?.end();
    expect(await endOf(child)).toBe(0);
  });

  it('ends cleanly on SIGTERM, with clients connected', async () => {
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`);
    await client.db('crash').collection('images').insertOne({ n: 1 });
    child.kill('SIGTERM');
    expect(await endOf(child)).toBe(0);
    await client.close();
  });
});
