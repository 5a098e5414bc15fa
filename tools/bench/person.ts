import { createHash } from 'node:crypto';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Someone who uses the product over its public port, as a partner's program would. */
export interface Person {
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  live(): Client;
  /** What a socket of theirs is opened with. */
  readonly authorization: string;
}

/** Begins a picture. */
export const GENERATE =
  'mutation($input: TextToImageInput!) { generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code } } }';

let made = 0;

export async function newPerson(port: number): Promise<Person> {
  const email = `bench-${process.pid}-${Date.now()}-${made++}@example.test`;
  return signIn({ port, email, password: 'persimmon-tree-2026', path: 'sign-up' });
}

interface SignIn {
  readonly port: number;
  readonly email: string;
  readonly password: string;
  readonly path?: 'sign-up' | 'sign-in';
}

/** Signs a person in over the public port, or up when they are new. */
export async function signIn({ port, email, password, path = 'sign-in' }: SignIn): Promise<Person> {
  const origin = `http://localhost:${port}`;
  const headers = { 'content-type': 'application/json', origin };
  const body = JSON.stringify({ email, password, name: 'Bench' });
  const signed = await fetch(`${origin}/auth/${path}/email`, { method: 'POST', headers, body });
  if (!signed.ok) throw new Error(`${email} could not sign in: HTTP ${signed.status}.`);
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { token } = (await (await fetch(`${origin}/auth/token`, { headers: { cookie } })).json()) as { token: string };
  const authorization = `Bearer ${token}`;
  return {
    authorization,
    ask: async <Data>(query: string, variables = {}) => {
      const request = {
        method: 'POST',
        headers: { ...headers, authorization },
        body: JSON.stringify({ query, variables }),
      };
      const answer = (await (await fetch(`${origin}/graphql`, request)).json()) as { data?: Data; errors?: unknown };
      if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    live: () =>
      createClient({
        url: `ws://localhost:${port}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization },
        lazy: false,
      }),
  };
}

interface Ticket {
  readonly requestUpload: { id: string; url: string; headers: { name: string; value: string }[] };
}

interface NamedAs {
  readonly filename: string;
  readonly contentType: string;
}

const PLAIN: NamedAs = { filename: 'bench.bin', contentType: 'application/octet-stream' };

/** Uploads bytes by the two-phase protocol; returns the asset's id, and how long the PUT alone and all of it took. */
export async function upload(
  person: Person,
  bytes: Uint8Array<ArrayBuffer>,
  namedAs = PLAIN,
): Promise<{ id: string; putMs: number; totalMs: number }> {
  const startedAt = performance.now();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { requestUpload: ticket } = await person.ask<Ticket>(
    'mutation($input: RequestUploadInput!) { requestUpload(input: $input) { ... on UploadTicket { id url headers { name value } } } }',
    { input: { ...namedAs, sizeBytes: bytes.length, sha256 } },
  );
  const putAt = performance.now();
  const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
  const put = await fetch(ticket.url, { method: 'PUT', headers, body: bytes });
  if (!put.ok) throw new Error(`The bucket answered ${put.status}: ${await put.text()}`);
  const putMs = performance.now() - putAt;
  await person.ask('mutation($id: ID!) { completeUpload(id: $id) { ... on Asset { id status } } }', { id: ticket.id });
  return { id: ticket.id, putMs, totalMs: performance.now() - startedAt };
}
