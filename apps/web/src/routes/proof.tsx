import { getRouteApi } from '@tanstack/react-router';
import { ProofPage } from '../features/documents/ProofPage.tsx';

const route = getRouteApi('/studio/braille/$renditionId');

/** `/braille/$renditionId` */
export function ProofRoute() {
  const { renditionId } = route.useParams();
  return <ProofPage key={renditionId} renditionId={renditionId} />;
}
