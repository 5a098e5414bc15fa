import { jwtVerify } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { actsFor, assertService, createIdentityTokens, parseLocale, requireUser } from './index.ts';
import type { Viewer } from './index.ts';
import { createOnce } from './once.ts';

const SECRET = 'an internal secret of the test, long enough';
const user: Viewer = { kind: 'user', userId: 'u1', role: 'MEMBER', locale: 'ko' };
const worker: Viewer = { kind: 'service', service: 'generation', actingFor: 'u1', locale: 'en' };
const anonymous: Viewer = { kind: 'anonymous', locale: 'en' };

const ASKED = { audience: 'jobs', text: '{"query":"{ queue { depth } }","variables":{"who":"감"}}' };

afterEach(() => vi.useRealTimers());

describe('identity between processes', () => {
  it('arrives as it was signed, and is a JWT that any library can check', async () => {
    const [here, there] = [createIdentityTokens(SECRET), createIdentityTokens(SECRET)];

    for (const viewer of [user, worker, anonymous, { ...user, apiKeyId: 'k1', scopes: ['read'] } satisfies Viewer]) {
      expect(there.verify(here.sign(viewer, ASKED), ASKED)).toEqual(viewer);
    }
    const key = new TextEncoder().encode(SECRET);
    const { payload } = await jwtVerify(here.sign(user, ASKED), key, { audience: 'jobs', algorithms: ['HS256'] });
    expect(payload['viewer']).toEqual(user);
  });

  it('is refused when forged, changed, unsigned or absent', () => {
    const tokens = createIdentityTokens(SECRET);
    const [header, claims, mac] = tokens.sign(user, ASKED).split('.') as [string, string, string];
    const admin = btoa(atob(claims).replace('MEMBER', 'ADMIN'));
    const none = btoa('{"alg":"none"}');
    const forged = createIdentityTokens('another secret, which is just as long').sign(user, ASKED);

    const attempts = [forged, `${header}.${admin}.${mac}`, `${none}.${claims}.`, `${none}.${claims}.${mac}`];
    for (const token of [...attempts, `${header}.${claims}.`, header, `${header}.`, 'x', '..', '', null, undefined]) {
      expect(tokens.verify(token, ASKED)).toBeUndefined();
    }
  });

  it('is for one request: no other body, no other subgraph, and no second time', () => {
    const tokens = createIdentityTokens(SECRET);
    const token = tokens.sign(user, ASKED);

    expect(tokens.verify(token, { ...ASKED, text: `${ASKED.text} ` })).toBeUndefined();
    expect(tokens.verify(token, { ...ASKED, audience: 'billing' })).toBeUndefined();
    expect(tokens.verify(token, ASKED)).toEqual(user);
    expect(tokens.verify(token, ASKED)).toBeUndefined();
    expect(tokens.verify(tokens.sign(user, ASKED), ASKED)).toEqual(user);
  });

  it('is over after half a minute, and a replay is known for as long', () => {
    vi.useFakeTimers();
    const tokens = createIdentityTokens(SECRET);
    const [early, late, replayed] = [1, 2, 3].map(() => tokens.sign(user, ASKED));

    expect(tokens.verify(replayed, ASKED)).toEqual(user);
    vi.advanceTimersByTime(29_000);
    expect(tokens.verify(replayed, ASKED)).toBeUndefined();
    expect(tokens.verify(early, ASKED)).toEqual(user);
    vi.advanceTimersByTime(1_000);
    expect(tokens.verify(late, ASKED)).toBeUndefined();
  });

  it('remembers a bounded number of replays', () => {
    const once = createOnce({ keptMs: 1_000, sizeMax: 2 });

    expect(['a', 'b', 'c'].map((key) => once.isFirst(key, 5_000))).toEqual([true, true, true]);
    expect(['a', 'b', 'c'].map((key) => once.isFirst(key, 5_500))).toEqual([false, false, false]);
    expect(['d', 'e', 'a'].map((key) => once.isFirst(key, 5_500))).toEqual([true, true, true]);
    expect(once.isFirst('e', 9_000)).toBe(true);
  });
});

describe('a viewer', () => {
  it('acts for themself, a service for its user, nobody for no one', () => {
    expect([user, worker, anonymous].map((viewer) => actsFor(viewer))).toEqual(['u1', 'u1', undefined]);
    expect(() => requireUser(anonymous)).toThrow('Sign in');
    expect(() => assertService(user)).toThrow('Only services');
    expect(() => assertService(worker)).not.toThrow();
  });

  it('that is a program reaches as far as the scopes of its key, and never what is for people alone', () => {
    const program: Viewer = { ...user, apiKeyId: 'k1', scopes: ['generate'] };

    expect(requireUser(program, 'generate')).toBe('u1');
    expect(() => requireUser(program, 'billing:read')).toThrow('lacks the scope billing:read');
    expect(() => requireUser(program)).toThrow('Sign in');
    expect([actsFor(program), actsFor(program, 'generate')]).toEqual([undefined, 'u1']);
    expect([actsFor(user), requireUser(user), requireUser(user, 'documents')]).toEqual(['u1', 'u1', 'u1']);
  });

  it('is answered in the language they prefer, English when we speak none of theirs', () => {
    expect(['ko-KR,ko;q=0.9,en;q=0.8', 'fr, ko', 'en-GB', 'xx', '', null].map(parseLocale)).toEqual([
      'ko',
      'ko',
      'en',
      'en',
      'en',
      'en',
    ]);
  });
});
