import { createId } from '@modu/ids';

export interface UserSeed {
  /** Where the studio is, and how to reach it: global `fetch` for a running host, a module's `fetch` within a test. */
  readonly baseUrl: string;
  send?(request: Request): Promise<Response>;
  readonly email?: string;
  readonly password?: string;
  readonly name?: string;
  readonly locale?: 'en' | 'ko';
}

export interface SeededUser {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** The session, as a `cookie` header. */
  readonly cookie: string;
  /** An access token of ten minutes, for the `authorization` header of the gateway. */
  readonly token: string;
}

const TIMEOUT_MS = 15_000;

/** Signs a new person up the way everybody does it, and gets them an access token. */
export async function seedUser(seed: UserSeed): Promise<SeededUser> {
  const { email = `${createId()}@example.com`, password = 'a password for tests', name = 'Test Person', locale } = seed;
  const signedUp = await call(seed, 'POST', '/auth/sign-up/email', {
    body: JSON.stringify({ email, password, name, ...(locale ? { locale } : {}) }),
  });
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const cookie = cookieOf(signedUp);
  const { token } = (await (await call(seed, 'GET', '/auth/token', { cookie })).json()) as { token: string };
  return { id: user.id, email, password, cookie, token };
}

/** The `cookie` header that a browser would send after this answer. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function call(
  { baseUrl, send = (request) => fetch(request) }: UserSeed,
  method: string,
  path: string,
  { body, cookie }: { readonly body?: string; readonly cookie?: string },
): Promise<Response> {
  const response = await send(
    new Request(new URL(path, baseUrl), {
      method,
      headers: {
        origin: new URL(baseUrl).origin,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(cookie ? { cookie } : {}),
      },
      ...(body ? { body } : {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response;
}
