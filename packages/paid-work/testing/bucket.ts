import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bucket over HTTP. */
export interface Bucket {
  readonly url: string;
  /** By the path behind its address. */
  readonly objects: Map<string, Buffer>;
  stop(): Promise<void>;
}

/** Gives what it has, and takes a PUT whose bytes are those of the SHA-256 in its headers. */
export async function openBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const kept = objects.get(request.url?.slice(1) ?? '');
      if (request.method === 'GET' && kept) return void response.end(kept);
      const bytes = Buffer.concat(parts);
      const isAnnounced = request.headers['x-sha256'] === createHash('sha256').update(bytes).digest('hex');
      const isPut = request.method === 'PUT' && request.headers['content-type'] !== undefined && isAnnounced;
      if (isPut) objects.set(request.url?.slice(1) ?? '', bytes);
      response.writeHead(isPut ? 200 : 403).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, objects, stop };
}
