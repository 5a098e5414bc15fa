import { TrashPage } from '../features/gallery/TrashPage.tsx';

/** `/gallery/trash` */
export function TrashRoute() {
  return <TrashPage />;
}
