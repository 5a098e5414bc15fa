import { APIError, createAuthMiddleware } from 'better-auth/api';
import { EMAIL_LENGTH_MAX, NAME_LENGTH_MAX, parseDisplayName } from '../domain/profile.ts';

interface Replacement {
  readonly context: { readonly body: { readonly name: string } };
}

/** What better-auth does not check of a new account: the same rules that hold when a person changes it later. */
export const signUpRules = createAuthMiddleware((ctx): Promise<Replacement | undefined> => {
  if (ctx.path !== '/sign-up/email') return Promise.resolve(undefined);
  const { name, email, image } = ctx.body as Record<string, unknown>;
  const displayName = typeof name === 'string' ? parseDisplayName(name) : undefined;
  if (displayName === undefined) {
    throw APIError.from('BAD_REQUEST', {
      code: 'INVALID_NAME',
      message: `Choose a name of 1 to ${NAME_LENGTH_MAX} characters.`,
    });
  }
  if (typeof email === 'string' && email.length > EMAIL_LENGTH_MAX) {
    throw APIError.from('BAD_REQUEST', { code: 'INVALID_EMAIL', message: 'This address is too long.' });
  }
  if (image !== undefined) {
    // better-auth would keep any text as the address of a picture; pictures are uploaded as assets.
    throw APIError.from('BAD_REQUEST', { code: 'INVALID_INPUT', message: 'A picture can be added after signing up.' });
  }
  return Promise.resolve({ context: { body: { name: displayName } } });
});
