import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from '@modu/logger';
import { refuseUpgrade } from '@modu/network';
import { distrust } from './distrust.ts';
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
  /** How long a connection may move nothing, either way, before it is cut. */
  readonly idleMs?: number;
  readonly logger: Logger;
  handle(request: Request): Promise<Response>;
  upgradeOf(pathname: string): Upgrade | undefined;
}

/** Of a request that failed inside, most often because another process is away. */
export const FAILED_STATUS = 502;

const BODY_BYTES_MAX = 1_000_000;
const TIMEOUTS = { requestTimeout: 60_000, headersTimeout: 10_000 };
const GRACE_MS = 5_000;
/** Longer than anything of ours is silent: answers come within 30 s, event streams have a heartbeat, sockets of their own are not counted. */
const IDLE_MS = 120_000;
/**
 * How long a connection is kept between two requests: longer than the proxies and balancers in front, most of which keep theirs for 60 s. Who
 * closes first must be the one who sends: a request on a connection that is closed at that moment is lost.
 */
const KEEP_ALIVE_MS = 75_000;

export async function listen(options: HttpOptions): Promise<HttpServer> {
  const { host, port, trust, proxies, idleMs = IDLE_MS, logger, handle, upgradeOf } = options;
  const respond = getRequestListener(async (request, { incoming }) => {
    try {
      return await handle(request);
    } catch (error) {
      const what = { err: error, path: new URL(request.url).pathname };
      if (hasLeft(incoming)) logger.debug(what, 'a client left before it had said all');
      else logger.error(what, 'a request failed');
      return Response.json({ error: 'Something went wrong on our side.' }, { status: FAILED_STATUS });
    }
  });
  const timeouts = { ...TIMEOUTS, keepAliveTimeout: Math.min(KEEP_ALIVE_MS, idleMs) };
  const server = createServer({ ...timeouts, shouldUpgradeCallback: isForSockets }, (incoming, outgoing) => {
    if (trust === 'public') distrust(incoming, proxies);
    const answer = () => void respond(incoming, outgoing);
    const refuse = () => void outgoing.writeHead(413, { connection: 'close' }).end();
    if (Number(incoming.headers['content-length'] ?? 0) > BODY_BYTES_MAX) refuse();
    else if (incoming.headers['transfer-encoding'] === undefined) answer();
    else readUnmeasured(incoming, { sizeBytesMax: BODY_BYTES_MAX, whole: answer, tooLong: refuse });
  });
  server.setTimeout(idleMs);
  // The server waits for them too and never closes them: once upgraded they are nobody's but ours.
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (trust === 'public') distrust(incoming, proxies);
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    socket.on('error', (error) => logger.debug({ err: error }, 'a socket failed'));
    const accept = upgradeOf((incoming.url ?? '/').split('?')[0] ?? '/');
    if (accept) accept(incoming, socket, head);
    else refuseUpgrade(socket, '404 Not Found');
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

/** Nothing of ours failed when the client is gone before its request was whole: anybody can do that as often as they like. */
function hasLeft({ complete, destroyed }: Pick<IncomingMessage, 'complete' | 'destroyed'>): boolean {
  return destroyed && !complete;
}

/** Whoever offers another protocol (HTTP/2 in clear text, by `h2c`) is answered in this one, as if nothing had been offered. */
function isForSockets({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
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
