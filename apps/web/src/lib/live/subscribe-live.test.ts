import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onSessionChange, tokens } from '../auth/index.ts';
import { JobUpdatesDocument } from '../graph/generated/graphql.ts';
import { renewLive } from './live-state.ts';
import { subscribeLive } from './subscribe-live.ts';
import { createLiveNetwork } from './testing/live-socket.ts';

const MINUTES_MS = 60_000;
const refused = (code: string) => ({ type: 'next', payload: { errors: [{ message: code, extensions: { code } }] } });
const complete = { type: 'complete' };
const event = { type: 'next', payload: { data: { jobUpdates: null } } };

let network: ReturnType<typeof createLiveNetwork>;
let token: string | null;
let leave: () => void;
const onNext = vi.fn();
const onResume = vi.fn();

const watch = async () => {
  leave = subscribeLive(JobUpdatesDocument, {}, { onNext, onResume });
  await vi.waitFor(() => expect(network.subscriptions).toBe(1), { timeout: 30_000 });
};

beforeEach(() => {
  vi.useFakeTimers();
  onNext.mockReset();
  onResume.mockReset();
  network = createLiveNetwork();
  token = 'first';
  tokens.forget();
  vi.stubGlobal('WebSocket', network.WebSocket);
  vi.stubGlobal('fetch', async () => Response.json({ token }, { status: token === null ? 401 : 200 }));
});

afterEach(async () => {
  leave();
  renewLive();
  await vi.advanceTimersByTimeAsync(MINUTES_MS);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a subscription that is watched', () => {
  it('runs again at once with the new token when somebody signed in or changed the password', async () => {
    await watch();
    token = 'second';
    tokens.forget();
    renewLive();
    network.answer = () => [event];
    await vi.waitFor(() => expect(onNext).toHaveBeenCalledOnce());
    expect(network.shown).toEqual(['Bearer first', 'Bearer second']);
    expect(network.open).toBe(1);
    expect(onResume).toHaveBeenCalledOnce();
  });

  it.each([
    ['as an event', [refused('UNAUTHENTICATED'), complete]],
    ['as an error', [{ type: 'error', payload: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] }]],
  ])('waits while nobody is signed in, says so once, and runs again when they are back: told %s', async (_, answer) => {
    const onChange = vi.fn();
    const off = onSessionChange(onChange);
    token = null;
    network.answer = () => answer;
    await watch();
    await vi.advanceTimersByTimeAsync(10 * MINUTES_MS);
    expect(network.subscriptions).toBe(1);
    expect(onChange.mock.calls).toEqual([['expired']]);
    token = 'back';
    network.answer = () => [event];
    renewLive();
    await vi.waitFor(() => expect(onNext).toHaveBeenCalledOnce());
    expect(network.shown.at(-1)).toBe('Bearer back');
    off();
  });

  it('is asked for again until the server can serve it, however long that takes', async () => {
    network.answer = () => [refused('INTERNAL_SERVER_ERROR'), complete];
    await watch();
    await vi.advanceTimersByTimeAsync(10 * MINUTES_MS);
    network.answer = () => [event];
    await vi.advanceTimersByTimeAsync(MINUTES_MS);
    expect(onNext).toHaveBeenCalledOnce();
  });

  it('reads what was missed when it runs again over a socket that another one kept open', async () => {
    await watch();
    network.answer = () => [refused('SUBSCRIPTION_UPSTREAM_LOST'), complete];
    const resumed = vi.fn();
    const end = subscribeLive(JobUpdatesDocument, {}, { onNext, onResume: resumed });
    await vi.waitFor(() => expect(network.subscriptions).toBe(2));
    network.answer = () => [];
    await vi.advanceTimersByTimeAsync(MINUTES_MS);
    expect(network.subscriptions).toBe(3);
    expect(network.shown).toHaveLength(1);
    expect(resumed).toHaveBeenCalledOnce();
    expect(onResume).not.toHaveBeenCalled();
    end();
  });

  it('is told of the next cut, too, when it began over a socket that stood', async () => {
    await watch();
    const resumed = vi.fn();
    const end = subscribeLive(JobUpdatesDocument, {}, { onNext, onResume: resumed });
    await vi.waitFor(() => expect(network.subscriptions).toBe(2));
    network.cut();
    await vi.advanceTimersByTimeAsync(MINUTES_MS);
    expect(network.subscriptions).toBe(4);
    expect([onResume, resumed].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    end();
  });

  it('is over when the server ends it in order', async () => {
    network.answer = () => [event, complete];
    await watch();
    await vi.advanceTimersByTimeAsync(10 * MINUTES_MS);
    expect(network.subscriptions).toBe(1);
  });
});
