import { SpeechPage } from '../features/speech/SpeechPage.tsx';

/** `/speech` */
export function SpeechRoute() {
  return <SpeechPage />;
}
