import { createLogger } from '@modu/logger';
import { IDENTITY_HEADER } from '@modu/viewer';
import { afterEach, describe, expect, it } from 'vitest';
import { clientAddress, listen } from './http.ts';
import type { HttpServer } from './http.ts';

const logger = createLogger({ level: 'silent' });
const open: HttpServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function serve(trust: 'public' | 'internal', handle: (request: Request) => Promise<Response>) {
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    trust,
    proxies: 0,
    logger,
    handle,
    upgradeOf: () => undefined,
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

  it('refuses bodies that are far too large without reading them', async () => {
    const url = await serve('public', async (request) => Response.json((await request.text()).length));
    const answered = await fetch(url, { method: 'POST', body: 'x'.repeat(1_100_000) }).catch(() => undefined);

    expect(answered?.status ?? 413).toBe(413);
  });

  it('says nothing of what went wrong inside', async () => {
    const url = await serve('public', () => Promise.reject(new Error('pg: secret-host refused')));
    const answered = await fetch(url);

    expect(answered.status).toBe(502);
    expect(await answered.text()).not.toContain('secret-host');
  });

  it('has no sockets where nobody takes them', async () => {
    const url = await serve('public', echo);
    const socket = new WebSocket(url.replace('http', 'ws'));

    await expect(new Promise((resolve) => (socket.onerror = () => resolve('refused')))).resolves.toBe('refused');
  });
});

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
