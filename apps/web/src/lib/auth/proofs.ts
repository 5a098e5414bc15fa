import { call, field } from './auth-client.ts';

/** Asks for a letter with a link to a new password; the answer is the same whether the address has an account or not. */
export async function requestPasswordReset(email: string): Promise<void> {
  await call('/auth/request-password-reset', { method: 'POST', body: { email } });
}

/** Sets a new password with the token of a letter; every session ends. Throws AuthError. */
export async function resetPassword(input: { readonly token: string; readonly newPassword: string }): Promise<void> {
  await call('/auth/reset-password', { method: 'POST', body: input });
}

/** Proves an address with the token of a letter. Throws AuthError. */
export async function verifyEmail(token: string): Promise<void> {
  await call(`/auth/verify-email?token=${encodeURIComponent(token)}`, { method: 'GET' });
}

/** Asks for another letter to prove an address. */
export async function sendVerification(email: string): Promise<void> {
  await call('/auth/send-verification-email', { method: 'POST', body: { email } });
}

/** Changes the password; all other places are signed out. Throws AuthError. */
export async function changePassword(input: {
  readonly currentPassword: string;
  readonly newPassword: string;
}): Promise<void> {
  await call('/auth/change-password', { method: 'POST', body: input });
}

/** Asks for another address; letters to the old one and the new one follow. Throws AuthError. */
export async function changeEmail(newEmail: string): Promise<void> {
  await call('/auth/change-email', { method: 'POST', body: { newEmail } });
}

/** A letter that was kept because there is no mail server. */
export interface KeptLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: string;
}

/** The letters that were kept, the latest first; null where letters are sent. Throws AuthError when it can't be known. */
export async function fetchLetters(): Promise<readonly KeptLetter[] | null> {
  const answer = await call('/auth/mail', { method: 'GET' }).catch(() => null);
  const letters = field(answer, 'letters');
  return Array.isArray(letters) ? (letters as KeptLetter[]) : null;
}
