import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createLogger } from '@modu/logger';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createRedisBus, defineChannel } from './index.ts';
import type { Bus } from './index.ts';

const PATIENCE = { timeout: 20_000 };

let redis: Server;
let bus: Bus;
/** Connections that are asked and do not answer any more. */
let silent: Set<Socket>;
let connections: Socket[];
let asked: string[];

/** As much of Redis as a bus speaks to. */
function answerTo(command: string, argument: string): string {
  if (command === 'INFO') return '$19\r\nredis_version:7.0.0\r\n';
  if (command === 'SUBSCRIBE') return `*3\r\n$9\r\nsubscribe\r\n$${argument.length}\r\n${argument}\r\n:1\r\n`;
  if (command === 'PING') return '*2\r\n$4\r\npong\r\n$0\r\n\r\n';
  return command === 'PUBLISH' ? ':1\r\n' : '+OK\r\n';
}

beforeEach(async () => {
  [silent, connections, asked] = [new Set(), [], []];
  redis = createServer((socket) => {
    connections.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      if (silent.has(socket)) return;
      for (const whole of bytes.toString().split(/(?=\*\d+\r\n)/)) {
        const [, , command = '', , argument = ''] = whole.split('\r\n');
        asked.push(command.toUpperCase());
        socket.write(answerTo(command.toUpperCase(), argument));
      }
    });
  });
  await new Promise<void>((resolve) => redis.listen(0, '127.0.0.1', resolve));
  const url = `redis://127.0.0.1:${(redis.address() as AddressInfo).port}`;
  bus = createRedisBus({ url, logger: createLogger({ level: 'silent' }), timeoutMs: 1_000, heartbeatMs: 200 });
});

afterEach(async () => {
  await bus.close();
  connections.forEach((socket) => socket.destroy());
  redis.close();
});

it('a Redis that vanished without a word is noticed by asking, and what was missed is told as a gap', async () => {
  const onGap = vi.fn();
  bus.onGap(onGap);
  await bus.subscribe(defineChannel('test.silent', z.string()), () => undefined);
  await vi.waitFor(() => expect(asked.filter((command) => command === 'PING').length).toBeGreaterThan(3), PATIENCE);
  expect(onGap).not.toHaveBeenCalled();
  const before = [...connections];
  before.forEach((socket) => silent.add(socket));

  await vi.waitFor(() => expect(onGap).toHaveBeenCalledOnce(), PATIENCE);
  // Both that listen and that publish came again.
  await vi.waitFor(() => expect(connections.length).toBeGreaterThanOrEqual(before.length + 2), PATIENCE);
  await vi.waitFor(() => expect(asked.filter((command) => command === 'SUBSCRIBE')).toHaveLength(2), PATIENCE);
}, 60_000);
