import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningModule } from '@modu/module';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ISSUER } from '../testing/issuer.ts';
import { startStandIns, toStream } from '../testing/stand-ins.ts';
import type { StandIns } from '../testing/stand-ins.ts';
import { hashDocument } from './front-door/trusted-documents.ts';
import { gateway } from './index.ts';
import { gatewaySettings } from './settings.ts';

interface Answer {
  data?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
  errors: { message: string; extensions: { code: string; traceId?: string } }[];
}

let world: StandIns;
let running: RunningModule;
let server: Server;
let url: string;
let documents: string;
const clients: Client[] = [];

beforeAll(async () => {
  world = await startStandIns();
  const { logger, network, identity, bus } = world;
  documents = await mkdtemp(join(tmpdir(), 'modu-documents-'));
  const TRUSTED_DOCUMENTS_FILE = join(documents, 'studio.json');
  await writeFile(TRUSTED_DOCUMENTS_FILE, JSON.stringify({ [hashDocument(SHARED)]: SHARED }));
  const settings = gatewaySettings.parse({
    PUBLIC_URL: ISSUER,
    ALLOWED_ORIGINS: 'https://partner.example',
    TRUSTED_DOCUMENTS_FILE,
    OPERATION_COST_MAX: 600,
    RATE_COST_PER_MINUTE: 3_000,
  });
  running = await gateway.start(settings, { logger, network, identity, bus });
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
  await rm(documents, { recursive: true });
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

/** What the studio asks without a sign-in: trusted, so it runs for everyone. */
const SHARED = 'query Shared { image(id: "7") { id } }';

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
    await ask({ query: SHARED }, { 'accept-language': 'ko-KR' });

    expect(world.script.asked[0]).toEqual({ kind: 'anonymous', locale: 'ko' });
  });

  it('runs operations of one’s own only for those who have a name here', async () => {
    const nobody = await ask({ query: '{ image(id: "7") { id } }' });
    expect([nobody.status, nobody.body.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);

    const schema = await ask({ query: '{ __schema { queryType { name } } }' });
    expect(schema.status).toBe(401);
    expect((await ask({ query: '{ __schema { queryType { name } } }' }, await signedIn())).body.data).toBeTruthy();
  });

  it('tells those who wrote an operation what it may cost, and refuses one that may cost too much', async () => {
    const own = await ask({ query: '{ image(id: "7") { id } queue { depth } }' }, await signedIn());
    expect(own.body).toMatchObject({ extensions: { cost: 2 } });
    expect((await ask({ query: SHARED })).body).not.toHaveProperty('extensions');

    const page = 'first: 100) { edges { node { id';
    const dear = `{ images(${page} asset { id } job { id } } } } jobs(${page} } } } }`;
    const refused = await ask({ query: dear }, await signedIn());
    expect([refused.status, refused.body.errors[0]?.extensions.code]).toEqual([400, 'LIMIT_EXCEEDED']);
  });

  it('asks those who ask too much to wait, and for how long', async () => {
    const headers = { ...(await signedIn('greedy')), 'accept-language': 'ko' };
    const dear = { query: '{ images(first: 100) { edges { node { asset { id } } } } }' };
    let last = await ask(dear, headers);
    for (let n = 0; n < 10 && last.status !== 429; n++) last = await ask(dear, headers);

    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.body.errors[0]).toMatchObject({
      message: expect.stringMatching(/[가-힣]/),
      extensions: { code: 'RATE_LIMITED' },
    });
    expect((await ask(dear, await signedIn('modest'))).status).not.toBe(429);
  });

  it('answers pages of the origins that are allowed, and no others', async () => {
    const from = (origin: string) => ask({ query: '{ __typename }' }, { origin });
    expect((await from('https://partner.example')).headers.get('access-control-allow-origin')).toBe(
      'https://partner.example',
    );
    expect((await from('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
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
    const internal = await ask({ query: 'mutation { releaseHold(jobId: "1") { __typename } }' }, await signedIn());
    expect(JSON.stringify(internal.body)).toContain('Cannot query field');

    const typo = await ask({ query: '{ imags(first: 1) { totalCount } }' }, await signedIn());
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
      const { body } = await ask({ query }, await signedIn());
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
    const open = async (userId: string, more = {}) => {
      const client = watch(await world.accessToken({ userId }));
      const stream = client.iterate({ query: PROGRESS, variables: { id: 'j2', ...more } });
      await stream.next();
      return stream;
    };
    // What the operation does not declare is not looked at.
    const streams = [await open('u1'), await open('u1', { undeclared: [1, 2] }), await open('u2')];
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
    const anonymous = watch(undefined).iterate({ query: PROGRESS, variables: { id: 'j1' } });
    await expect(anonymous.next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);

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

describe('identity that is away', () => {
  it('is told as such and for a moment: who believes to be signed in is not told otherwise', async () => {
    world.network.detach('identity');
    const key = `modu_${'k'.repeat(40)}`;
    const { status, headers, body } = await ask({ query: '{ __typename }' }, { authorization: `Bearer ${key}` });

    expect([status, body.errors[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
