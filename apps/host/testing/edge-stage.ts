import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPostgresBus } from '@modu/bus';
import type { Bus } from '@modu/bus';
import { gateway } from '@modu/gateway';
import { identity } from '@modu/identity';
import { seedUser } from '@modu/identity/testing';
import type { SeededUser } from '@modu/identity/testing';
import { createLogger } from '@modu/logger';
import type { Platform } from '@modu/module';
import { createNetwork } from '@modu/network';
import { withClient } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import { WebSocket } from 'ws';

export interface OpenSocket {
  /** How it was closed, and when. */
  readonly closed: Promise<{ readonly code: number; readonly atMs: number }>;
  end(): void;
}

/** Identity and the gateway as two processes are: each with its own connection to a bus over PostgreSQL. */
export interface EdgeStage {
  seed(): Promise<SeededUser>;
  /** Asks identity at `/auth/*`. */
  auth(path: string, options?: { readonly body?: object; readonly cookie?: string }): Promise<Response>;
  /** Asks the graph with this token or key. */
  ask(token: string, query?: string): Promise<Response>;
  /** A socket that is open and acknowledged. */
  openSocket(token: string): Promise<OpenSocket>;
  /** From now on nothing that identity says on the bus arrives anywhere. */
  muteIdentity(): Promise<void>;
  /** Cuts every connection to the bus; they are made again by themselves. */
  cutBus(): Promise<void>;
  /** Asks the graph through a gateway that has only just started. */
  askNewGateway(token: string): Promise<number>;
  stop(): Promise<void>;
}

/** For what happens in the background once a gateway has started. */
const PATIENCE_MS = 10_000;
const PUBLIC_URL = 'http://localhost:4000';

export async function startEdgeStage(): Promise<EdgeStage> {
  const logger = createLogger({ level: 'silent' });
  const network = createNetwork();
  const buses: Bus[] = [];
  const database = await testDatabase('edge');
  const tokens = createIdentityTokens('an internal secret of this test run');
  const platform = (): Platform => {
    const bus = createPostgresBus({ url: database.url, logger });
    buses.push(bus);
    return { logger, network, bus, identity: tokens };
  };
  const settings = identity.settings.parse({
    IDENTITY_DATABASE_URL: database.url,
    AUTH_SECRET: 'a secret that signs cookies in this test',
    AUTH_RATE_LIMIT: 'false',
    PUBLIC_URL,
  });
  const accounts = await identity.start(settings, platform());
  const { service } = accounts;
  if (!service) throw new Error('identity offers no service');
  network.attach('identity', service);
  const edge = await gateway.start(gateway.settings.parse({ PUBLIC_URL }), platform());
  const server = createServer();
  server.on('upgrade', (request, socket, head) => edge.upgrade?.accept(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;

  return {
    seed: () => seedUser({ baseUrl: PUBLIC_URL, send: (request) => service.fetch(request) }),
    auth: (path, { body, cookie } = {}) =>
      service.fetch(
        new Request(PUBLIC_URL + path, {
          method: body ? 'POST' : 'GET',
          headers: { 'content-type': 'application/json', origin: PUBLIC_URL, ...(cookie ? { cookie } : {}) },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      ),
    ask: async (token, query) => {
      if (!edge.service) throw new Error('the gateway offers no service');
      return edge.service.fetch(question(token, query));
    },
    openSocket: (token) => openSocket(url, token),
    muteIdentity: async () => buses.shift()?.close(),
    cutBus: () =>
      withClient(database.url, async (client) => {
        await client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'modu-bus-listen' AND datname = current_database()",
        );
      }),
    askNewGateway: async (token) => {
      const another = await gateway.start(gateway.settings.parse({ PUBLIC_URL }), platform());
      const answers = async () => (await another.service?.fetch(question(token)))?.status ?? 0;
      const deadlineMs = Date.now() + PATIENCE_MS;
      while ((await answers()) !== 401 && Date.now() < deadlineMs) await sleep(50);
      const status = await answers();
      await another.stop();
      return status;
    },
    stop: async () => {
      await edge.stop();
      await accounts.stop();
      await Promise.all(buses.map((bus) => bus.close()));
      await network.close();
      server.close();
      await database.drop();
    },
  };
}

const question = (token: string, query = '{ me { id } }') =>
  new Request(`${PUBLIC_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });

async function openSocket(url: string, token: string): Promise<OpenSocket> {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  const closed = new Promise<{ code: number; atMs: number }>((resolve) =>
    socket.once('close', (code) => resolve({ code, atMs: performance.now() })),
  );
  const payload = { authorization: `Bearer ${token}` };
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.once('message', () => resolve());
  });
  return { closed, end: () => socket.close() };
}
