import { ownedBy } from '../keep/own.ts';
import { fetchToken } from './auth-client.ts';
import { createTokenKeeper } from './token-keeper.ts';

export { fetchSession, signIn, signOut, signUp } from './auth-client.ts';
export type { SessionUser, SignOutcome } from './auth-client.ts';
export {
  changeEmail,
  changePassword,
  fetchLetters,
  requestPasswordReset,
  resetPassword,
  sendVerification,
  verifyEmail,
} from './proofs.ts';
export type { KeptLetter } from './proofs.ts';
export { fetchProviders, providerAddress } from './providers.ts';
export type { ProviderId } from './providers.ts';
export { confirmSecondStep, endSecondStep, passSecondStep, prepareSecondStep } from './second-step.ts';
export type { PreparedSecondStep } from './second-step.ts';
export { AuthError, isStepOver } from './auth-error.ts';
export type { AuthProblem } from './auth-error.ts';
export { signInAgain } from './sign-in-again.ts';
export { sessionQuery } from './session-query.ts';
export { onSessionChange, tellSessionChange } from './session-channel.ts';
export type { SessionChange } from './session-channel.ts';

/** This tab's access token. */
export const tokens = createTokenKeeper({ fetchToken, onPerson: ownedBy });
