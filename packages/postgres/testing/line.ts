import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to the database that can be cut: what was open then is heard of no more, and not closed either. */
export async function openLine(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const silent = new WeakSet<Socket>();
  const server = createServer((here) => {
    const there = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => !silent.has(from) && to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = new URL(url);
  [here.hostname, here.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  const cut = () => sockets.forEach((socket) => silent.add(socket));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: here.href, cut, close };
}
