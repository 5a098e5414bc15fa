import { once } from 'node:events';
import { createConnection } from 'node:net';
import { gateway } from '@modu/gateway';
import { createLogger } from '@modu/logger';
import { defineModule } from '@modu/module';
import { createTaskQueue, defineConsumer, defineTask, QUICK_TIMINGS, startWorker } from '@modu/tasks';
import type { TaskQueue, Worker } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { startHost } from './host.ts';

const task = defineTask({ name: 'test.long', schema: z.object({}), retryLimit: 0 });
const logger = createLogger({ level: 'silent' });

let database: Awaited<ReturnType<typeof testDatabase>>;
let queue: TaskQueue;
let worker: Worker | undefined;

beforeAll(async () => {
  database = await testDatabase('stopping');
  queue = await createTaskQueue({ databaseUrl: database.url, logger, supervise: false, timings: QUICK_TIMINGS });
});

afterAll(async () => {
  await queue.close();
  await database.drop();
});

/** Runs the one task until it is told to stop. */
const workers = defineModule({
  name: 'jobs-tasks',
  settings: z.object({}),
  needs: [],
  start: async () => {
    const run = (_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<void>((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      );
    const started = await startWorker({
      queue,
      databaseUrl: database.url,
      logger,
      consumers: [defineConsumer({ task, slots: 1, run })],
    });
    worker = started;
    return { stop: () => started.drain({ timeoutMs: 100 }) };
  },
});

const startSmallHost = () =>
  startHost({
    environment: {
      TARGET: 'gateway,jobs-tasks',
      PORT: '0',
      EMBEDDED: 'false',
      BUS: 'memory',
      INTERNAL_SECRET: 'a secret of this test, which is long enough',
      LOG_LEVEL: 'silent',
      STOP_TIMEOUT_MS: '8000',
    },
    dataDir: 'unused',
    load: () => Promise.resolve([gateway, workers]),
  });

/** A tab of the studio: a socket that is open and acknowledged. */
async function openTab(port: number) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  return { socket, closed };
}

/** A client that shook hands and neither reads nor leaves any more. */
async function openDeaf(port: number) {
  const socket = createConnection({ host: '127.0.0.1', port, allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.write(
    'GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
  );
  await once(socket, 'data');
  socket.pause();
  return socket;
}

it('a host that is told to stop closes open sockets, hands back what runs, and ends', async () => {
  const host = await startSmallHost();
  const port = host.publicPort ?? 0;
  const tab = await openTab(port);
  const deaf = await openDeaf(port);
  const id = (await queue.enqueue(task, {})) ?? '';
  await vi.waitFor(() => expect(worker?.running()).toBe(1), { timeout: 20_000 });

  const stopped = host.stop().then(() => 'stopped' as const);
  const patience = new Promise<'still there'>((resolve) => void setTimeout(resolve, 30_000, 'still there').unref());
  const outcome = await Promise.race([stopped, patience]);
  // For the host that does not let go: the test must end.
  deaf.destroy();
  tab.socket.terminate();
  await stopped;

  expect(outcome).toBe('stopped');
  expect(await tab.closed).toBe(1001);
  expect((await queue.states(task, [id])).get(id)).toBe('WAITING');
  await expect(fetch(`http://127.0.0.1:${port}/live`)).rejects.toThrow();
}, 60_000);
