import { refuse } from '@modu/errors';
import { createLogger } from '@modu/logger';
import { signedPost, streamText } from '@modu/network';
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
let slowNote = Promise.withResolvers<void>();
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
        note: async (_: unknown, { id }: { id: string }, { viewer }: BaseContext) => {
          requireUser(viewer);
          if (id === 'slow') await slowNote.promise;
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

async function ask(query: string, viewer: Viewer, traceId = 'a'.repeat(32)) {
  const headers = { [TRACE_HEADER]: traceId };
  const body = JSON.stringify({ query });
  const response = await server.fetch(signedPost(identity, { subgraph: 'notes', viewer, body, headers }));
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
    const pass = identity.issuePass(user, { audience: 'notes', query });
    const { errors } = await server.execute({ query, identity: pass, signal: gone.signal });
    whenWritten = undefined;

    expect(errors).toMatchObject([{ path: ['second'], extensions: { code: 'ABORTED' } }]);
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

  describe('asked by several people at once', () => {
    const askTogether = async (ids: readonly string[], accept: string) => {
      const extensions = { viewer: user };
      const body = JSON.stringify(ids.map((id) => ({ query: `{ note(id: "${id}") { id } }`, extensions })));
      const headers = { [IDENTITY_HEADER]: identity.sign(undefined, { audience: 'notes', text: body }), accept };
      return server.fetch(new Request('http://notes/', { method: 'POST', headers, body }));
    };
    const noteOf = (id: string) => ({ data: { note: { id } } });

    it('answers in one piece when all is there soon', async () => {
      const response = await askTogether(['1', '2'], 'application/jsonl, application/json');

      expect(await response.json()).toEqual([noteOf('1'), noteOf('2')]);
    });

    it('lets nobody wait for another’s answer, when the asker takes them one by one', async () => {
      slowNote = Promise.withResolvers();
      const response = await askTogether(['slow', '2'], 'application/jsonl, application/json');
      const lines = response.body!.pipeThrough(new TextDecoderStream()).getReader();

      expect(JSON.parse((await lines.read()).value!)).toEqual([1, noteOf('2')]);
      slowNote.resolve();
      expect(JSON.parse((await lines.read()).value!)).toEqual([0, noteOf('slow')]);
      expect((await lines.read()).done).toBe(true);
    });

    it('answers in one piece to those who take nothing else, and stops when they leave', async () => {
      slowNote = Promise.withResolvers();
      const waiting = askTogether(['slow', '2'], 'application/json');
      const left = await askTogether(['slow', '2'], 'application/jsonl');
      await left.body!.cancel();
      slowNote.resolve();

      expect(await (await waiting).json()).toEqual([noteOf('slow'), noteOf('2')]);
    });
  });

  it('refuses what is no JSON or far too large', async () => {
    for (const body of ['{', `"${'x'.repeat(1_100_000)}"`]) {
      const request = signedPost(identity, { subgraph: 'notes', viewer: user, body });
      expect((await server.fetch(request)).status).toBe(400);
    }
  });
});

describe('who asks a subgraph', () => {
  const SAYS = JSON.stringify({ query: '{ note(id: "7") { text } }' });
  const OTHER = JSON.stringify({ query: '{ note(id: "8") { text } }' });
  const post = (token: string | undefined, body: string) => {
    const headers = token === undefined ? {} : { [IDENTITY_HEADER]: token };
    return server.fetch(new Request('http://notes/subgraphs/notes/graphql', { method: 'POST', headers, body }));
  };
  const sign = (viewer: Viewer | undefined, text: string, audience = 'notes') =>
    identity.sign(viewer, { audience, text });
  const statusOf = async (token: string | undefined, body: string) => (await post(token, body)).status;

  it('is refused unsigned, forged, with another body, at another subgraph, and a second time', async () => {
    const forged = createIdentityTokens('another secret, which is just as long').sign(user, {
      audience: 'notes',
      text: SAYS,
    });
    const token = sign(user, SAYS);

    expect(await (await post(undefined, SAYS)).json()).toMatchObject({
      errors: [{ extensions: { code: 'UNSIGNED_IDENTITY' } }],
    });
    expect(await statusOf(forged, SAYS)).toBe(401);
    expect(await statusOf(sign(user, SAYS, 'gallery'), SAYS)).toBe(401);
    expect(await statusOf(token, OTHER)).toBe(401);
    expect(await statusOf(token, SAYS)).toBe(200);
    expect(await statusOf(token, SAYS)).toBe(401);
  });

  it('is refused before the body is read', async () => {
    const body = new ReadableStream({ pull: () => Promise.reject(new Error('the body was read')) });
    const request = new Request('http://notes/', { method: 'POST', body, duplex: 'half' } as RequestInit);

    expect((await server.fetch(request)).status).toBe(401);
  });

  it('may be many people in one body, each named in what was signed', async () => {
    const entry = (viewer: unknown) => ({ ...(JSON.parse(SAYS) as object), extensions: { viewer } });
    const both = JSON.stringify([entry(user), entry({ kind: 'anonymous', locale: 'en' })]);

    expect(await (await post(sign(undefined, both), both)).json()).toMatchObject([
      { data: { note: { text: 'hello' } } },
      { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    expect(await statusOf(sign(undefined, both), both.replace('anonymous', 'service'))).toBe(401);
    const nameless = JSON.stringify([JSON.parse(SAYS)]);
    expect(await statusOf(sign(undefined, nameless), nameless)).toBe(401);
    expect(await statusOf(sign(undefined, SAYS), SAYS)).toBe(401);
  });

  it('needs a pass for the very question in this process', async () => {
    const query = '{ note(id: "7") { text } }';
    const { signal } = new AbortController();
    const pass = identity.issuePass(user, { audience: 'notes', query });
    const elsewhere = identity.issuePass(user, { audience: 'gallery', query });
    const unsigned = { errors: [{ extensions: { code: 'UNSIGNED_IDENTITY' } }] };

    expect(await server.execute({ query: '{ broken }', identity: pass, signal })).toMatchObject(unsigned);
    expect(await server.execute({ query, identity: elsewhere, signal })).toMatchObject(unsigned);
    expect(await server.execute({ query, identity: {} as never, signal })).toMatchObject(unsigned);
    expect(await server.execute({ query, identity: pass, signal })).toEqual({ data: { note: { text: 'hello' } } });
    expect(await server.execute({ query, identity: pass, signal })).toMatchObject(unsigned);
  });
});

describe('a stream', () => {
  const signed = (question: Parameters<typeof streamText>[0], viewer: Viewer) =>
    identity.sign(viewer, { audience: 'notes', text: streamText(question) });
  const open = async (query: string, viewer: Viewer, signal = new AbortController().signal) =>
    server.subscribe({ query, signal, identity: signed({ query }, viewer) });

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
    const asked = { query: 'subscription ($n: Int!) { notes(count: $n) { id } }', variables: { n: 1 } };
    const replayed = server.subscribe({ ...asked, variables: { n: 2 }, identity: signed(asked, user), signal });
    expect(JSON.stringify((await replayed.next()).value)).toContain('Identity');

    const query = await open('{ note(id: "1") { id } }', user);
    expect(JSON.stringify((await query.next()).value)).toContain('Only subscriptions');
  });
});
