import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPostgresBus } from '@modu/bus';
import type { Bus } from '@modu/bus';
import { gateway } from '@modu/gateway';
import { identity } from '@modu/identity';
import { seedUser } from '@modu/identity/testing';
import type { SeededUser } from '@modu/identity/testing';
import { createLogger } from '@modu/logger';
import type { Platform, RunningModule } from '@modu/module';
import { createNetwork } from '@modu/network';
import { testDatabase } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Identity and the gateway as two processes are: each with its own connection to a bus over PostgreSQL.

const PUBLIC_URL = 'http://localhost:4000';
const logger = createLogger({ level: 'silent' });
const network = createNetwork();
const buses: Bus[] = [];
let database: Awaited<ReturnType<typeof testDatabase>>;
let accounts: RunningModule;
let edge: RunningModule;
let server: Server;
let url: string;

beforeAll(async () => {
  database = await testDatabase('revocation');
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
  accounts = await identity.start(settings, platform());
  if (accounts.service) network.attach('identity', accounts.service);
  edge = await gateway.start(gateway.settings.parse({ PUBLIC_URL }), platform());
  server = createServer();
  server.on('upgrade', (request, socket, head) => edge.upgrade?.accept(request, socket, head as Buffer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});

afterAll(async () => {
  await edge.stop();
  await accounts.stop();
  await Promise.all(buses.map((bus) => bus.close()));
  await network.close();
  server.close();
  await database.drop();
});

const send = (request: Request) => {
  if (!accounts.service) throw new Error('identity offers no service');
  return accounts.service.fetch(request);
};
const post = (path: string, { body, cookie }: { readonly body: object; readonly cookie?: string }) =>
  send(
    new Request(PUBLIC_URL + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL, ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    }),
  );
const seed = () => seedUser({ baseUrl: PUBLIC_URL, send });

async function ask(token: string, query = '{ me { id } }'): Promise<number> {
  const request = new Request(`${PUBLIC_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return (await edge.service?.fetch(request))?.status ?? 0;
}

interface OpenSocket {
  /** How it was closed, and when. */
  readonly closed: Promise<{ readonly code: number; readonly atMs: number }>;
  end(): void;
}

/** A socket of a signed-in person, open and acknowledged. */
async function openSocket(token: string): Promise<OpenSocket> {
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

/** Ends sessions in one way and measures until every socket of the person is closed. */
async function measure(sockets: readonly OpenSocket[], end: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await end();
  const ends = await Promise.all(sockets.map(({ closed }) => closed));
  expect(ends.map(({ code }) => code)).toEqual(ends.map(() => 4403));
  return Math.max(...ends.map(({ atMs }) => atMs)) - startedAt;
}

async function mailedToken(to: string): Promise<string> {
  const request = new Request(`${PUBLIC_URL}/auth/mail`);
  const { letters } = (await (await send(request)).json()) as { letters: { to: string; kind: string; text: string }[] };
  const letter = letters.find((one) => one.to === to && one.kind === 'reset-password');
  return /#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

const SOCKETS = 5;
const openMany = ({ token }: SeededUser) => Promise.all(Array.from({ length: SOCKETS }, () => openSocket(token)));

describe('what is open for a session that ends', () => {
  it('is closed within a second of a password reset, of signing out and of a revocation; others stay', async () => {
    const bystander = await openSocket((await seed()).token);
    const ways: Record<string, (person: SeededUser) => Promise<() => Promise<unknown>>> = {
      'a password reset': async ({ email }) => {
        await post('/auth/request-password-reset', { body: { email } });
        const body = { token: await mailedToken(email), newPassword: 'a password nobody knew' };
        return () => post('/auth/reset-password', { body });
      },
      'a revocation': async ({ token }) => {
        const { sid } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
        return () => ask(token, `mutation { revokeSession(id: "${sid}") { __typename } }`);
      },
      'signing out':
        async ({ cookie }) =>
        () =>
          post('/auth/sign-out', { body: {}, cookie }),
      'a changed password': async ({ cookie, password }) => {
        const body = { currentPassword: password, newPassword: 'another password' };
        return () => post('/auth/change-password', { body, cookie });
      },
    };
    for (const [way, prepare] of Object.entries(ways)) {
      const person = await seed();
      expect(await ask(person.token)).toBe(200);
      const tookMs = await measure(await openMany(person), await prepare(person));
      console.log(`${way}: ${SOCKETS} sockets closed ${tookMs.toFixed(0)} ms after it was asked for`);

      expect(tookMs).toBeLessThan(1_000);
      expect(await ask(person.token)).toBe(401);
      await expect(openSocket(person.token)).rejects.toThrow(/4403/);
    }
    expect(await Promise.race([bystander.closed, Promise.resolve('open')])).toBe('open');
    bystander.end();
  });
});
