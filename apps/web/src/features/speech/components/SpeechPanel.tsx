import { useTranslation } from '../../../lib/language/index.ts';
import { useClipsOf } from '../hooks/useSpeech.ts';
import { ClipRow } from './ClipRow.tsx';
import { SpeakForm } from './SpeakForm.tsx';
import '../speech.css';

interface SpeechPanelProps {
  readonly documentId: string;
  readonly language: string;
  /** It has been read whole. */
  readonly isReady: boolean;
}

/** Has a document said, chapter by chapter, and shows what was said before. */
export function SpeechPanel({ documentId, language, isReady }: SpeechPanelProps) {
  const { t } = useTranslation('speech');
  const clips = useClipsOf(documentId).data ?? [];
  return (
    <div className="speech-panel">
      <SpeakForm what={{ documentId }} language={language} isReady={isReady} />
      {clips.length === 0 && <p className="thing-note">{t('noClipsOfDocument')}</p>}
      {clips.length > 0 && (
        <ul className="thing-list" aria-label={t('clips')}>
          {clips.map((clip) => (
            <ClipRow key={clip.id} clip={clip} />
          ))}
        </ul>
      )}
    </div>
  );
}
