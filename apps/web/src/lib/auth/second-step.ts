import { call, field } from './auth-client.ts';

/** What an authenticator app needs, and the codes for the day when it is lost. */
export interface PreparedSecondStep {
  /** An `otpauth://` address. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

/** Begins the second step of signing in; it holds once a first code was shown. Throws AuthError. */
export async function prepareSecondStep(password: string): Promise<PreparedSecondStep> {
  const answer = await call('/auth/two-factor/enable', { method: 'POST', body: { password } });
  const codes = field(answer, 'backupCodes');
  return { uri: String(field(answer, 'totpURI')), backupCodes: Array.isArray(codes) ? codes.map(String) : [] };
}

/** Shows the first code: from now on signing in takes one. Throws AuthError. */
export async function confirmSecondStep(code: string): Promise<void> {
  await call('/auth/two-factor/verify-totp', { method: 'POST', body: { code } });
}

/** Ends the second step. Throws AuthError. */
export async function endSecondStep(password: string): Promise<void> {
  await call('/auth/two-factor/disable', { method: 'POST', body: { password } });
}

/** Signs in after the right password: six digits of the app, or a backup code. Throws AuthError. */
export async function passSecondStep(code: string): Promise<void> {
  const typed = code.replaceAll(' ', '');
  const path = /^\d{6}$/u.test(typed) ? 'verify-totp' : 'verify-backup-code';
  await call(`/auth/two-factor/${path}`, { method: 'POST', body: { code: typed } });
}
