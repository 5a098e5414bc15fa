import type { Logger } from '@modu/logger';
import type { Network } from '@modu/network';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload } from 'jose';
import { z } from 'zod';
import type { UserViewer } from '@modu/viewer';

/** What identity puts into an access token. */
const claims = z.object({
  sub: z.string().min(1),
  role: z.enum(['MEMBER', 'ADMIN']).catch('MEMBER'),
  locale: z.enum(['en', 'ko']).catch('en'),
  sid: z.string().min(1).optional(),
  exp: z.number(),
});

export interface VerifiedToken {
  readonly viewer: UserViewer;
  /** When the token ends, in milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

interface AccessTokensOptions {
  readonly network: Network;
  readonly issuer: string;
  readonly logger: Logger;
}

export interface AccessTokens {
  /** `undefined` for a token that is forged, expired or not ours. Throws when identity can't be reached for keys, and none are known. */
  verify(token: string): Promise<VerifiedToken | undefined>;
}

/** Older keys are read again, while those that are known serve on. */
const KEYS_MAX_AGE_MS = 10 * 60_000;
/** For so long identity may be away before nobody can be told any more. */
const KEYS_KEPT_MS = 6 * 3_600_000;
/** New keys are asked for at most this often, or forged ids and everyone who waits would hammer identity. */
const KEYS_MIN_AGE_MS = 2_000;

/** Verifies access tokens (JWT, EdDSA) at the edge with the keys that identity publishes at `/auth/jwks`. */
export function createAccessTokens({ network, issuer, logger }: AccessTokensOptions): AccessTokens {
  let keys: { readonly resolve: ReturnType<typeof createLocalJWKSet>; readonly loadedAtMs: number } | undefined;
  let loading: Promise<void> | undefined;
  let refreshedAtMs = 0;

  const load = async (): Promise<void> => {
    const request = new Request('http://identity/auth/jwks', { signal: AbortSignal.timeout(5_000) });
    const response = await network.fetch('identity', request);
    if (!response.ok) throw new Error(`identity answered ${response.status} for its keys`);
    keys = { resolve: createLocalJWKSet((await response.json()) as JSONWebKeySet), loadedAtMs: Date.now() };
  };
  const refresh = () => (loading ??= load().finally(() => (loading = undefined)));
  /** Nobody waits for it: what is known is good meanwhile. */
  const refreshBehind = () => {
    if (Date.now() - refreshedAtMs < KEYS_MIN_AGE_MS) return;
    refreshedAtMs = Date.now();
    refresh().catch((error: unknown) => logger.warn({ err: error }, 'the keys of identity could not be read again'));
  };
  const ageMs = () => (keys ? Date.now() - keys.loadedAtMs : Number.POSITIVE_INFINITY);

  const check = async (token: string): Promise<JWTPayload> => {
    if (!keys) throw new Error('The keys of identity are not loaded.');
    const { payload } = await jwtVerify(token, keys.resolve, { algorithms: ['EdDSA'], issuer, audience: issuer });
    return payload;
  };

  return {
    verify: async (token) => {
      if (ageMs() > KEYS_KEPT_MS) await refresh();
      else if (ageMs() > KEYS_MAX_AGE_MS) refreshBehind();
      try {
        return toVerified(await check(token));
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || ageMs() < KEYS_MIN_AGE_MS) return undefined;
      }
      await refresh();
      return check(token).then(toVerified, () => undefined);
    },
  };
}

function toVerified(payload: JWTPayload): VerifiedToken | undefined {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return undefined;
  const { sub, role, locale, sid, exp } = parsed.data;
  return {
    viewer: { kind: 'user', userId: sub, role, locale, ...(sid ? { sessionId: sid } : {}) },
    expiresAtMs: exp * 1_000,
  };
}
