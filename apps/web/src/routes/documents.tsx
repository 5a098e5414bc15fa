import { DocumentsPage } from '../features/documents/DocumentsPage.tsx';

/** `/documents` */
export function DocumentsRoute() {
  return <DocumentsPage />;
}
