import { fetchToken } from './auth-client.ts';
import { createTokenKeeper } from './token-keeper.ts';

export { fetchSession, signIn, signOut, signUp } from './auth-client.ts';
export type { SessionUser } from './auth-client.ts';
export { AuthError } from './auth-error.ts';
export type { AuthProblem } from './auth-error.ts';
export { signInAgain } from './sign-in-again.ts';
export { onSessionChange, tellSessionChange } from './session-channel.ts';
export type { SessionChange } from './session-channel.ts';

/** This tab's access token. */
export const tokens = createTokenKeeper({ fetchToken });
