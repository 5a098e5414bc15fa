import { Button, ConfirmDialog, ErrorState, IconButton, LoadingState, ProgressLine } from '@modu/ui';
import { ArrowLeft, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { TranscriptFormat, TranscriptPageQuery } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Missing } from '../../lib/screen/Missing.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { go, Link } from '../../lib/way/index.ts';
import { Player } from './components/Player.tsx';
import { ReadAlongText } from './components/ReadAlongText.tsx';
import { usePlayback } from './hooks/usePlayback.ts';
import { useReadAlong } from './hooks/useReadAlong.ts';
import { useDeleteTranscript, useTranscript, useTranscriptFile } from './hooks/useTranscripts.ts';
import { placeWords } from './model/transcript-text.ts';
import './speech.css';

const FORMATS: readonly TranscriptFormat[] = ['TXT', 'SRT', 'VTT'];

/** One recording and what was said in it, marked word by word while it is heard. */
export function TranscriptPage({ transcriptId }: { readonly transcriptId: string }) {
  const { t } = useTranslation(['speech', 'shell']);
  const { data: transcript, isError, isPending, refetch } = useTranscript(transcriptId);
  if (isPending) return <LoadingState label={t('speech:loading')} />;
  if (isError)
    return (
      <ErrorState
        title={t('speech:transcriptFailed')}
        action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}
      />
    );
  if (!transcript)
    return (
      <Missing title={t('speech:transcriptGone')}>
        <BackLink />
      </Missing>
    );
  return (
    <div className="speech">
      <PageTitle>{transcript.title}</PageTitle>
      <BackLink />
      <h1>{transcript.title}</h1>
      <Written transcript={transcript} />
    </div>
  );
}

function BackLink() {
  const { t } = useTranslation('speech');
  return (
    <Link to="/speech" className="speech__back">
      <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
      {t('back')}
    </Link>
  );
}

type Transcript = NonNullable<TranscriptPageQuery['transcript']>;

function Written({ transcript }: { readonly transcript: Transcript }) {
  const { t } = useTranslation('speech');
  const { title, state, language, durationMs, heardMs, segments, asset } = transcript;
  const { text, words } = useMemo(() => placeWords(segments), [segments]);
  // A link changes with each look; the sound that plays stays.
  const [source] = useState(asset.url);
  const { areaRef, show, momentAt } = useReadAlong(words, { follows: true });
  const playback = usePlayback(source, show);
  const onPoint = useCallback(
    (x: number, y: number) => {
      const moment = momentAt(x, y);
      if (moment !== undefined) playback.seek(moment);
    },
    [momentAt, playback],
  );
  const share = durationMs === 0 ? 0 : heardMs / durationMs;
  return (
    <>
      <Player label={t('player')} source={source} lengthMs={durationMs} playback={playback} />
      {state === 'HEARING' && <ProgressLine label={t('writingDown', { title })} share={share} />}
      <div className="speech__tools">
        <Deeds transcript={transcript} />
      </div>
      <ReadAlongText
        label={t('written')}
        language={language === 'und' ? '' : language}
        text={text}
        areaRef={areaRef}
        onPoint={onPoint}
      />
    </>
  );
}

function Deeds({ transcript: { id, title } }: { readonly transcript: Transcript }) {
  const { t } = useTranslation('speech');
  const file = useTranscriptFile();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useDeleteTranscript();
  const onConfirm = () => remove.mutate(id, { onSuccess: () => void go({ to: '/speech' }) });
  return (
    <span className="speech__deeds">
      {FORMATS.map((format) => (
        <Button key={format} onPress={() => file.mutate({ id, title, format })}>
          {t('downloadAs', { format })}
        </Button>
      ))}
      <IconButton
        label={t('delete')}
        icon={<Trash2 size={16} strokeWidth={1.5} aria-hidden />}
        onPress={() => setIsAsking(true)}
      />
      <ConfirmDialog
        isDanger
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t('deleteTitle', { title })}
        confirmLabel={t('delete')}
        cancelLabel={t('cancel')}
        isPending={remove.isPending}
        onConfirm={onConfirm}
      >
        {t('deleteTranscriptWords')}
      </ConfirmDialog>
    </span>
  );
}
