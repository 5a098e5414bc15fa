import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { createLogger } from '@modu/logger';
import { IDENTITY_HEADER, TRACE_HEADER } from '@modu/viewer';
import { afterEach, describe, expect, it } from 'vitest';
import { clientAddress } from './distrust.ts';
import { listen } from './http.ts';
import type { HttpServer } from './http.ts';

const logger = createLogger({ level: 'silent' });
const open: HttpServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function serve(
  trust: 'public' | 'internal',
  handle: (request: Request) => Promise<Response>,
  timings: { readonly idleMs?: number } = {},
) {
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    trust,
    proxies: 0,
    logger,
    handle,
    upgradeOf: () => undefined,
    ...timings,
  });
  open.push(server);
  return `http://127.0.0.1:${server.port}`;
}

const echo = async (request: Request) =>
  Response.json({ identity: request.headers.get(IDENTITY_HEADER), address: request.headers.get('x-forwarded-for') });

describe('the public port', () => {
  it('believes nobody who claims one of our identities or another address', async () => {
    const url = await serve('public', echo);
    const headers = { [IDENTITY_HEADER]: 'forged', 'x-forwarded-for': '1.2.3.4' };

    expect(await (await fetch(url, { headers })).json()).toEqual({ identity: null, address: '127.0.0.1' });
  });

  it('lets nobody outside choose the id of a trace, by which it is sampled and found', async () => {
    const said = async (request: Request) => Response.json(request.headers.get(TRACE_HEADER));
    const headers = { [TRACE_HEADER]: '00000000000000000000000000000001' };

    expect(await (await fetch(await serve('public', said), { headers })).json()).toBeNull();
    expect(await (await fetch(await serve('internal', said), { headers })).json()).toBe(headers[TRACE_HEADER]);
  });

  it('refuses bodies that are far too large without reading them', async () => {
    const url = await serve('public', async (request) => Response.json((await request.text()).length));
    const answered = await fetch(url, { method: 'POST', body: 'x'.repeat(1_100_000) }).catch(() => undefined);

    expect(answered?.status ?? 413).toBe(413);
  });

  it('refuses a body that says no length as soon as it is too large, before anybody reads it', async () => {
    let asked = 0;
    const url = await serve('public', async (request) => {
      asked += 1;
      return Response.json((await request.text()).length);
    });
    const { status, sentBytes } = await pourInto(url);

    expect(status).toBe(413);
    expect(asked).toBe(0);
    expect(sentBytes).toBeLessThan(ENDLESS_BYTES);
  }, 60_000);

  it('hands on a body that says no length whole, also as a stream', async () => {
    const sizes: number[] = [];
    const url = await serve('public', async (request) => {
      if (request.url.endsWith('/text')) sizes.push((await request.text()).length);
      else for await (const chunk of request.body ?? []) sizes.push(chunk.length);
      return new Response();
    });
    for (const path of ['/text', '/stream']) {
      const body = new Blob(['x'.repeat(300_000), 'y'.repeat(300_000)]).stream();
      await fetch(url + path, { method: 'POST', body, duplex: 'half' } as RequestInit);
    }

    expect(sizes.slice(0, 1)).toEqual([600_000]);
    expect(sizes.slice(1).reduce((sum, size) => sum + size, 0)).toBe(600_000);
  });

  it('says nothing of what went wrong inside', async () => {
    const url = await serve('public', () => Promise.reject(new Error('pg: secret-host refused')));
    const answered = await fetch(url);

    expect(answered.status).toBe(502);
    expect(await answered.text()).not.toContain('secret-host');
  });

  it('is no failure of ours when its client leaves in the middle of a body', async () => {
    const logged: { level: number; msg: string }[] = [];
    const told = Promise.withResolvers<undefined>();
    const write = (line: string) => {
      logged.push(JSON.parse(line));
      told.resolve(undefined);
    };
    const started = Promise.withResolvers<undefined>();
    const server = await listen({
      ...{ host: '127.0.0.1', port: 0, trust: 'public', proxies: 0, upgradeOf: () => undefined },
      logger: createLogger({ level: 'debug', destination: { write } }),
      handle: async (request) => {
        started.resolve(undefined);
        return Response.json(await request.text());
      },
    });
    open.push(server);
    const socket = connect(server.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: studio\r\nContent-Length: 100\r\n\r\nonly so much');
    await started.promise;
    socket.destroy();
    await told.promise;

    expect(logged).toMatchObject([{ level: 20, msg: 'a client left before it had said all' }]);
  });

  it('names the address of who opens a socket, whatever the client says', async () => {
    const named = Promise.withResolvers<unknown>();
    const server = await listen({
      ...{ host: '127.0.0.1', port: 0, trust: 'public', proxies: 0, logger, handle: echo },
      upgradeOf: () => (request, socket) => {
        named.resolve([request.headers['x-forwarded-for'], request.headers[IDENTITY_HEADER]]);
        socket.destroy();
      },
    });
    open.push(server);
    const headers = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'x-forwarded-for': '1.2.3.4',
      [IDENTITY_HEADER]: 'x',
    };
    ask(`http://127.0.0.1:${server.port}`, { headers })
      .on('error', () => undefined)
      .end();

    expect(await named.promise).toEqual(['127.0.0.1', undefined]);
  });

  it('has no sockets where nobody takes them', async () => {
    const url = await serve('public', echo);
    const socket = new WebSocket(url.replace('http', 'ws'));

    await expect(new Promise((resolve) => (socket.onerror = () => resolve('refused')))).resolves.toBe('refused');
  });
});

describe('a connection between two requests', () => {
  it('is kept for longer than the proxies in front keep it, so that none sends where nobody listens any more', async () => {
    const answer = await fetch(await serve('public', echo));

    expect(answer.headers.get('keep-alive')).toBe('timeout=75');
  });
});

describe('a connection that nobody needs any more', () => {
  it('is let go of where its upgrade is turned back, though its client keeps its own side open', async () => {
    const url = await serve('public', echo);
    const client = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
    const closed = new Promise((resolve) => client.on('error', () => undefined).once('close', resolve));
    client.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    let answer = '';
    for await (const chunk of client.setEncoding('utf8').iterator({ destroyOnReturn: false })) answer += chunk;

    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    const sending = setInterval(() => client.write('more'), 20);
    await closed;
    clearInterval(sending);
  });

  it('is let go of when its client takes nothing of the answer for too long', async () => {
    const cut = Promise.withResolvers<unknown>();
    const piece = new Uint8Array(1_000_000);
    const body = () =>
      new ReadableStream({ pull: (controller) => controller.enqueue(piece), cancel: () => cut.resolve('cut') });
    const url = await serve('public', async () => new Response(body()), { idleMs: 100 });
    const client = connect({ port: Number(new URL(url).port), host: '127.0.0.1' }).pause();
    client.on('error', () => undefined).write('GET /assets/large HTTP/1.1\r\nHost: x\r\n\r\n');

    expect(await cut.promise).toBe('cut');
    client.destroy();
  });

  it('asks in vain for another protocol than that of sockets, and is answered as ever', async () => {
    const url = await serve('public', echo);
    const answer = await new Promise<number | undefined>((resolve) => {
      const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' };
      ask(url, { headers }, (incoming) => resolve(incoming.statusCode)).end();
    });

    expect(answer).toBe(200);
  });
});

/** More than sockets hold: whoever takes all of it keeps it in memory. */
const ENDLESS_BYTES = 64_000_000;

/** Sends pieces without a length until it is answered or cut; a cut after so much counts as the refusal it stands for. */
function pourInto(url: string): Promise<{ readonly status: number; readonly sentBytes: number }> {
  return new Promise((resolve) => {
    let sentBytes = 0;
    let isOver = false;
    const piece = Buffer.alloc(64_000, 'x');
    const outgoing = ask(url, { method: 'POST' }, (answer) => end(answer.statusCode ?? 0));
    const end = (status: number) => {
      isOver = true;
      outgoing.destroy();
      resolve({ status, sentBytes });
    };
    const pour = () => {
      while (!isOver && sentBytes < ENDLESS_BYTES) {
        sentBytes += piece.length;
        if (!outgoing.write(piece)) return;
      }
      if (!isOver) outgoing.end();
    };
    outgoing.on('drain', pour).on('error', () => end(413));
    pour();
  });
}

describe('the port between our processes', () => {
  it('passes identity on', async () => {
    const url = await serve('internal', echo);
    const answered = await fetch(url, { headers: { [IDENTITY_HEADER]: 'signed' } });

    expect(await answered.json()).toMatchObject({ identity: 'signed' });
  });
});

describe('the address of a client', () => {
  const request = {
    headers: { 'x-forwarded-for': '6.6.6.6, 1.1.1.1, 10.0.0.2' },
    socket: { remoteAddress: '10.0.0.1' },
  };

  it('is that of the socket when no proxy is ours, else what our outermost proxy said', () => {
    expect([0, 1, 2].map((proxies) => clientAddress(request, proxies))).toEqual(['10.0.0.1', '10.0.0.2', '1.1.1.1']);
    expect(clientAddress({ headers: {}, socket: request.socket }, 1)).toBe('10.0.0.1');
  });
});
