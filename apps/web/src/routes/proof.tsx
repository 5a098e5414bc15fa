import { ProofPage } from '../features/documents/ProofPage.tsx';
import { useParams } from '../lib/way/index.ts';

/** `/braille/$renditionId` */
export function ProofRoute() {
  const { renditionId } = useParams('/braille/$renditionId');
  return <ProofPage key={renditionId} renditionId={renditionId} />;
}
