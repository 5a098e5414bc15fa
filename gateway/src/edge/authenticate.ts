import { LOCALE_HEADER, parseLocale } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { AccessTokens } from './access-tokens.ts';
import type { Revocations } from './revocations.ts';

export type Authentication =
  { readonly ok: true; readonly viewer: Viewer; readonly expiresAtMs?: number } | { readonly ok: false };

interface Credentials {
  /** `Bearer <access token>`, as in the Authorization header. */
  readonly authorization: string | null | undefined;
  /** The language a person chose. */
  readonly locale: string | null | undefined;
}

/**
 * Who asks. Nobody is a valid answer; a token that is not good is not: a client that believes itself signed in must learn
 * that it is not.
 */
export async function authenticate(
  { authorization, locale }: Credentials,
  { accessTokens, revocations }: { readonly accessTokens: AccessTokens; readonly revocations: Revocations },
): Promise<Authentication> {
  if (!authorization) return { ok: true, viewer: { kind: 'anonymous', locale: parseLocale(locale) } };
  const token = /^Bearer ([\w.~+/-]{1,8192}=*)$/i.exec(authorization)?.[1];
  const verified = token ? await accessTokens.verify(token) : undefined;
  if (!verified || revocations.isRevoked(verified.viewer)) return { ok: false };
  const viewer = locale ? { ...verified.viewer, locale: parseLocale(locale) } : verified.viewer;
  return { ok: true, viewer, expiresAtMs: verified.expiresAtMs };
}

/** The studio says its language in a header of its own; other clients in the one that browsers send. */
export function localeOf(headers: Headers): string | null {
  return headers.get(LOCALE_HEADER) ?? headers.get('accept-language');
}
