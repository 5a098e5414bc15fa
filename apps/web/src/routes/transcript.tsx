import { TranscriptPage } from '../features/speech/TranscriptPage.tsx';
import { useParams } from '../lib/way/index.ts';

/** `/transcripts/$transcriptId` */
export function TranscriptRoute() {
  const { transcriptId } = useParams('/transcripts/$transcriptId');
  return <TranscriptPage key={transcriptId} transcriptId={transcriptId} />;
}
