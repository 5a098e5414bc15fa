import { tellSessionChange, tokens } from '../auth/index.ts';
import type { LiveSink } from './stream.ts';

/** Tells why a stream failed. One that was refused its token needs another, and where there is none the session has ended. */
export function tellFailure(
  reason: unknown,
  { onError, onSignedOut }: Pick<LiveSink<never>, 'onError' | 'onSignedOut'>,
) {
  if (!isTokenRefused(reason)) return onError();
  const tell = (token: string | null) => {
    if (token !== null) return onError();
    tellSessionChange('expired');
    onSignedOut();
  };
  tokens.renew().then(tell, onError);
}

/** A stream fails with the errors of the answer, or with whatever closed the connection. */
function isTokenRefused(reason: unknown): boolean {
  if (!Array.isArray(reason)) return false;
  return reason.some((error: { readonly extensions?: { readonly code?: unknown } }) => {
    return error.extensions?.code === 'UNAUTHENTICATED';
  });
}
