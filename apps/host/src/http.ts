import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from '@modu/logger';
import { IDENTITY_HEADER } from '@modu/viewer';
import { readUnmeasured } from './read-unmeasured.ts';

export interface HttpServer {
  readonly port: number;
  /** Lets answers that are under way finish, then closes every connection; what is open after the grace is cut. */
  stop(options?: { readonly graceMs: number }): Promise<void>;
}

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** A public server drops what only our processes may say, and notes the address a request came from. */
  readonly trust: 'public' | 'internal';
  /** How many reverse proxies of ours stand in front: that many addresses at the end of X-Forwarded-For are theirs to say. */
  readonly proxies: number;
  readonly logger: Logger;
  handle(request: Request): Promise<Response>;
  upgradeOf(pathname: string): Upgrade | undefined;
}

const BODY_BYTES_MAX = 1_000_000;
const GRACE_MS = 5_000;

export async function listen(options: HttpOptions): Promise<HttpServer> {
  const { host, port, trust, proxies, logger, handle, upgradeOf } = options;
  const respond = getRequestListener(async (request) => {
    try {
      return await handle(request);
    } catch (error) {
      logger.error({ err: error, path: new URL(request.url).pathname }, 'a request failed');
      return Response.json({ error: 'Something went wrong on our side.' }, { status: 502 });
    }
  });
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, (incoming, outgoing) => {
    if (trust === 'public') distrust(incoming, proxies);
    const answer = () => void respond(incoming, outgoing);
    const refuse = () => void outgoing.writeHead(413, { connection: 'close' }).end();
    if (Number(incoming.headers['content-length'] ?? 0) > BODY_BYTES_MAX) refuse();
    else if (incoming.headers['transfer-encoding'] === undefined) answer();
    else readUnmeasured(incoming, { sizeBytesMax: BODY_BYTES_MAX, whole: answer, tooLong: refuse });
  });
  // The server waits for them too and never closes them: once upgraded they are nobody's but ours.
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (trust === 'public') distrust(incoming, proxies);
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    socket.on('error', (error) => logger.debug({ err: error }, 'a socket failed'));
    const accept = upgradeOf((incoming.url ?? '/').split('?')[0] ?? '/');
    if (accept) accept(incoming, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: ({ graceMs } = { graceMs: GRACE_MS }) => close(server, { upgraded, graceMs }),
  };
}

/** @throws what listening there would: EADDRINUSE with the port. */
export async function assertPortFree({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  const trial = createServer();
  await new Promise<void>((resolve, reject) => {
    trial.once('error', reject);
    trial.listen({ host, port }, resolve);
  });
  await new Promise<void>((resolve) => trial.close(() => resolve()));
}

/** From outside nobody can bring an identity of ours, nor choose the address that limits count by. */
function distrust(incoming: IncomingMessage, proxies: number): void {
  const address = clientAddress(incoming, proxies);
  delete incoming.headers[IDENTITY_HEADER];
  const raw = incoming.rawHeaders;
  for (let index = raw.length - 2; index >= 0; index -= 2) {
    const name = raw[index]?.toLowerCase();
    if (name === IDENTITY_HEADER || name === 'x-forwarded-for') raw.splice(index, 2);
  }
  incoming.headers['x-forwarded-for'] = address;
  raw.push('x-forwarded-for', address);
}

/** Each proxy appends the address it was called from, so the client's is as many places from the end as there are proxies. */
export function clientAddress(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  proxies: number,
): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .flatMap((part) => part.trim() || []);
  const said = proxies > 0 ? forwarded.at(-Math.min(proxies, forwarded.length)) : undefined;
  return said ?? socket.remoteAddress ?? '';
}

function close(
  server: Server,
  { upgraded, graceMs }: { upgraded: ReadonlySet<Duplex>; graceMs: number },
): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => {
      server.closeAllConnections();
      for (const socket of upgraded) socket.destroy();
    }, graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
