import { useLocation } from '@tanstack/react-router';
import { VerifyEmailPage } from '../features/session/VerifyEmailPage.tsx';

/** `/verify-email#<token>`: behind the `#`, so that no server ever sees it in an address. */
export function VerifyEmailRoute() {
  return <VerifyEmailPage token={useLocation().hash} />;
}
