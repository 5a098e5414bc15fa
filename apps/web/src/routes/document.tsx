import { DocumentPage } from '../features/documents/DocumentPage.tsx';
import { useParams } from '../lib/way/index.ts';

/** `/documents/$documentId` */
export function DocumentRoute() {
  const { documentId } = useParams('/documents/$documentId');
  return <DocumentPage key={documentId} documentId={documentId} />;
}
