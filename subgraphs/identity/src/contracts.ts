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
