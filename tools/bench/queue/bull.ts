import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

interface Load {
  readonly perSecond: number;
  readonly seconds: number;
  readonly count: number;
}

/** The same with BullMQ on a Redis of its own that writes every change to the disk, as PostgreSQL does; undefined where no `redis-server` is installed. */
export async function measureBull({
  perSecond,
  seconds,
  count,
}: Load): Promise<{ readonly waits: number[]; readonly perSecond: number } | undefined> {
  const redis = await startRedis();
  if (!redis) return undefined;
  try {
    return { waits: await starts(redis.port, { perSecond, seconds }), perSecond: await throughput(redis.port, count) };
  } finally {
    for (const connection of connections) connection.disconnect();
    await redis.stop();
  }
}

const connections: Redis[] = [];

function connect(port: number): Redis {
  const connection = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null });
  connections.push(connection);
  return connection;
}

async function starts(port: number, { perSecond, seconds }: Omit<Load, 'count'>): Promise<number[]> {
  const queue = new Queue('starts', { connection: connect(port) });
  const waits: number[] = [];
  const sentAt = new Map<number, number>();
  const run = async ({ data }: { data: { n: number } }) =>
    void waits.push(performance.now() - (sentAt.get(data.n) ?? 0));
  const worker = new Worker('starts', run, { connection: connect(port), concurrency: 20 });
  await worker.waitUntilReady();
  const startedAt = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    await delay(Math.max(0, startedAt + (n * 1_000) / perSecond - performance.now()));
    sentAt.set(n, performance.now());
    void queue.add('one', { n });
  }
  while (waits.length < perSecond * seconds) await delay(20);
  await worker.close();
  await queue.close();
  return waits;
}

async function throughput(port: number, count: number): Promise<number> {
  const queue = new Queue('many', { connection: connect(port) });
  for (let from = 0; from < count; from += 500)
    await queue.addBulk(Array.from({ length: 500 }, (_, n) => ({ name: 'one', data: { n: from + n } })));
  let done = 0;
  const startedAt = performance.now();
  const worker = new Worker('many', async () => void (done += 1), { connection: connect(port), concurrency: 100 });
  while (done < count) await delay(5);
  const perSecond = count / ((performance.now() - startedAt) / 1_000);
  await worker.close();
  await queue.close();
  return perSecond;
}

async function startRedis(): Promise<{ readonly port: number; stop(): Promise<void> } | undefined> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'modu-bench-redis-'));
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always'];
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--maxmemory-policy',
    'noeviction',
    ...durable,
  ];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  const stop = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    rmSync(dir, { recursive: true, force: true });
  };
  const missing = once(child, 'error').then(() => true);
  if (await Promise.race([missing, delay(1_000, false)])) {
    rmSync(dir, { recursive: true, force: true });
    return undefined;
  }
  return { port, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
