import { ClipPage } from '../features/speech/ClipPage.tsx';
import { TranscriptPage } from '../features/speech/TranscriptPage.tsx';
import { useParams } from '../lib/way/index.ts';

// One piece of script for both: they share the player and the text that is marked.

/** `/speech/$clipId` */
export function ClipRoute() {
  const { clipId } = useParams('/speech/$clipId');
  return <ClipPage key={clipId} clipId={clipId} />;
}

/** `/transcripts/$transcriptId` */
export function TranscriptRoute() {
  const { transcriptId } = useParams('/transcripts/$transcriptId');
  return <TranscriptPage key={transcriptId} transcriptId={transcriptId} />;
}
