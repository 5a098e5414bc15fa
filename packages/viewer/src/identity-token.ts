import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { SCOPES } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** Carries the signed identity of a request between our own processes. */
export const IDENTITY_HEADER = 'x-modu-identity';
/** The language a person chose in the studio; wins over Accept-Language. */
export const LOCALE_HEADER = 'x-modu-locale';
/** The trace id of a request, on the way in between processes and on the way out to clients. */
export const TRACE_HEADER = 'x-trace-id';

const LIFETIME_SECONDS = 60;

const localeClaim = z.enum(['en', 'ko']);
const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous'), address: z.string().optional(), locale: localeClaim }),
  z.object({
    kind: z.literal('user'),
    userId: z.string().min(1),
    role: z.enum(['MEMBER', 'ADMIN']),
    sessionId: z.string().min(1).optional(),
    apiKeyId: z.string().min(1).optional(),
    scopes: z.array(z.enum(SCOPES)).optional(),
    locale: localeClaim,
  }),
  z.object({
    kind: z.literal('service'),
    service: z.string().min(1),
    actingFor: z.string().min(1).optional(),
    locale: localeClaim,
  }),
]);

export interface IdentityTokens {
  /** A token that says who is asking; valid for a minute, for our own processes alone. */
  sign(viewer: Viewer): Promise<string>;
  /** The viewer of a token; `undefined` when it is missing, forged or expired. */
  verify(token: string | null | undefined): Promise<Viewer | undefined>;
}

/** A token is given out again for this long; it is good for much longer than any request takes. */
const REUSED_MS = 15_000;
const KNOWN_MAX = 10_000;
/** Tokens count in whole seconds. */
const ROUNDED_MS = 1_000;

/**
 * Identity between our processes: HS256 over a secret that only they hold. One request asks several subgraphs, and a service the
 * same ones again and again: what was signed or proven moments ago is remembered, never beyond the token's end.
 */
export function createIdentityTokens(internalSecret: string): IdentityTokens {
  const key = new TextEncoder().encode(internalSecret);
  const signed = new LRUCache<string, Promise<string>>({ max: KNOWN_MAX, ttl: REUSED_MS });
  const proven = new LRUCache<string, { readonly viewer: Viewer; readonly endsAtMs: number }>({ max: KNOWN_MAX });
  const sign = (viewer: Viewer) =>
    new SignJWT({ viewer })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('modu-internal')
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(key);
  const prove = async (token: string): Promise<Viewer | undefined> => {
    try {
      const { payload } = await jwtVerify(token, key, { audience: 'modu-internal', algorithms: ['HS256'] });
      const parsed = claims.safeParse(payload['viewer']);
      if (!parsed.success) return undefined;
      const viewer = Object.freeze(parsed.data) as Viewer;
      proven.set(token, { viewer, endsAtMs: (payload.exp ?? 0) * 1_000 });
      return viewer;
    } catch {
      return undefined;
    }
  };

  return {
    sign: (viewer) => {
      const who = JSON.stringify(viewer);
      const token = signed.get(who) ?? sign(viewer);
      if (signed.has(who)) return token;
      signed.set(who, token);
      const endsAtMs = Date.now() + LIFETIME_SECONDS * 1_000 - ROUNDED_MS;
      token.then(
        (text) => {
          const parsed = claims.safeParse(JSON.parse(who));
          if (parsed.success) proven.set(text, { viewer: Object.freeze(parsed.data) as Viewer, endsAtMs });
        },
        () => signed.delete(who),
      );
      return token;
    },
    verify: async (token) => {
      if (!token) return undefined;
      const known = proven.get(token);
      return known && Date.now() < known.endsAtMs ? known.viewer : prove(token);
    },
  };
}
