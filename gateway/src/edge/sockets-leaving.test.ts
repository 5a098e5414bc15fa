import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLogger } from '@modu/logger';
import { buildSchema, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { StreamPlan } from '../streams/plan-stream.ts';
import { createSockets } from './sockets.ts';
import type { Sockets } from './sockets.ts';

/** What a test lets go on, and who waits for it. */
function gate() {
  const waiting: (() => void)[] = [];
  return {
    waiting,
    pass: () => new Promise<void>((resolve) => void waiting.push(resolve)),
    open: () => waiting.splice(0).forEach((resolve) => resolve()),
  };
}

const open = new Set<AsyncIterableIterator<ExecutionResult>>();
const listening = new Set<unknown>();
const schema = buildSchema('type Query { a: ID } type Subscription { jobs: ID }');
const document = parse('subscription { jobs }');
const plan = { document, operation: { operation: document.definitions[0] } } as StreamPlan;
let knowing = gate();
let admitting = gate();
/** What came beside the documents of subscriptions, as long as somebody keeps it. */
let carried: WeakRef<object>[] = [];
let identityFails = false;
let server: Server;
let sockets: Sockets;

/** A stream without events, until its client leaves. */
function openStream(): AsyncIterableIterator<ExecutionResult> {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const done = { value: undefined, done: true } as const;
  const events: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => events,
    next: () => ended.then(() => done),
    return: () => (open.delete(events), end(), Promise.resolve(done)),
  };
  open.add(events);
  return events;
}

const viewer = { kind: 'user', userId: 'u1', role: 'MEMBER', locale: 'en' } as const;

beforeEach(async () => {
  knowing = gate();
  admitting = gate();
  carried = [];
  identityFails = false;
  open.clear();
  listening.clear();
  sockets = createSockets({
    planner: { schema, plan: () => plan },
    streams: { open: openStream, topicCount: () => 0, openCount: () => open.size },
    frontDoor: {
      admit: async ({ body }) => {
        const { extensions } = body as { extensions?: object };
        if (extensions) carried.push(new WeakRef(extensions));
        await admitting.pass();
        const own = { query: '', operationName: undefined, variables: {}, trusted: true, name: 'own', cost: 1 };
        return { ok: true, ...own };
      },
    },
    authenticators: {
      accessTokens: {
        verify: async () => {
          await knowing.pass();
          if (identityFails) throw new Error('identity is away');
          return { viewer, expiresAtMs: Date.now() + 600_000 };
        },
      },
      revocations: {
        isRevoked: () => false,
        onRevoked: (one) => (listening.add(one), () => void listening.delete(one)),
        stop: () => Promise.resolve(),
      },
      apiKeys: { verify: () => Promise.resolve(undefined), stop: () => undefined },
      keyRates: { consume: () => Promise.resolve(0) },
    },
    logger: createLogger({ destination: { write: () => undefined } }),
    metrics: { refused: () => undefined },
    allowedOrigins: new Set(),
    socketsPerAddress: 10,
  });
  server = createServer();
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await sockets.stop();
  server.close();
});

async function connect() {
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const client = new WebSocket(url, 'graphql-transport-ws');
  await once(client, 'open');
  const send = (message: object) => client.send(JSON.stringify(message));
  send({ type: 'connection_init', payload: { authorization: 'Bearer token' } });
  await vi.waitFor(() => expect(knowing.waiting).toHaveLength(1));
  return { client, send };
}

async function leave(client: WebSocket) {
  client.close();
  await once(client, 'close');
}

describe('a socket that closes', () => {
  it('leaves none of its streams open, also of those that had one id', async () => {
    const { client, send } = await connect();
    knowing.open();
    await once(client, 'message');
    const subscribe = { type: 'subscribe', id: '1', payload: { query: 'subscription { jobs }' } };
    send(subscribe);
    send({ type: 'complete', id: '1' });
    send(subscribe);
    await vi.waitFor(() => expect(admitting.waiting).toHaveLength(2));
    admitting.open();
    await vi.waitFor(() => expect(open.size).toBe(2));
    await leave(client);

    await vi.waitFor(() => expect(open.size).toBe(0));
  });

  it('opens no stream for what was asked before', async () => {
    const { client, send } = await connect();
    knowing.open();
    await once(client, 'message');
    send({ type: 'subscribe', id: '1', payload: { query: 'subscription { jobs }' } });
    await vi.waitFor(() => expect(admitting.waiting).toHaveLength(1));
    await leave(client);
    await vi.waitFor(() => expect(listening.size).toBe(0));
    admitting.open();
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(open.size).toBe(0);
  });

  it('leaves nobody listening when it was closed before its client was known', async () => {
    const { client } = await connect();
    await leave(client);
    knowing.open();
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(listening.size).toBe(0);
  });
});

it('a stream keeps nothing of the message that opened it', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { client, send } = await connect();
  knowing.open();
  await once(client, 'message');
  send({ type: 'subscribe', id: '1', payload: { query: 'subscription { jobs }', extensions: { large: [{}, {}] } } });
  await vi.waitFor(() => expect(admitting.waiting).toHaveLength(1));
  admitting.open();
  await vi.waitFor(() => expect(open.size).toBe(1));

  await vi.waitFor(() => {
    collect();
    expect(carried.map((one) => one.deref())).toEqual([undefined]);
  });
});

describe('a ping', () => {
  const ping = async (payload: string) => {
    const { client } = await connect();
    knowing.open();
    await once(client, 'message');
    client.send(`{"type":"ping","payload":${payload}}`);
    const answered = Promise.race([once(client, 'message'), once(client, 'close')]) as Promise<[Buffer]>;
    return { answered: answered.then(([text]) => text.toString()) };
  };

  it('is answered, however deep what it carries is nested', async () => {
    const { answered } = await ping(`{"deep":${'['.repeat(40_000)}${']'.repeat(40_000)}}`);

    expect(await answered).toBe('{"type":"pong","payload":{}}');
  });

  it('with a newer token is answered without it', async () => {
    const { answered } = await ping('{"authorization":"Bearer newer"}');
    await vi.waitFor(() => expect(knowing.waiting).toHaveLength(1));
    knowing.open();

    expect(await answered).toBe('{"type":"pong","payload":{}}');
  });
});

it('a client that nobody can tell, for identity is away, is asked to come again', async () => {
  const { client } = await connect();
  identityFails = true;
  knowing.open();
  const [code] = (await once(client, 'close')) as [number];

  expect(code).toBe(1013);
});
