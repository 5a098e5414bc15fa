import { ClipPage } from '../features/speech/ClipPage.tsx';
import { SpeechPage } from '../features/speech/SpeechPage.tsx';
import { TranscriptPage } from '../features/speech/TranscriptPage.tsx';
import { useParams } from '../lib/way/index.ts';

// One piece of script for the three: they share the player and what it marks.

/** `/speech` */
export function SpeechRoute() {
  return <SpeechPage />;
}

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
