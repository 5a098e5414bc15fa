import { VerifyEmailPage } from '../features/session/VerifyEmailPage.tsx';
import { useHash } from '../lib/way/index.ts';

/** `/verify-email#<token>`: behind the `#`, so that no server ever sees it in an address. */
export function VerifyEmailRoute() {
  return <VerifyEmailPage token={useHash()} />;
}
