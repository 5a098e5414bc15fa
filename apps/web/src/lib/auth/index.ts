import { ownedBy } from '../keep/own.ts';
import { fetchToken } from './auth-client.ts';
import { createTokenKeeper } from './token-keeper.ts';

export { fetchSession, signIn, signOut, signUp } from './auth-client.ts';
export type { SessionUser, SignOutcome } from './auth-client.ts';
export { AuthError, isStepOver } from './auth-error.ts';
export type { AuthProblem } from './auth-error.ts';
export { signInAgain } from './sign-in-again.ts';
export { sessionQuery } from './session-query.ts';
export { onSessionChange, tellSessionChange } from './session-channel.ts';
export type { SessionChange } from './session-channel.ts';

// What only the pages around an account do (`proofs`, `providers`, `second-step`) is imported by its file: no other page waits for it.

/** This tab's access token. */
export const tokens = createTokenKeeper({ fetchToken, onPerson: ownedBy });
