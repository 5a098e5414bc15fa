import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface SlowClients {
  /** How many the server has closed so far. */
  closed(): number;
  stop(): void;
}

const BYTE_EVERY_MS = 500;
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 50\r\n';

/** Slowloris: connections that send their headers, or their body, a byte now and then and never finish. */
export async function openSlowClients(port: number, count: number): Promise<SlowClients> {
  const sockets: Socket[] = [];
  let closed = 0;
  let stopped = false;
  for (let index = 0; index < count; index++) {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.on('close', () => (closed += 1));
    sockets.push(socket);
    // Half of them hang in the headers, half in the body.
    void drip(socket, index % 2 === 0 ? HEAD : `${HEAD}\r\n{"query":"`, () => stopped);
  }
  await pause(50);
  return {
    closed: () => closed,
    stop: () => {
      stopped = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function drip(socket: Socket, head: string, isOver: () => boolean): Promise<void> {
  socket.write(head);
  while (!isOver() && !socket.destroyed) {
    await pause(BYTE_EVERY_MS);
    if (!socket.destroyed) socket.write('x');
  }
}
