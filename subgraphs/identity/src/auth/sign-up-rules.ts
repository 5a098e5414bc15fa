import { APIError } from 'better-auth/api';
import { EMAIL_LENGTH_MAX, NAME_LENGTH_MAX, parseDisplayName } from '../domain/profile.ts';

export interface BodyReplacement {
  readonly context: { readonly body: Readonly<Record<string, unknown>> };
}

/** What better-auth does not check of a new account: the same rules that hold when a person changes it later. */
export function checkSignUp(body: Readonly<Record<string, unknown>>): BodyReplacement {
  const { name, email, image } = body;
  const displayName = typeof name === 'string' ? parseDisplayName(name) : undefined;
  if (displayName === undefined) {
    throw APIError.from('BAD_REQUEST', {
      code: 'INVALID_NAME',
      message: `Choose a name of 1 to ${NAME_LENGTH_MAX} characters.`,
    });
  }
  checkEmailLength(email);
  if (image !== undefined) {
    // better-auth would keep any text as the address of a picture; pictures are uploaded as assets.
    throw APIError.from('BAD_REQUEST', { code: 'INVALID_INPUT', message: 'A picture can be added after signing up.' });
  }
  return { context: { body: { name: displayName } } };
}

/** @throws APIError INVALID_EMAIL for an address that no mail can be sent to. */
export function checkEmailLength(email: unknown): void {
  if (typeof email !== 'string' || email.length <= EMAIL_LENGTH_MAX) return;
  throw APIError.from('BAD_REQUEST', { code: 'INVALID_EMAIL', message: 'This address is too long.' });
}
