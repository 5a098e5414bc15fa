import { takeEarly } from '../early/early.ts';
import { AuthError, authProblemOf } from './auth-error.ts';

const DEADLINE_MS = 15_000;

/** Who is signed in, as the session endpoint tells it. */
export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** What stands between a form and being signed in: nothing, a letter to answer, or a second step. */
export type SignOutcome = 'done' | 'letter' | 'second-step';

/** Makes an account. Throws AuthError. */
export async function signUp(input: { name: string; email: string; password: string }): Promise<SignOutcome> {
  const answer = await call('/auth/sign-up/email', { method: 'POST', body: input });
  return field(answer, 'token') === null ? 'letter' : 'done';
}

/** Signs in. Throws AuthError. */
export async function signIn(input: { email: string; password: string }): Promise<SignOutcome> {
  const answer = await call('/auth/sign-in/email', { method: 'POST', body: input });
  return field(answer, 'twoFactorRedirect') === true ? 'second-step' : 'done';
}

/** Ends the session of this browser. Throws AuthError. */
export async function signOut(): Promise<void> {
  await call('/auth/sign-out', { method: 'POST', body: {} });
}

/** The person of this browser's session cookie; null when nobody is signed in. Throws AuthError when it can't be known. */
export async function fetchSession(): Promise<SessionUser | null> {
  const answer = await call('/auth/get-session', { method: 'GET' });
  const user = field(answer, 'user');
  const id = field(user, 'id');
  const email = field(user, 'email');
  if (typeof id !== 'string' || typeof email !== 'string') return null;
  const name = field(user, 'name');
  return { id, email, name: typeof name === 'string' ? name : email };
}

/** A JWT of ten minutes for the API; null when the session has ended. Throws AuthError when it can't be known. */
export async function fetchToken(): Promise<string | null> {
  try {
    const token = field(await call('/auth/token', { method: 'GET' }), 'token');
    return typeof token === 'string' ? token : null;
  } catch (error) {
    if (error instanceof AuthError && error.problem === 'wrong-credentials') return null;
    throw error;
  }
}

/** Asks an `/auth` endpoint; returns what it answered. Throws AuthError. */
export async function call(path: string, options: { method: 'GET' | 'POST'; body?: object }): Promise<unknown> {
  const early = options.method === 'GET' ? await takeEarly(path) : undefined;
  const known: unknown = await early?.json().catch(() => undefined);
  if (known !== undefined) return known;
  const response = await fetch(path, {
    method: options.method,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(DEADLINE_MS),
    ...(options.body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(options.body) }),
  }).catch(() => {
    throw new AuthError('unreachable');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  // A body that was cut off, or the page of a network that wants a sign-in of its own, is no answer.
  if (response.ok && answer === undefined) throw new AuthError('unreachable');
  if (response.ok) return answer;
  const code = field(answer, 'code');
  const problem = authProblemOf({ status: response.status, code: typeof code === 'string' ? code : undefined });
  throw new AuthError(problem, response.headers.get('x-trace-id'));
}

/** A field of an answer that may be anything. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
