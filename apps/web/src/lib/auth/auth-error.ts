/** Why signing up or in did not work, in the studio's own words; `unknown` carries the trace id to quote. */
export type AuthProblem =
  | 'wrong-credentials'
  | 'email-taken'
  | 'email-invalid'
  | 'password-short'
  | 'password-long'
  | 'password-breached'
  | 'password-wrong'
  /** They sign in with Google or Discord. */
  | 'no-password'
  | 'email-unverified'
  | 'link-over'
  | 'sign-in-first'
  | 'code-wrong'
  /** Between the password and the code went more time than there is. */
  | 'step-over'
  | 'too-many'
  | 'unreachable'
  | 'unknown';

/** A refusal of the /auth endpoints. */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly problem: AuthProblem;
  readonly traceId: string | null;

  constructor(problem: AuthProblem, traceId: string | null = null) {
    super(`The sign-in service answered: ${problem}`);
    this.problem = problem;
    this.traceId = traceId;
  }
}

/** Whether signing in must begin at the password again: whoever looks for their phone may be longer about it than the step is open. */
export function isStepOver(error: unknown): boolean {
  return error instanceof AuthError && error.problem === 'step-over';
}

const BY_CODE: Readonly<Record<string, AuthProblem>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  USER_ALREADY_EXISTS: 'email-taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email-taken',
  INVALID_EMAIL: 'email-invalid',
  PASSWORD_TOO_SHORT: 'password-short',
  PASSWORD_TOO_LONG: 'password-long',
  PASSWORD_BREACHED: 'password-breached',
  INVALID_PASSWORD: 'password-wrong',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'no-password',
  EMAIL_NOT_VERIFIED: 'email-unverified',
  INVALID_TOKEN: 'link-over',
  TOKEN_EXPIRED: 'link-over',
  USER_NOT_FOUND: 'link-over',
  INVALID_USER: 'link-over',
  SIGN_IN_FIRST: 'sign-in-first',
  INVALID_CODE: 'code-wrong',
  INVALID_BACKUP_CODE: 'code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'step-over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too-many',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many',
};

/** Names the problem in an answer of better-auth: its code first, else the HTTP status. */
export function authProblemOf({
  status,
  code,
}: {
  readonly status: number;
  readonly code: string | undefined;
}): AuthProblem {
  const known = code === undefined ? undefined : BY_CODE[code];
  if (known !== undefined) return known;
  if (status === 429) return 'too-many';
  if (status === 401) return 'wrong-credentials';
  if (status === 502 || status === 503 || status === 504) return 'unreachable';
  return 'unknown';
}
