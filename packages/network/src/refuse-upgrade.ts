import type { Duplex } from 'node:stream';

/**
 * Answers an upgrade that nobody takes, and lets go of its connection. Node keeps sockets half open, and none of a server's timeouts
 * counts after an upgrade: ended alone, it would stay for as long as its client leaves its own side open.
 */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
