import { FilesPage } from '../features/files/FilesPage.tsx';

/** `/files` */
export function FilesRoute() {
  return <FilesPage />;
}
