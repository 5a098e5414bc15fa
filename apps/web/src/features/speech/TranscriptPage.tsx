import { Button, ProgressLine } from '@modu/ui';
import { useCallback, useMemo } from 'react';
import type { TranscriptFormat, TranscriptPageQuery } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { DownloadFailed } from '../../lib/download/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Asked } from '../../lib/thing/Asked.tsx';
import { BackLink } from '../../lib/thing/BackLink.tsx';
import { DeleteThing } from '../../lib/thing/DeleteThing.tsx';
import { useFailureWords } from '../../lib/words/useFailureWords.ts';
import { Player } from './components/Player.tsx';
import { ReadAlongText } from './components/ReadAlongText.tsx';
import { usePlayback } from '../../lib/sound/usePlayback.ts';
import { useReadAlong } from './hooks/useReadAlong.ts';
import { useDeleteTranscript, useTranscript, useTranscriptFile } from './hooks/useTranscripts.ts';
import { langOf } from './model/lang-of.ts';
import { placeWords } from './model/transcript-text.ts';
import './speech.css';

const FORMATS: readonly TranscriptFormat[] = ['TXT', 'SRT', 'VTT'];

/** One recording and what was said in it, marked word by word while it is heard. */
export function TranscriptPage({ transcriptId }: { readonly transcriptId: string }) {
  const { t } = useTranslation(['speech', 'transcript']);
  const query = useTranscript(transcriptId);
  const back = <BackLink to="/speech">{t('speech:back')}</BackLink>;
  const words = { loading: t('speech:loading'), failed: t('transcript:failed'), gone: t('transcript:gone') };
  return (
    <Asked thing={query.data} query={query} words={words} back={back}>
      {(transcript) => (
        <div className="page speech">
          <PageTitle>{transcript.title}</PageTitle>
          {back}
          <h1 lang={langOf(transcript.language)}>{transcript.title}</h1>
          <Written transcript={transcript} renew={async () => !(await query.refetch()).isError} />
        </div>
      )}
    </Asked>
  );
}

type Transcript = NonNullable<TranscriptPageQuery['transcript']>;

interface WrittenProps {
  readonly transcript: Transcript;
  /** Asks for a new link to the recording. */
  readonly renew: () => Promise<boolean>;
}

function Written({ transcript, renew }: WrittenProps) {
  const { t } = useTranslation(['speech', 'transcript']);
  const { id, title, state, language, durationMs, heardMs, segments, recording } = transcript;
  const { text, words } = useMemo(() => placeWords(segments), [segments]);
  const { areaRef, show, momentAt } = useReadAlong(words, { follows: true });
  const playback = usePlayback({ id, url: recording?.url, renew }, show);
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
      {recording ? (
        <Player label={t('speech:player')} lengthMs={durationMs} playback={playback} />
      ) : (
        <p>{t('transcript:recordingGone')}</p>
      )}
      {state === 'HEARING' && <ProgressLine label={t('speech:writingDown', { title })} share={share} />}
      <div className="speech__tools">
        <Deeds transcript={transcript} />
      </div>
      <ReadAlongText
        label={t('transcript:written')}
        language={langOf(language)}
        text={text}
        areaRef={areaRef}
        onPoint={onPoint}
      />
    </>
  );
}

function Deeds({ transcript: { id, title } }: { readonly transcript: Transcript }) {
  const { t } = useTranslation(['speech', 'transcript']);
  const failure = useFailureWords();
  const file = useTranscriptFile();
  const remove = useDeleteTranscript();
  return (
    <span className="speech__deeds">
      {FORMATS.map((format) => (
        <Button key={format} onPress={() => file.mutate({ id, title, format })}>
          {t('transcript:downloadAs', { format })}
        </Button>
      ))}
      <DeleteThing
        words={{
          title: t('speech:deleteTitle', { title }),
          body: t('transcript:deleteWords'),
          delete: t('speech:delete'),
          cancel: t('speech:cancel'),
        }}
        isPending={remove.isPending}
        problem={failure(remove.error)}
        onDelete={() => remove.mutate({ id, title })}
      />
      <DownloadFailed download={file} />
    </span>
  );
}
