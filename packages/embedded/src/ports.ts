import { randomInt } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Below the range from which systems take ports for outgoing connections, so that a kept port stays ours. */
const RANGE = { from: 20_000, to: 30_000 };
const TRIES_MAX = 50;
const POLL_MS = 50;

/** True when nobody listens on this port of the loopback address. */
export async function isPortFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = net.createServer();
  probe.once('error', () => resolve(false));
  probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  return promise;
}

/** A free port of the loopback address, by chance, so that two who choose at once hardly meet. */
export async function chooseFreePort(): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const port = randomInt(RANGE.from, RANGE.to);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port found on 127.0.0.1 between ${RANGE.from} and ${RANGE.to}.`);
}

/** Waits until the port is free, for instance while a predecessor's server is still closing; false when it stays taken. */
export async function becomesFree(port: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isPortFree(port))) {
    if (Date.now() >= deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}
