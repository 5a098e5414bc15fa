import { LOCALE_HEADER, parseLocale } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { ApiKeys } from './api-keys.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { KeyRates } from '../front-door/key-rates.ts';
import type { Revocations } from './revocations.ts';

/** `retryAfterMs` when it is a good key that has asked too often, or one of too many that are unknown. */
export type Authentication =
  | { readonly ok: true; readonly viewer: Viewer; readonly expiresAtMs?: number }
  | { readonly ok: false; readonly retryAfterMs?: number };

interface Credentials {
  /** `Bearer <access token>`, as in the Authorization header. */
  readonly authorization: string | null | undefined;
  /** The language a person chose. */
  readonly locale: string | null | undefined;
  /** The client's address, as the host saw it. */
  readonly address?: string | undefined;
}

/** What authentication looks things up in. */
export interface Authenticators {
  readonly accessTokens: AccessTokens;
  readonly apiKeys: ApiKeys;
  readonly keyRates: KeyRates;
  readonly revocations: Revocations;
}

const BEARER = /^Bearer ([\w.~+/-]{1,8192}=*)$/i;
const KEY_PREFIX = 'modu_';

/**
 * Who asks. Nobody is a valid answer; a token that is not good is not: a client that believes itself signed in must learn
 * that it is not.
 */
export async function authenticate(
  { authorization, locale, address }: Credentials,
  authenticators: Authenticators,
): Promise<Authentication> {
  if (!authorization) {
    const from = address === undefined ? {} : { address };
    return { ok: true, viewer: { kind: 'anonymous', ...from, locale: parseLocale(locale) } };
  }
  const token = BEARER.exec(authorization)?.[1];
  if (!token) return { ok: false };
  const verified = await verify(token, address ?? 'unknown', authenticators);
  if (!verified) return { ok: false };
  if ('viewer' in verified && authenticators.revocations.isRevoked(verified.viewer)) return { ok: false };
  if ('retryAfterMs' in verified) return { ok: false, retryAfterMs: verified.retryAfterMs };
  const viewer = locale ? { ...verified.viewer, locale: parseLocale(locale) } : verified.viewer;
  return { ok: true, viewer, expiresAtMs: verified.expiresAtMs };
}

async function verify(token: string, address: string, { accessTokens, apiKeys, keyRates }: Authenticators) {
  if (!token.startsWith(KEY_PREFIX)) return accessTokens.verify(token);
  const key = await apiKeys.verify(token, address);
  if (!key || 'retryAfterMs' in key) return key;
  const { apiKeyId: id = '' } = key.viewer;
  const retryAfterMs = await keyRates.consume({ id, requestsPerMinute: key.requestsPerMinute });
  return retryAfterMs > 0 ? { ...key, retryAfterMs } : key;
}

/** The studio says its language in a header of its own; other clients in the one that browsers send. */
export function localeOf(headers: Headers): string | null {
  return headers.get(LOCALE_HEADER) ?? headers.get('accept-language');
}
