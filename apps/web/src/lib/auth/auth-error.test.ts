import { describe, expect, it } from 'vitest';
import { authProblemOf } from './auth-error.ts';

describe('a refusal of the sign-in service', () => {
  it.each([
    [422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', 'email-taken'],
    [401, 'INVALID_EMAIL_OR_PASSWORD', 'wrong-credentials'],
    [400, 'PASSWORD_TOO_SHORT', 'password-short'],
    [400, 'CREDENTIAL_ACCOUNT_NOT_FOUND', 'no-password'],
    [401, 'INVALID_TWO_FACTOR_COOKIE', 'step-over'],
    [429, undefined, 'too-many'],
    [503, undefined, 'unreachable'],
    [500, 'SOMETHING_NEW', 'unknown'],
  ] as const)('%s %s means %s', (status, code, problem) => {
    expect(authProblemOf({ status, code })).toBe(problem);
  });
});
