import { SecurityPage } from '../features/security/index.ts';

/** `/security` */
export function SecurityRoute() {
  return <SecurityPage />;
}
