import type { Logger } from '@modu/logger';
import type { Auth } from './auth.ts';
import { rememberingProofs } from './passwords.ts';
import { PROVIDERS } from './providers.ts';
import { MOVED_HEADER } from './session-rotation.ts';

/** What of better-auth is open to the outside: what the studio uses and no more. Profile and sessions are in the graph. */
const OPEN = new Set([
  'POST /auth/sign-up/email',
  'POST /auth/sign-in/email',
  'POST /auth/sign-in/social',
  ...PROVIDERS.map((id) => `GET /auth/callback/${id}`),
  'POST /auth/sign-out',
  'POST /auth/request-password-reset',
  'POST /auth/reset-password',
  'POST /auth/send-verification-email',
  'POST /auth/change-password',
  'POST /auth/change-email',
  'GET /auth/verify-email',
  'POST /auth/two-factor/enable',
  'POST /auth/two-factor/verify-totp',
  'POST /auth/two-factor/verify-backup-code',
  'POST /auth/two-factor/generate-backup-codes',
  'POST /auth/two-factor/disable',
  'GET /auth/get-session',
  'GET /auth/token',
  'GET /auth/jwks',
  'GET /auth/ok',
]);

/** They only ask, with whatever cookie the browser has at the moment. */
const QUESTIONS = new Set(['/auth/get-session', '/auth/token']);

/** Whose time could tell whether an address has an account: they answer on the beat, not when they are done. */
const ON_THE_BEAT = new Set(['/auth/request-password-reset', '/auth/sign-up/email']);
const BEAT_MS = 250;

const BODY_BYTES_MAX = 16_384;

/** Answers `/auth/*`. Every refusal has a `code` and a `message`. */
export function createAuthEndpoint(
  auth: Auth,
  { logger, keepsBeat }: { readonly logger: Logger; readonly keepsBeat: (pathname: string) => boolean },
): (request: Request) => Promise<Response> {
  return async (request) => {
    const startedAt = performance.now();
    const { pathname } = new URL(request.url);
    if (!OPEN.has(`${request.method} ${pathname}`)) return fail(404, 'NOT_FOUND', 'There is nothing here.');
    const body = await readBody(request);
    if (body === undefined) return fail(413, 'TOO_LARGE', 'This is too much for a sign-in.');
    try {
      const { method } = request;
      const headers = withAddress(request.headers);
      const ask = () =>
        rememberingProofs(() => auth.handler(new Request(request.url, { method, headers, ...(body && { body }) })));
      const first = await ask();
      const answered = first.headers.has(MOVED_HEADER) ? await ask() : first;
      if (keepsBeat(pathname)) await nextBeat(startedAt);
      return await withCode(QUESTIONS.has(pathname) ? keepingCookies(answered) : answered);
    } catch (error) {
      logger.error({ err: error, path: pathname }, 'an auth request failed');
      return fail(500, 'INTERNAL', 'Something went wrong on our side.');
    }
  };
}

/** True for paths that may not tell by their time whether an address has an account. */
export function isOnTheBeat(pathname: string): boolean {
  return ON_THE_BEAT.has(pathname);
}

function nextBeat(startedAt: number): Promise<void> {
  const waitMs = BEAT_MS - ((performance.now() - startedAt) % BEAT_MS);
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}

/** The host writes the address that a request came from; one without comes from a process of ours, as the gateway's does. */
function withAddress(given: Headers): Headers {
  const headers = new Headers(given);
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', '127.0.0.1');
  return headers;
}

/** The body within its bound, '' when there is none, undefined when there is too much. */
async function readBody(request: Request): Promise<string | undefined> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > BODY_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The answer to a question about a session that is over takes nothing out of the browser: it may arrive after the answer that
 * brought the cookie of the next one, which it would take. A cookie that opens nothing harms nobody.
 */
function keepingCookies(answered: Response): Response {
  const given = answered.headers.getSetCookie();
  const kept = given.filter((cookie) => !/;\s*max-age=0(;|$)/i.test(cookie));
  if (kept.length === given.length) return answered;
  const headers = new Headers(answered.headers);
  headers.delete('set-cookie');
  for (const cookie of kept) headers.append('set-cookie', cookie);
  return new Response(answered.body, { status: answered.status, headers });
}

/** Gives the few refusals that better-auth makes without a code the one that a client can act on. */
async function withCode(response: Response): Promise<Response> {
  if (response.status === 429) {
    const retryAfter = response.headers.get('x-retry-after') ?? '60';
    return fail(429, 'RATE_LIMITED', 'Too many attempts. Wait a moment and try again.', { 'retry-after': retryAfter });
  }
  if (response.status >= 500) return fail(response.status, 'INTERNAL', 'Something went wrong on our side.');
  if (response.status < 400) return response;
  const said = (await response
    .clone()
    .json()
    .catch(() => null)) as { readonly code?: unknown } | null;
  if (typeof said?.code === 'string') return response;
  return fail(response.status, 'INVALID_INPUT', 'Check what you entered and try again.');
}

function fail(status: number, code: string, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
