import { z } from 'zod';

/** The claims of an access token, for whoever verifies one with the keys at `/auth/jwks`. */
export const accessTokenClaims = z.object({
  sub: z.string().min(1),
  role: z.enum(['MEMBER', 'ADMIN']),
  locale: z.enum(['en', 'ko']),
  /** The session that the token came from. */
  sid: z.string().min(1),
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
});

export type AccessTokenClaims = z.infer<typeof accessTokenClaims>;

/**
 * Told on the bus when a session or an API key ends before its time. Whoever holds something open for it closes it, and
 * refuses its access tokens until they would have ended anyway (`ACCESS_TOKEN_LIFETIME_MS`).
 */
export const accessRevoked = {
  name: 'identity.access-revoked',
  schema: z.object({
    userId: z.string().min(1),
    /** The session that ended, or null when it was a key. */
    sessionId: z.string().min(1).nullable(),
    /** The API key that ended, or null when it was a session. */
    apiKeyId: z.string().min(1).nullable(),
    /** When it ended, in milliseconds since the epoch. */
    atMs: z.number(),
  }),
} as const;

export type AccessRevoked = z.infer<typeof accessRevoked.schema>;

/** No access token lives longer. */
export const ACCESS_TOKEN_LIFETIME_MS = 600_000;
