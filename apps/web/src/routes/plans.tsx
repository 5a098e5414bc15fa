import { PlansPage } from '../features/plans/PlansPage.tsx';

/** `/plans` */
export function PlansRoute() {
  return <PlansPage />;
}
