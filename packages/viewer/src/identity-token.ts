import { jwtVerify, SignJWT } from 'jose';
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

/** Identity between our processes: HS256 over a secret that only they hold. */
export function createIdentityTokens(internalSecret: string): IdentityTokens {
  const key = new TextEncoder().encode(internalSecret);
  return {
    sign: (viewer) =>
      new SignJWT({ viewer })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience('modu-internal')
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(key),
    verify: async (token) => {
      if (!token) return undefined;
      try {
        const { payload } = await jwtVerify(token, key, { audience: 'modu-internal', algorithms: ['HS256'] });
        const parsed = claims.safeParse(payload['viewer']);
        return parsed.success ? (parsed.data as Viewer) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
