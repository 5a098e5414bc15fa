import { refuse } from '@modu/errors';
import { createLogger } from '@modu/logger';
import { createIdentityTokens, IDENTITY_HEADER, requireUser, TRACE_HEADER } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, createSubgraphServer } from './index.ts';
import type { BaseContext, SubgraphServer } from './index.ts';

const identity = createIdentityTokens('a secret of this test, which is long enough');
const user: Viewer = { kind: 'user', userId: 'u1', role: 'MEMBER', locale: 'ko' };
const logged: string[] = [];
const logger = createLogger({ destination: { write: (line: string) => void logged.push(line) } });
const catalog = { 'note.empty': { en: 'Write something.', ko: '내용을 적어 주세요.' } };

let contexts = 0;
let whenWritten: (() => void) | undefined;
let server: SubgraphServer;

async function* notes(count: number) {
  for (let id = 1; id <= count; id++) yield { notes: { id: String(id), text: 'n', writtenAt: new Date(0) } };
}

beforeAll(async () => {
  server = await createSubgraphServer<BaseContext>({
    name: 'notes',
    schemaFile: new URL('../fixtures/notes.graphql', import.meta.url),
    identity,
    logger,
    createContext: (base) => {
      contexts += 1;
      return base;
    },
    resolvers: {
      Query: {
        note: (_: unknown, { id }: { id: string }, { viewer }: BaseContext) => {
          requireUser(viewer);
          return { id, text: 'hello', writtenAt: new Date('2026-01-02T03:04:05Z') };
        },
        broken: () => {
          throw new Error('pg: password authentication failed for user "modu"');
        },
      },
      Mutation: {
        writeNote: (_: unknown, { text }: { text: string }, { viewer }: BaseContext) => {
          whenWritten?.();
          return answer(text ? { id: '1', text, writtenAt: new Date(0) } : refuse('INVALID_INPUT', 'note.empty'), {
            typename: 'Note',
            viewer,
            catalog,
          });
        },
      },
      Subscription: { notes: { subscribe: (_: unknown, { count }: { count: number }) => notes(count) } },
    },
  });
});

afterAll(() => server.stop());

async function ask(query: string, viewer: Viewer | undefined, traceId = 'a'.repeat(32)) {
  const response = await server.fetch(
    new Request('http://notes/subgraphs/notes/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [TRACE_HEADER]: traceId,
        ...(viewer ? { [IDENTITY_HEADER]: await identity.sign(viewer) } : {}),
      },
      body: JSON.stringify({ query }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('a subgraph server', () => {
  it('answers a request that carries a signed identity', async () => {
    const { body } = await ask('{ note(id: "7") { id text writtenAt } }', user);

    expect(body).toEqual({ data: { note: { id: '7', text: 'hello', writtenAt: '2026-01-02T03:04:05.000Z' } } });
  });

  it('begins nothing more once nobody waits for the answer', async () => {
    const gone = new AbortController();
    whenWritten = () => gone.abort();
    const query = 'mutation { first: writeNote(text: "a") { __typename } second: writeNote(text: "b") { __typename } }';
    const { errors } = await server.execute({ query, identity: await identity.sign(user), signal: gone.signal });
    whenWritten = undefined;

    expect(errors).toMatchObject([{ path: ['second'], extensions: { code: 'ABORTED' } }]);
  });

  it('refuses a request without one, whatever it asks', async () => {
    const { status, body } = await ask('{ __typename }', undefined);

    expect(status).toBe(401);
    expect(JSON.stringify(body)).toContain('UNSIGNED_IDENTITY');
  });

  it('says plainly that one must sign in', async () => {
    const { body } = await ask('{ note(id: "7") { id } }', { kind: 'anonymous', locale: 'en' });

    expect(body).toMatchObject({ data: { note: null }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('masks an error of ours, and logs it once with the trace id', async () => {
    logged.length = 0;
    const { body } = await ask('{ broken }', user, 'b'.repeat(32));

    expect(JSON.stringify(body)).not.toContain('password');
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL', traceId: 'b'.repeat(32) } }] });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('b'.repeat(32));
  });

  it('puts a refusal into the viewer’s language', async () => {
    const query = 'mutation { writeNote(text: "") { __typename ... on Refusal { code message } } }';
    const { body } = await ask(query, user);

    expect(body).toEqual({
      data: { writeNote: { __typename: 'Refusal', code: 'INVALID_INPUT', message: '내용을 적어 주세요.' } },
    });
  });

  it('refuses what is no JSON or far too large', async () => {
    const headers = { [IDENTITY_HEADER]: await identity.sign(user) };
    for (const body of ['{', `"${'x'.repeat(1_100_000)}"`]) {
      const request = new Request('http://notes/', { method: 'POST', headers, body });
      expect((await server.fetch(request)).status).toBe(400);
    }
  });
});

describe('a stream', () => {
  const open = async (query: string, viewer: Viewer, signal = new AbortController().signal) =>
    server.subscribe({ query, identity: await identity.sign(viewer), signal });

  it('gives every event a context of its own, then ends', async () => {
    contexts = 0;
    const seen: unknown[] = [];
    for await (const event of await open('subscription { notes(count: 3) { id } }', user)) seen.push(event);

    expect(seen.map((event) => (event as { data: { notes: { id: string } } }).data.notes.id)).toEqual(['1', '2', '3']);
    expect(contexts).toBe(4);
  });

  it('ends when its signal aborts', async () => {
    const gone = new AbortController();
    const stream = await open('subscription { notes(count: 1000000) { id } }', user, gone.signal);
    await stream.next();
    gone.abort();

    expect((await stream.next()).done).toBe(true);
  });

  it('refuses unsigned identity and documents that are no subscription', async () => {
    const signal = new AbortController().signal;
    const unsigned = server.subscribe({ query: 'subscription { notes(count: 1) { id } }', identity: 'x', signal });
    expect(JSON.stringify((await unsigned.next()).value)).toContain('Identity');

    const query = await open('{ note(id: "1") { id } }', user);
    expect(JSON.stringify((await query.next()).value)).toContain('Only subscriptions');
  });
});
