import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import sharp from 'sharp';
import type { WebSocket } from 'ws';

/** How a stand-in for a backend may misbehave. Changed while it runs. */
export interface Manners {
  /** Time a step takes. */
  stepMs: number;
  /** Progress without a figure. */
  nullPercentages: boolean;
  /** Each event twice, the first ones again at the end, and news of other people's work in between. */
  noisyEvents: boolean;
  /** No events at all. */
  silent: boolean;
  /** Items of other people that wait before ours. */
  othersWaiting: number;
  /** They came later and go first all the same. */
  othersJump: boolean;
  /** They are not made; a test lets them pass. */
  othersStay: boolean;
  /** The preview of the first step: a good one, one that trickles and never ends, or one of `HUGE_PREVIEW_BYTES`. */
  previews: 'good' | 'trickling' | 'huge';
  /** Sends this instead of a picture. */
  garbage: boolean;
  /** Never finishes. */
  hangs: boolean;
  /** Says that all is done, and is not. */
  boasts: boolean;
}

export const GOOD_MANNERS: Manners = {
  ...{ stepMs: 2, nullPercentages: false, noisyEvents: false, silent: false },
  ...{
    othersWaiting: 0,
    othersJump: false,
    othersStay: false,
    previews: 'good',
    garbage: false,
    hangs: false,
    boasts: false,
  },
};
export const HUGE_PREVIEW_BYTES = 48 * 1024 * 1024;

/** Sends pieces of one message that never ends. Nothing else can be sent meanwhile, as on any WebSocket. */
export function trickle(socket: WebSocket): void {
  const piece = Buffer.alloc(512, 1);
  const timer = setInterval(() => {
    if (socket.readyState === socket.OPEN) socket.send(piece, { binary: true, fin: false });
    else clearInterval(timer);
  }, 10);
}

/** A picture that follows from a text alone: another text, another picture. */
export async function paintedFrom(text: string, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const [r = 0, g = 0, b = 0, angle = 0] = createHash('sha256').update(text).digest();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="rgb(${r},${g},${b})"/>
    <rect x="20%" y="20%" width="40%" height="40%" fill="rgb(${g},${b},${r})" transform="rotate(${angle / 12})"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** A request's body as it came. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A multipart body: its text fields and its files. */
export async function readForm(request: IncomingMessage): Promise<FormData> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(Uint8Array.from(await readBody(request)), { headers }).formData();
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A server on a port of its own that can be stopped and started again on the same one. */
export interface Backend {
  readonly url: string;
  readonly server: () => Server;
  /** What was asked for so far, and how much was answered. */
  readonly traffic: () => { readonly paths: readonly string[]; readonly sentBytes: number };
  stop(): Promise<void>;
  start(): Promise<void>;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function openBackend(
  handle: Handle,
  onServer: (server: Server) => void = () => undefined,
): Promise<Backend> {
  let port = 0;
  let server: Server;
  const paths: string[] = [];
  const connections = new Set<Socket>();
  const start = async () => {
    server = createServer((request, response) => {
      paths.push(request.url ?? '');
      handle(request, response).catch((error: unknown) => sendJson(response, { error: String(error) }, 500));
    });
    server.on('connection', (socket) => connections.add(socket));
    onServer(server);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    server: () => server,
    traffic: () => ({ paths, sentBytes: [...connections].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0) }),
    start,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
