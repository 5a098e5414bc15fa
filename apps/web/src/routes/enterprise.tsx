import { EnterprisePage } from '../features/enterprise/EnterprisePage.tsx';

/** `/enterprise` */
export function EnterpriseRoute() {
  return <EnterprisePage />;
}
