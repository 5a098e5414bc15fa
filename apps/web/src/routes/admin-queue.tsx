import { AdminQueuePage } from '../features/queue/AdminQueuePage.tsx';

/** `/admin/queue` */
export function AdminQueueRoute() {
  return <AdminQueuePage />;
}
