import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { actsFor, assertService, createIdentityTokens, parseLocale, requireUser } from './index.ts';
import type { Viewer } from './index.ts';

const SECRET = 'an internal secret of the test, long enough';
const user: Viewer = { kind: 'user', userId: 'u1', role: 'MEMBER', locale: 'ko' };
const worker: Viewer = { kind: 'service', service: 'generation', actingFor: 'u1', locale: 'en' };
const anonymous: Viewer = { kind: 'anonymous', locale: 'en' };

describe('identity between processes', () => {
  it('arrives as it was signed', async () => {
    const tokens = createIdentityTokens(SECRET);

    for (const viewer of [user, worker, anonymous, { ...user, apiKeyId: 'k1', scopes: ['read'] } satisfies Viewer]) {
      expect(await tokens.verify(await tokens.sign(viewer))).toEqual(viewer);
    }
  });

  it('is refused when forged, expired, meant for others, or absent', async () => {
    const tokens = createIdentityTokens(SECRET);
    const key = new TextEncoder().encode(SECRET);
    const jwt = () => new SignJWT({ viewer: user }).setProtectedHeader({ alg: 'HS256' });
    const forged = await createIdentityTokens('another secret, which is just as long').sign(user);
    const expired = await jwt().setAudience('modu-internal').setExpirationTime('-1s').sign(key);
    const elsewhere = await jwt().setAudience('studio').setExpirationTime('60s').sign(key);
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ viewer: user }))}.`;

    for (const token of [forged, expired, elsewhere, unsigned, 'x', '', null, undefined]) {
      expect(await tokens.verify(token)).toBeUndefined();
    }
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
