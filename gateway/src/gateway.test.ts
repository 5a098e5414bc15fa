import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningModule } from '@modu/module';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ISSUER, startStandIns, toStream } from '../testing/stand-ins.ts';
import type { StandIns } from '../testing/stand-ins.ts';
import { gateway } from './index.ts';

interface Answer {
  data?: Record<string, unknown>;
  errors: { message: string; extensions: { code: string; traceId?: string } }[];
}

let world: StandIns;
let running: RunningModule;
let server: Server;
let url: string;
const clients: Client[] = [];

beforeAll(async () => {
  world = await startStandIns();
  const { logger, network, identity, bus } = world;
  running = await gateway.start({ PUBLIC_URL: ISSUER, ALLOWED_ORIGINS: [] }, { logger, network, identity, bus });
  server = createServer();
  server.on('upgrade', (request, socket, head) => running.upgrade?.accept(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  world.script.galleryFails = false;
});

afterAll(async () => {
  await running.stop();
  await world.stop();
  server.close();
});

async function ask(body: unknown, headers: Record<string, string> = {}) {
  const request = new Request('http://gateway/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const response = await running.service!.fetch(request);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}

async function signedIn(userId = 'u1') {
  return { authorization: `Bearer ${await world.accessToken({ userId })}` };
}

function watch(token: string | undefined) {
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  });
  clients.push(client);
  return client;
}

const PROGRESS = `subscription Watch($id: ID!) {
  jobProgress(id: $id) { id status progress result { ... on Image { id prompt thumbnailUrl } } }
}`;

describe('a query through the gateway', () => {
  it('gathers fields of several subgraphs under the identity of the person who asks', async () => {
    world.script.asked.length = 0;
    const { body } = await ask(
      { query: '{ image(id: "7") { id prompt thumbnailUrl } queue { depth } }' },
      await signedIn(),
    );

    expect(body.data).toEqual({
      image: { id: '7', prompt: 'a persimmon tree', thumbnailUrl: 'http://bucket/thumbnail' },
      queue: { depth: 3 },
    });
    expect(world.script.asked[0]).toMatchObject({ kind: 'user', userId: 'u1', sessionId: 's1' });
  });

  it('answers nobody in particular too, as anonymous and in the language of the request', async () => {
    world.script.asked.length = 0;
    await ask({ query: '{ image(id: "7") { id } }' }, { 'accept-language': 'ko-KR' });

    expect(world.script.asked[0]).toEqual({ kind: 'anonymous', locale: 'ko' });
  });

  it('refuses a token that is expired, forged, or of another house', async () => {
    const bad = [
      await world.accessToken({ lifetime: '-1s' }),
      await world.accessToken({ issuer: 'http://elsewhere' }),
      `${(await world.accessToken()).slice(0, -4)}AAAA`,
      'rubbish',
    ];
    for (const token of bad) {
      const { status, body } = await ask({ query: '{ __typename }' }, { authorization: `Bearer ${token}` });
      expect([status, body.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('hides what is internal: operations, errors, names of the schema', async () => {
    const internal = await ask({ query: 'mutation { releaseHold(jobId: "1") { __typename } }' });
    expect(JSON.stringify(internal.body)).toContain('Cannot query field');

    const typo = await ask({ query: '{ imags(first: 1) { totalCount } }' });
    expect(JSON.stringify(typo.body)).not.toContain('Did you mean');

    world.script.galleryFails = true;
    const broken = await ask({ query: '{ image(id: "7") { id } }' }, await signedIn());
    expect(JSON.stringify(broken.body)).not.toMatch(/secret-host|gallery/);
    expect(broken.body).toMatchObject({ data: { image: null }, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(broken.headers.get('x-trace-id')).toBe(broken.body.errors[0]?.extensions.traceId);
  });

  it('refuses what would cost too much, before it costs anything', async () => {
    const deep = `{ image(id: "1") { job { result { ... on Image { ${'job { result { ... on Image { '.repeat(6)} id ${'} } }'.repeat(6)} } } } } }`;
    const aliases = `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: queue { depth }`).join(' ')} }`;
    const tokens = `{ ${'queue { depth } '.repeat(1_000)} }`;
    for (const query of [deep, aliases, tokens]) {
      const { body } = await ask({ query });
      expect(body.data).toBeUndefined();
      expect(body.errors[0]?.message).toMatch(/levels deep|aliases at most|token/i);
    }
  });

  it('refuses bodies that are no JSON object, too large or of another type', async () => {
    expect((await ask('{')).status).toBe(400);
    expect((await ask([{ query: '{ __typename }' }])).status).toBe(400);
    expect((await ask({ query: `{ a } # ${'x'.repeat(200_000)}` })).status).toBe(413);
    expect((await ask({ query: '{ __typename }' }, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('a federated subscription', () => {
  it('completes each event with fields that other subgraphs own, in order, then ends', async () => {
    world.script.events = () =>
      toStream([
        { status: 'RUNNING', progress: 0.5, result: null },
        { status: 'COMPLETED', progress: 1, result: { __typename: 'Image', id: '7' } },
      ]);
    const seen: unknown[] = [];
    const stream = watch(await world.accessToken()).iterate({ query: PROGRESS, variables: { id: 'j1' } });
    for await (const event of stream) seen.push(event.data?.['jobProgress']);

    expect(seen).toEqual([
      { id: 'j1', status: 'RUNNING', progress: 0.5, result: null },
      {
        id: 'j1',
        status: 'COMPLETED',
        progress: 1,
        result: { id: '7', prompt: 'a persimmon tree', thumbnailUrl: 'http://bucket/thumbnail' },
      },
    ]);
  });

  it('shares one upstream between the tabs of one person, not between people', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    world.script.subscriptions = 0;
    world.script.events = async function* () {
      yield { status: 'RUNNING', progress: 0, result: null };
      await held;
      yield { status: 'CANCELED', progress: 0, result: null };
    };
    const open = async (userId: string) => {
      const client = watch(await world.accessToken({ userId }));
      const stream = client.iterate({ query: PROGRESS, variables: { id: 'j2' } });
      await stream.next();
      return stream;
    };
    const streams = [await open('u1'), await open('u1'), await open('u2')];
    expect(world.script.subscriptions).toBe(2);
    release();

    for (const stream of streams) {
      const { value } = await stream.next();
      expect(value?.data?.['jobProgress']).toMatchObject({ status: 'CANCELED' });
    }
  });

  it('subscribes anew when the upstream is lost, and the client sees the end', async () => {
    let opened = 0;
    world.script.events = async function* () {
      opened += 1;
      yield { status: opened === 1 ? 'RUNNING' : 'COMPLETED', progress: 1, result: null };
      if (opened === 1) await Promise.reject(new Error('socket hang up'));
    };
    const statuses: unknown[] = [];
    const stream = watch(await world.accessToken()).iterate({ query: PROGRESS, variables: { id: 'j3' } });
    for await (const event of stream) statuses.push((event.data?.['jobProgress'] as { status: string }).status);

    expect(statuses).toEqual(['RUNNING', 'COMPLETED']);
  });

  it('tells a stranger and a wrong document what is wrong', async () => {
    const anonymous = await watch(undefined)
      .iterate({ query: PROGRESS, variables: { id: 'j1' } })
      .next();
    expect(JSON.stringify(anonymous.value)).toContain('UNAUTHENTICATED');

    const wrong = watch(await world.accessToken()).iterate({ query: '{ queue { depth } }' });
    await expect(wrong.next()).rejects.toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('opens no socket for a forged token or a foreign page', async () => {
    const forged = watch('rubbish').iterate({ query: PROGRESS, variables: { id: 'j1' } });
    await expect(forged.next()).rejects.toMatchObject({ code: 4403 });

    const foreign = new WebSocket(url, 'graphql-transport-ws', { origin: 'https://evil.example' });
    const status = await new Promise((resolve) =>
      foreign.on('unexpected-response', (_, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(403);
  });

  it('closes the socket when the access token ends', async () => {
    world.script.events = async function* () {
      yield { status: 'RUNNING', progress: 0, result: null };
      await new Promise(() => {});
    };
    const stream = watch(await world.accessToken({ lifetime: '2s' })).iterate({
      query: PROGRESS,
      variables: { id: 'j9' },
    });
    await stream.next();

    await expect(stream.next()).rejects.toMatchObject({ code: 4403 });
  });
});
