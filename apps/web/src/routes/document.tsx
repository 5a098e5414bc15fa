import { getRouteApi } from '@tanstack/react-router';
import { DocumentPage } from '../features/documents/DocumentPage.tsx';

const route = getRouteApi('/studio/documents/$documentId');

/** `/documents/$documentId` */
export function DocumentRoute() {
  const { documentId } = route.useParams();
  return <DocumentPage key={documentId} documentId={documentId} />;
}
