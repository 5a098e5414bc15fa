import { ClipPage } from '../features/speech/ClipPage.tsx';
import { useParams } from '../lib/way/index.ts';

/** `/speech/$clipId` */
export function ClipRoute() {
  const { clipId } = useParams('/speech/$clipId');
  return <ClipPage key={clipId} clipId={clipId} />;
}
