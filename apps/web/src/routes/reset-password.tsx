import { ResetPasswordPage } from '../features/session/ResetPasswordPage.tsx';
import { go, useHash } from '../lib/way/index.ts';

/** `/reset-password#<token>`: behind the `#`, so that no server ever sees it in an address. */
export function ResetPasswordRoute() {
  const token = useHash();
  return <ResetPasswordPage token={token} onDone={() => void go({ to: '/sign-in', search: { next: '/' } })} />;
}
