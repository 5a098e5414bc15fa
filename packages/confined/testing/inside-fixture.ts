import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { flushCompileCache, getCompileCacheDir } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ask, takeOrder, tellEnd } from '../src/inside.ts';

interface Order {
  readonly deed: 'count' | 'sleep' | 'hoard' | 'die' | 'write' | 'read' | 'connect' | 'spin' | 'thread' | 'keep code';
  readonly folder?: string;
  readonly paths?: readonly string[];
  readonly port?: number;
}

const { deed, folder = '', paths = [], port = 0 } = await takeOrder<Order>();
const attempt = (act: () => string) => {
  try {
    return act();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};
const write = (path: string) => attempt(() => (writeFileSync(path, 'x'), 'written'));
const read = (path: string) => attempt(() => readFileSync(path, 'utf8'));
const call = () =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve('connected')));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
if (deed === 'read') await ask([...paths, `/proc/${process.ppid}/environ`].map(read));
if (deed === 'connect') await ask(await call());
if (deed === 'count') for (let at = 1; at <= 3; at++) await ask(at);
if (deed === 'sleep') await new Promise((resolve) => setTimeout(resolve, 60_000));
if (deed === 'spin') for (await ask(process.pid); ;);
if (deed === 'thread') await ask(attempt(() => (new Worker('', { eval: true }), 'started')));
if (deed === 'keep code') await ask((flushCompileCache(), readdirSync(getCompileCacheDir() ?? '').length));
if (deed === 'die') process.exit(3);
if (deed === 'hoard') for (const kept: Buffer[] = []; ;) await ask(kept.push(Buffer.alloc(20 * 1_048_576, 1)));
if (deed === 'write') await ask([...[join(folder, 'inside'), join(folder, '..', 'outside')].map(write), process.env]);
await tellEnd();
