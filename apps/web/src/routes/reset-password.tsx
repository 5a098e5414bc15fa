import { useLocation, useNavigate } from '@tanstack/react-router';
import { ResetPasswordPage } from '../features/session/ResetPasswordPage.tsx';

/** `/reset-password#<token>`: behind the `#`, so that no server ever sees it in an address. */
export function ResetPasswordRoute() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  return <ResetPasswordPage token={hash} onDone={() => void navigate({ to: '/sign-in', search: { next: '/' } })} />;
}
