import { DashboardPage } from '../features/dashboard/index.ts';

/** `/overview` */
export function OverviewRoute() {
  return <DashboardPage />;
}
