import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { runGateway } from '../../testing/run-gateway.ts';
import type { RunningGateway } from '../../testing/run-gateway.ts';

const WATCH = 'subscription Watch($id: ID!) { jobProgress(id: $id) { id progress } }';
const PATIENCE = { timeout: 20_000 };

let house: RunningGateway;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  house = await runGateway({ SOCKETS_PER_ADDRESS: '3' });
  house.world.script.events = async function* () {
    for (let step = 0; ; step += 1) {
      yield { progress: step };
      await pause(200);
    }
  };
});

afterEach(async () => {
  const open = sockets.splice(0).filter(({ readyState }) => readyState === WebSocket.OPEN);
  await Promise.all(open.map((socket) => (socket.close(), once(socket, 'close'))));
});

afterAll(() => house.stop());

interface Said {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A socket from an address, as the host names it; the status of the answer when it is refused. */
function open(address: string): Promise<WebSocket | number> {
  const socket = new WebSocket(house.url, 'graphql-transport-ws', { headers: { 'x-forwarded-for': address } });
  sockets.push(socket);
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

describe('sockets of one address', () => {
  it('are so many at most; one that closes makes room, and other addresses have their own', async () => {
    const [first] = [await open('10.0.0.1'), await open('10.0.0.1'), await open('10.0.0.1')];

    expect(await open('10.0.0.1')).toBe(429);
    expect(await open('10.0.0.2')).toBeInstanceOf(WebSocket);
    if (first instanceof WebSocket) first.close();
    await vi.waitFor(async () => expect(await open('10.0.0.1')).toBeInstanceOf(WebSocket), PATIENCE);
  }, 60_000);
});

describe('streams of one connection', () => {
  it('are a hundred at most, however many were refused before', async () => {
    const socket = await open('10.0.0.3');
    if (!(socket instanceof WebSocket)) throw new Error('It was not let in.');
    const said: Said[] = [];
    socket.on('message', (text: Buffer) => said.push(JSON.parse(text.toString()) as Said));
    const send = (message: object) => socket.send(JSON.stringify(message));
    const idsOf = (type: string) => new Set(said.filter((one) => one.type === type).map(({ id }) => id));
    const authorization = `Bearer ${await house.world.accessToken()}`;
    send({ type: 'connection_init', payload: { authorization } });
    await vi.waitFor(() => expect(said.map(({ type }) => type)).toContain('connection_ack'), PATIENCE);

    const subscribe = (id: string, query: string) =>
      send({ type: 'subscribe', id, payload: { query, variables: { id: 'j1' } } });
    for (let count = 0; count < 90; count += 1) subscribe(`early ${count}`, WATCH);
    await vi.waitFor(() => expect(idsOf('next').size).toBe(90), PATIENCE);
    for (let count = 0; count < 10; count += 1) subscribe(`wrong ${count}`, 'subscription { nothing }');
    await vi.waitFor(() => expect(idsOf('error').size).toBe(10), PATIENCE);
    for (let count = 0; count < 20; count += 1) subscribe(`late ${count}`, WATCH);
    await vi.waitFor(() => expect(idsOf('error').size).toBe(20), PATIENCE);
    await vi.waitFor(() => expect(idsOf('next').size).toBe(100), PATIENCE);

    const refused = said.filter(({ type, id }) => type === 'error' && id?.startsWith('late'));
    expect(JSON.stringify(refused[0]?.payload)).toContain('LIMIT_EXCEEDED');
  }, 90_000);
});

describe('a message that carries what nobody reads', () => {
  const junk = Array.from({ length: 10_000 }, () => ({}));

  it.each([
    ['before it is known who sends it', [{ type: 'connection_init', payload: { junk } }]],
    [
      'beside what opens a stream',
      [{ type: 'connection_init' }, { type: 'subscribe', id: '1', payload: { query: WATCH }, junk }],
    ],
  ])('closes its socket: %s', async (_when, messages) => {
    const socket = await open('10.0.0.5');
    if (!(socket instanceof WebSocket)) throw new Error('It was not let in.');
    const closed = once(socket, 'close') as Promise<[code: number]>;
    for (const message of messages) {
      socket.send(JSON.stringify(message));
      if (message !== messages.at(-1)) await once(socket, 'message');
    }

    expect((await closed)[0]).toBe(4400);
  });
});

describe('a client that asks and does not read', () => {
  it('is let go, before what it asked for fills this process', async () => {
    const socket = await open('10.0.0.4');
    if (!(socket instanceof WebSocket)) throw new Error('It was not let in.');
    const send = (message: object) => socket.send(JSON.stringify(message));
    send({ type: 'connection_init' });
    await once(socket, 'message');
    socket.pause();
    // What is refused is answered under its id.
    const id = 'x'.repeat(20_000);
    for (let count = 0; count < 3_000; count += 1)
      send({ type: 'subscribe', id: `${count} ${id}`, payload: { query: '{ nothing }' } });

    await vi.waitFor(() => expect(house.waitingBytes()).toEqual([]), PATIENCE);
  }, 60_000);
});
