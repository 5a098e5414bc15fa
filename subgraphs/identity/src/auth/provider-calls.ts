import { readBounded } from '@modu/http-calls';
import type { Logger } from '@modu/logger';
import { authorizationCodeRequest, getOAuth2Tokens } from 'better-auth/oauth2';
import { z } from 'zod';

/** Who we are to a provider, and where it answers. */
interface Counterpart {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenUrl: string;
  readonly personUrl: string;
}

interface Agreed {
  readonly code: string;
  readonly redirectURI: string;
  readonly codeVerifier?: string | undefined;
}

const DEADLINE_MS = 5_000;
/** Tokens and a profile are a few thousand. */
const ANSWER_BYTES_MAX = 100_000;

const tokens = z.record(z.string(), z.unknown());
/** What better-auth wants to know of a profile; ours is read in `toPerson`, which alone decides whether an address is proven. */
const profile = z
  .looseObject({ id: z.string().optional(), sub: z.string().optional() })
  .transform((told) => ({ ...told, emailVerified: false }));

/**
 * What is asked of a provider once somebody has agreed there, each within its time and its size: a browser waits for it.
 * A code that brings no token throws; a person who is not told is null. Either ends on the page for signing in.
 */
export function createProviderCalls(
  { clientId, clientSecret, tokenUrl, personUrl }: Counterpart,
  { logger, deadlineMs = DEADLINE_MS }: { readonly logger: Logger; readonly deadlineMs?: number },
) {
  const ask = async (url: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(deadlineMs) });
    const text = await readBounded(response, { sizeBytesMax: ANSWER_BYTES_MAX });
    if (!response.ok) throw new Error(`The provider answered ${response.status}.`);
    return JSON.parse(text.toString('utf8'));
  };
  return {
    getToken: async (agreed: Agreed) => {
      const request = await authorizationCodeRequest({ ...agreed, options: { clientId, clientSecret } });
      return getOAuth2Tokens(tokens.parse(await ask(tokenUrl, { method: 'POST', ...request })));
    },
    getUserInfo: async ({ accessToken }: { readonly accessToken?: string | undefined }) => {
      try {
        return profile.parse(await ask(personUrl, { headers: { authorization: `Bearer ${accessToken}` } }));
      } catch (error) {
        logger.warn({ err: error }, 'a provider did not tell who somebody is');
        return null;
      }
    },
  };
}
