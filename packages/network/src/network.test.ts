import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createIdentityTokens, IDENTITY_HEADER } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createNetwork, createServiceCaller, serveStreams, streamText } from './index.ts';
import type { Network, Service, StreamServer } from './index.ts';

const identity = createIdentityTokens('a secret of this test, which is long enough');

/** A service that tells what reached it. */
const echo: Service & { closed: number } = {
  closed: 0,
  fetch: async (request) => {
    const text = await request.text();
    const viewer = identity.verify(request.headers.get(IDENTITY_HEADER), { audience: 'echo', text });
    const { query, variables } = JSON.parse(text) as { query: string; variables: { fail?: boolean } };
    if (variables.fail) return Response.json({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] });
    return Response.json({ data: { path: new URL(request.url).pathname, query, variables, viewer } });
  },
  subscribe: async function* ({ identity: token, signal, ...question }) {
    const { variables } = question;
    const viewer = identity.verify(token, { audience: 'echo', text: streamText(question) });
    try {
      for (let count = 1; count <= Number(variables?.['count']) && !signal.aborted; count++)
        yield viewer ? { count, viewer } : { count, token };
      if (variables?.['stay'] && !signal.aborted)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    } finally {
      echo.closed += 1;
    }
  },
};

let server: Server;
let streams: StreamServer;
let here: Network;
let elsewhere: Network;

beforeAll(async () => {
  streams = serveStreams(echo);
  server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      const headers = { [IDENTITY_HEADER]: String(incoming.headers[IDENTITY_HEADER]) };
      const request = new Request(`http://echo${incoming.url}`, { method: 'POST', headers, body });
      void echo.fetch(request).then(async (answer) => outgoing.end(await answer.text()));
    });
  });
  server.on('upgrade', (request, socket, head) => streams.upgrade(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  here = createNetwork();
  here.attach('echo', echo);
  elsewhere = createNetwork({ routes: { echo: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } });
});

afterAll(async () => {
  await here.close();
  await elsewhere.close();
  await streams.stop();
  server.close();
  server.closeAllConnections();
});

const networks: readonly (readonly [name: string, network: () => Network])[] = [
  ['in this process', () => here],
  ['in another process', () => elsewhere],
];

describe.each(networks)('a module %s', (_name, network) => {
  it('is called with the service’s own identity, on behalf of a user', async () => {
    const caller = createServiceCaller({ service: 'jobs', network: network(), identity });
    const answer = await caller.call({ subgraph: 'echo', query: '{ x }', variables: { a: 1 }, actingFor: 'u1' });

    expect(answer).toEqual({
      path: '/subgraphs/echo/graphql',
      query: '{ x }',
      variables: { a: 1 },
      viewer: { kind: 'service', service: 'jobs', actingFor: 'u1', locale: 'en' },
    });
  });

  it('passes its errors on with their codes', async () => {
    const caller = createServiceCaller({ service: 'jobs', network: network(), identity });
    const call = caller.call({ subgraph: 'echo', query: '{ x }', variables: { fail: true } });

    await expect(call).rejects.toMatchObject({ name: 'GraphCallError', subgraph: 'echo', codes: ['FORBIDDEN'] });
  });

  it('streams in order, each subscription under its own identity', async () => {
    const read = async (token: string) => {
      const signal = new AbortController().signal;
      const seen: unknown[] = [];
      const query = 'subscription { echo }';
      for await (const one of network().subscribe('echo', {
        query,
        variables: { count: 3 },
        identity: token,
        signal,
      })) {
        seen.push(one);
      }
      return seen;
    };

    const [first, second] = await Promise.all([read('minji'), read('jun')]);
    expect(first).toEqual([1, 2, 3].map((count) => ({ count, token: 'minji' })));
    expect(second).toEqual([1, 2, 3].map((count) => ({ count, token: 'jun' })));
  });

  it('takes the identity of a stream for the very question it was signed for', async () => {
    const viewer = { kind: 'user', userId: 'minji', role: 'MEMBER', locale: 'ko' } as const;
    const question = { query: 'subscription { echo }', variables: { count: 1, 7: ['감', null], omitted: undefined } };
    const token = identity.sign(viewer, { audience: 'echo', text: streamText(question) });
    const signal = new AbortController().signal;
    const stream = network().subscribe('echo', { ...question, identity: token, signal });

    expect((await stream.next()).value).toMatchObject({ viewer });
  });

  it('stops a stream at the source when its reader aborts', async () => {
    const gone = new AbortController();
    const before = echo.closed;
    const request = {
      query: 'subscription { echo }',
      variables: { count: 1, stay: true },
      identity: 'x',
      signal: gone.signal,
    };
    const stream = network().subscribe('echo', request);
    await stream.next();
    gone.abort();
    await stream.next().catch(() => undefined);

    await expect.poll(() => echo.closed).toBe(before + 1);
  });
});

describe('a graph in this process', () => {
  const stillWorking = new Promise<never>(() => undefined);
  const graph = (execute: NonNullable<Service['execute']>): Network => {
    const network = createNetwork();
    network.attach('graph', { fetch: () => Promise.reject(new Error('not over HTTP')), execute });
    return network;
  };

  it('is asked under a pass for this very question, and gives what would have travelled as text', async () => {
    const at = new Date('2026-11-23T09:00:00Z');
    const network = graph(({ query, variables, identity: pass }) => {
      const viewer = identity.redeemPass(pass, { audience: 'graph', query, variables });
      return Promise.resolve({ data: { viewer, variables, at } });
    });
    const caller = createServiceCaller({ service: 'jobs', network, identity });
    const variables = { since: at, missing: undefined };

    expect(await caller.call({ subgraph: 'graph', query: '{ x }', variables, actingFor: 'u1' })).toEqual({
      viewer: { kind: 'service', service: 'jobs', actingFor: 'u1', locale: 'en' },
      variables: { since: at.toJSON() },
      at: at.toJSON(),
    });
  });

  it('is waited for no longer than the deadline, though it works on', async () => {
    const caller = createServiceCaller({ service: 'jobs', network: graph(() => stillWorking), identity });

    await expect(caller.call({ subgraph: 'graph', query: '{ x }', timeoutMs: 5 })).rejects.toMatchObject({
      codes: ['UNREACHABLE'],
    });
  });

  it('is not waited for by a caller who has left', async () => {
    const left = new AbortController();
    const caller = createServiceCaller({ service: 'jobs', network: graph(() => stillWorking), identity });
    const call = caller.call({ subgraph: 'graph', query: '{ x }', signal: left.signal });
    left.abort(new Error('left'));

    await expect(call).rejects.toThrow('left');
  });

  it('is not asked at all by a caller who has left before', async () => {
    const execute = vi.fn(() => Promise.reject(new Error('broke')));
    const caller = createServiceCaller({ service: 'jobs', network: graph(execute), identity });
    const signal = AbortSignal.abort(new Error('left'));

    await expect(caller.call({ subgraph: 'graph', query: '{ x }', signal })).rejects.toThrow('left');
    expect(execute).not.toHaveBeenCalled();
  });
});

/** What a connection needs that came over a proxy, in pieces: none of it is said of the message. */
const HEADERS_OF_A_CONNECTION: Readonly<Record<string, string>> = {
  'transfer-encoding': 'chunked',
  connection: 'keep-alive, x-of-this-connection',
  'x-of-this-connection': 'yes',
  'keep-alive': 'timeout=5',
  expect: '100-continue',
  te: 'trailers',
  upgrade: 'h2c',
  'content-length': '3',
};

describe.each(networks)('a request handed on to a module %s', (_name, network) => {
  it.each(Object.keys(HEADERS_OF_A_CONNECTION))('is answered whatever its connection said: %s', async (name) => {
    const headers = { [name]: HEADERS_OF_A_CONNECTION[name] ?? '', [IDENTITY_HEADER]: 'nobody' };
    const body = JSON.stringify({ query: '{ x }', variables: { name: '감' } });

    const answer = await network().fetch('echo', new Request('http://here/auth/x', { method: 'POST', headers, body }));

    expect(await answer.json()).toMatchObject({ data: { path: '/auth/x', variables: { name: '감' } } });
  });
});

describe('an answer from another process', () => {
  it('says of its bytes what they are, also to a client that takes them compressed', async () => {
    const zipping = createServer(({ headers }, outgoing) => {
      const isZipped = String(headers['accept-encoding']).includes('gzip');
      outgoing.writeHead(200, isZipped ? { 'content-encoding': 'gzip' } : {});
      outgoing.end(isZipped ? gzipSync('whole') : 'whole');
    });
    await new Promise<void>((resolve) => zipping.listen(0, '127.0.0.1', resolve));
    const network = createNetwork({ routes: { zip: `http://127.0.0.1:${(zipping.address() as AddressInfo).port}` } });

    const asked = new Request('http://here/graphql', { headers: { 'accept-encoding': 'gzip, br' } });
    const answer = await network.fetch('zip', asked);

    expect([await answer.text(), answer.headers.get('content-encoding')]).toEqual(['whole', null]);
    await network.close();
    zipping.close();
  });
});

describe('a module that nobody can reach', () => {
  it('is named when it is unknown, and fails clearly when its process is down', async () => {
    const lost = createNetwork({ routes: { echo: 'http://127.0.0.1:1' } });
    const caller = createServiceCaller({ service: 'jobs', network: lost, identity });

    await expect(lost.fetch('nobody', new Request('http://x/'))).rejects.toMatchObject({ code: 'UNKNOWN_MODULE' });
    await expect(caller.call({ subgraph: 'echo', query: '{ x }' })).rejects.toMatchObject({ codes: ['UNREACHABLE'] });
    await lost.close();
  });

  it('is given up after the caller’s own deadline', async () => {
    const slow = createNetwork();
    slow.attach('slow', {
      fetch: ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    });
    const caller = createServiceCaller({ service: 'jobs', network: slow, identity });

    await expect(caller.call({ subgraph: 'slow', query: '{ x }', timeoutMs: 30 })).rejects.toMatchObject({
      codes: ['UNREACHABLE'],
    });
    await slow.close();
  });
});

describe('a process that vanishes without a word', () => {
  /** The way to the service, on which everything stops when it is cut; nobody is told. */
  async function openWay(port: number) {
    const ends = new Set<Socket>();
    let isCut = false;
    const way = createTcpServer((near) => {
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        ends.add(from);
        from.on('data', (bytes) => isCut || to.write(bytes));
        from.on('error', () => undefined);
      }
    });
    await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
    return {
      base: `http://127.0.0.1:${(way.address() as AddressInfo).port}`,
      cut: (cut: boolean) => (isCut = cut),
      close: () => (way.close(), ends.forEach((end) => end.destroy())),
    };
  }

  it('loses the streams that it held and those that are asked of it, and has new ones when it is back', async () => {
    const way = await openWay((server.address() as AddressInfo).port);
    const network = createNetwork({ routes: { echo: way.base }, heartbeatMs: 2_000 });
    const question = { query: 'subscription { echo }', variables: { count: 1, stay: true }, identity: 'minji' };
    const open = () => network.subscribe('echo', { ...question, signal: new AbortController().signal });
    const held = open();
    await held.next();
    way.cut(true);

    await expect(held.next()).rejects.toBeDefined();
    await expect(open().next()).rejects.toBeDefined();
    way.cut(false);
    expect((await open().next()).value).toMatchObject({ count: 1 });
    await network.close();
    way.close();
  }, 30_000);
});
