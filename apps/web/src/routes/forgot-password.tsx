import { ForgotPasswordPage } from '../features/session/ForgotPasswordPage.tsx';

/** `/forgot-password` */
export function ForgotPasswordRoute() {
  return <ForgotPasswordPage />;
}
