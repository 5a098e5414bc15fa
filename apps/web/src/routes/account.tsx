import { AccountPage } from '../features/account/index.ts';

/** `/account` */
export function AccountRoute() {
  return <AccountPage />;
}
