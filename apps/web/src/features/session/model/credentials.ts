import type { AuthProblem } from '../../../lib/auth/index.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

export type CredentialField = 'name' | 'email' | 'password';

/** What is wrong with a field, as a key of the `session` messages. */
export type CredentialProblem =
  | 'problemNameEmpty'
  | 'problemEmailInvalid'
  | 'problemPasswordShort'
  | 'problemPasswordLong'
  | 'problemPasswordBreached'
  | 'problemPasswordEmpty'
  | 'problemWrongCredentials'
  | 'problemEmailTaken'
  | 'problemEmailUnverified'
  | 'problemPasswordWrong'
  | 'problemNoPassword'
  | 'problemLinkOver'
  | 'problemSignInFirst'
  | 'problemCodeWrong'
  | 'problemStepOver'
  | 'problemTooMany'
  | 'problemUnreachable'
  | 'problemUnknown';

export type CredentialProblems = Partial<Record<CredentialField | 'form', CredentialProblem>>;

export interface Credentials {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

// Deliberately loose: the server decides, this only catches slips.
const EMAIL = /^[^\s@]+@[^\s@]+$/u;

/** Checks a sign-up before it is sent; an empty object means all is well. */
export function checkSignUp({ name, email, password }: Credentials): CredentialProblems {
  return {
    ...(name.trim() === '' ? { name: 'problemNameEmpty' as const } : {}),
    ...(EMAIL.test(email.trim()) ? {} : { email: 'problemEmailInvalid' as const }),
    ...passwordProblem(password),
  };
}

/** Checks a sign-in before it is sent. */
export function checkSignIn({ email, password }: Omit<Credentials, 'name'>): CredentialProblems {
  return {
    ...(EMAIL.test(email.trim()) ? {} : { email: 'problemEmailInvalid' as const }),
    ...(password === '' ? { password: 'problemPasswordEmpty' as const } : {}),
  };
}

/** What is wrong with a new password. */
export function passwordProblem(password: string): CredentialProblems {
  if (password.length < PASSWORD_MIN) return { password: 'problemPasswordShort' };
  return password.length > PASSWORD_MAX ? { password: 'problemPasswordLong' } : {};
}

const BY_PROBLEM: Readonly<Record<AuthProblem, CredentialProblems>> = {
  'wrong-credentials': { form: 'problemWrongCredentials' },
  'email-taken': { email: 'problemEmailTaken' },
  'email-invalid': { email: 'problemEmailInvalid' },
  'password-short': { password: 'problemPasswordShort' },
  'password-long': { password: 'problemPasswordLong' },
  'password-breached': { password: 'problemPasswordBreached' },
  'password-wrong': { password: 'problemPasswordWrong' },
  'no-password': { form: 'problemNoPassword' },
  'email-unverified': { form: 'problemEmailUnverified' },
  'link-over': { form: 'problemLinkOver' },
  'sign-in-first': { form: 'problemSignInFirst' },
  'code-wrong': { form: 'problemCodeWrong' },
  'step-over': { form: 'problemStepOver' },
  'too-many': { form: 'problemTooMany' },
  unreachable: { form: 'problemUnreachable' },
  unknown: { form: 'problemUnknown' },
};

/** Puts a refusal of the sign-in service beside the field it is about. */
export function placeProblem(problem: AuthProblem): CredentialProblems {
  return BY_PROBLEM[problem];
}
