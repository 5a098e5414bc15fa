import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tokens } from '../auth/index.ts';
import { choice } from './choice.ts';
import { openAsEvents } from './event-streams.ts';
import { renewLive } from './live-state.ts';
import { subscribeLive } from './subscribe-live.ts';
import { JobUpdatesDocument } from '../graph/generated/graphql.ts';

/** A stream that stays open. */
const standing = (signal: AbortSignal) =>
  new ReadableStream({ start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)) });
const said = (payload: object) => `event: next\ndata: ${JSON.stringify(payload)}\n\nevent: complete\ndata:\n\n`;
const headers = { 'content-type': 'text/event-stream' };

let token: string | null;
let shown: (string | null)[];
let body: (signal: AbortSignal) => BodyInit;

beforeEach(() => {
  token = 'first';
  shown = [];
  body = standing;
  tokens.forget();
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/auth/token') return Response.json({ token }, { status: token === null ? 401 : 200 });
    shown.push(new Headers(init.headers).get('authorization'));
    return new Response(body(init.signal as AbortSignal), { headers });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  renewLive();
});

describe('live events where no WebSocket comes through', () => {
  it('come anew with the new token when somebody signed in or changed the password', async () => {
    choice.silent('socket');
    const leave = subscribeLive(JobUpdatesDocument, {}, { onNext: () => undefined });
    await vi.waitFor(() => expect(shown).toEqual(['Bearer first']), { timeout: 30_000 });
    token = 'second';
    tokens.forget();
    renewLive();
    await vi.waitFor(() => expect(shown).toEqual(['Bearer first', 'Bearer second']));
    leave();
  });

  it.each([
    ['that nobody is signed in any more', 'UNAUTHENTICATED', null, 'signed out'],
    ['that the token ended', 'UNAUTHENTICATED', 'another', 'error'],
    ['that the server lost them', 'SUBSCRIPTION_UPSTREAM_LOST', 'first', 'error'],
  ])('end with word %s', async (_, code, next, end) => {
    body = () => said({ errors: [{ message: code, extensions: { code } }] });
    await tokens.get();
    token = next;
    const ended = new Promise((resolve) => {
      const sink = { onNext: () => undefined, onOpen: () => undefined };
      const failing = { onError: () => resolve('error'), onSignedOut: () => resolve('signed out') };
      openAsEvents({ query: 'subscription { jobUpdates { id } }', variables: {} }, { ...sink, ...failing });
    });
    expect(await ended).toBe(end);
  });
});
