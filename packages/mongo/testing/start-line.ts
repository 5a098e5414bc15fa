import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { BSON } from 'mongodb';
import type { Document } from 'mongodb';
import { onTestFinished } from 'vitest';

/**
 * A line to a server that remembers what was asked, and can be cut without either end noticing; `hold` keeps the answers back until
 * `release`. Without a server it is silent.
 */
export async function startLine(target?: URL) {
  const sockets = new Set<net.Socket>();
  const sent: Buffer[][] = [];
  const servers = new Set<net.Socket>();
  let cut = target === undefined;
  const line = net.createServer((client) => {
    sockets.add(client.on('error', () => client.destroy()));
    if (!target) return;
    const server = net.connect(Number(target.port), target.hostname);
    sockets.add(server.on('error', () => server.destroy()));
    servers.add(server);
    const chunks: Buffer[] = [];
    sent.push(chunks);
    client.on('data', (chunk) => chunks.push(chunk));
    client.on('data', (chunk) => cut || server.write(chunk));
    server.on('data', (chunk) => cut || client.write(chunk));
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    line.close();
  });
  const { port } = line.address() as AddressInfo;
  const url = new URL(target ?? 'mongodb://nobody/x');
  url.host = `127.0.0.1:${port}`;
  url.searchParams.set('directConnection', 'true');
  return {
    url: url.href,
    cut: () => void (cut = true),
    hold: () => servers.forEach((server) => server.pause()),
    release: () => servers.forEach((server) => server.resume()),
    commands: () => sent.flatMap((chunks) => commandsIn(Buffer.concat(chunks))),
  };
}

const OP_MSG = 2013;

interface Command {
  readonly name: string;
  readonly body: Document;
}

/** What was asked over one connection (the first hello is older than OP_MSG, and left out). */
function commandsIn(bytes: Buffer): Command[] {
  const commands: Command[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) {
    if (bytes.readInt32LE(at + 12) !== OP_MSG) continue;
    const body: Document = BSON.deserialize(bytes.subarray(at + 21), { allowObjectSmallerThanBufferSize: true });
    commands.push({ name: Object.keys(body)[0] ?? '', body });
  }
  return commands;
}
