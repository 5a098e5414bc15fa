import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onSessionChange, tokens } from '../auth/index.ts';
import { MeDocument } from './generated/graphql.ts';
import { GraphError } from './graph-error.ts';
import { request } from './request.ts';

const ME = { me: null };
const UNAUTHENTICATED = { errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] };

/** Plays the studio's server: what /auth/token and /graphql answer, in order. */
function serverOf({
  token,
  graph,
}: {
  token: (string | null)[];
  graph: { status?: number; body: unknown; traceId?: string }[];
}) {
  const sent: RequestInit[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/auth/token') {
      const next = token.shift() ?? null;
      return next === null ? new Response('{}', { status: 401 }) : Response.json({ token: next });
    }
    sent.push(init);
    const { status = 200, body, traceId } = graph.shift() ?? { body: {} };
    return Response.json(body, { status, headers: traceId === undefined ? {} : { 'x-trace-id': traceId } });
  });
  return { sent, authorizations: () => sent.map(({ headers }) => new Headers(headers).get('authorization')) };
}

describe('a request to the API', () => {
  beforeEach(() => {
    tokens.forget();
    localStorage.setItem('modu.locale', '"ko"');
  });

  it('carries the token and the language, and gives the data', async () => {
    const server = serverOf({ token: ['one'], graph: [{ body: { data: ME } }] });
    expect(await request(MeDocument, {})).toEqual(ME);
    expect(server.authorizations()).toEqual(['Bearer one']);
    expect(new Headers(server.sent[0]?.headers).get('x-modu-locale')).toMatch(/^(?:en|ko)$/u);
  });

  it('names the operation by its hash, and sends its text where that is not known', async () => {
    const unknown = { errors: [{ message: 'Unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
    const server = serverOf({ token: ['one'], graph: [{ body: unknown }, { body: { data: ME } }] });

    expect(await request(MeDocument, {})).toEqual(ME);
    const [first, second] = server.sent.map(({ body }) => JSON.parse(String(body)) as Record<string, unknown>);
    expect(first).toEqual({
      extensions: { persistedQuery: { version: 1, sha256Hash: expect.stringMatching(/^[0-9a-f]{64}$/u) } },
      variables: {},
    });
    expect(second).toEqual({ query: expect.stringContaining('query Me'), variables: {} });
  });

  it('renews a refused token once and asks again', async () => {
    const server = serverOf({
      token: ['old', 'new'],
      graph: [{ status: 401, body: UNAUTHENTICATED }, { body: { data: ME } }],
    });
    expect(await request(MeDocument, {})).toEqual(ME);
    expect(server.authorizations()).toEqual(['Bearer old', 'Bearer new']);
  });

  it('gives up after that, without asking for ever', async () => {
    const refused = { status: 401, body: UNAUTHENTICATED };
    const server = serverOf({ token: ['old', 'new'], graph: [refused, refused, refused] });
    await expect(request(MeDocument, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(server.sent).toHaveLength(2);
  });

  it('tells the studio when the session has ended', async () => {
    serverOf({ token: ['old', null], graph: [{ status: 401, body: UNAUTHENTICATED }] });
    const heard = vi.fn();
    const stop = onSessionChange(heard);
    await expect(request(MeDocument, {})).rejects.toBeInstanceOf(GraphError);
    expect(heard).toHaveBeenCalledWith('expired');
    stop();
  });

  it('keeps the trace id of an error of ours, to quote', async () => {
    serverOf({ token: ['one'], graph: [{ status: 500, body: { errors: [{ message: 'masked' }] }, traceId: '7f3a' }] });
    await expect(request(MeDocument, {})).rejects.toMatchObject({ code: 'INTERNAL', traceId: '7f3a' });
  });

  it('says that the API is out of reach when there is no answer', async () => {
    serverOf({ token: ['one'], graph: [] });
    const answer = fetch;
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      if (path === '/graphql') throw new TypeError('Failed to fetch');
      return answer(path, init);
    });
    await expect(request(MeDocument, {})).rejects.toMatchObject({ code: 'UNREACHABLE', traceId: null });
  });

  it('stops quietly when the one who asked has left', async () => {
    serverOf({ token: ['one'], graph: [] });
    const answer = fetch;
    const leave = new AbortController();
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      if (path !== '/graphql') return answer(path, init);
      leave.abort();
      throw init.signal?.reason as Error;
    });
    await expect(request(MeDocument, {}, { signal: leave.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
