import { Button, EmptyState, FilePicker, Notice, ProgressLine, Select } from '@modu/ui';
import { FileAudio } from 'lucide-react';
import { useState } from 'react';
import type { TranscriptCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { ThingRow, useFactWords } from '../../../lib/thing/ThingRow.tsx';
import { useTranscribe, useTranscribers, useTranscripts } from '../hooks/useTranscripts.ts';
import { clockOf } from '../model/read-along.ts';

const ACCEPTED = ['audio/*', 'video/*'];
const LANGUAGES = ['en', 'ko', 'ja', 'zh', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'vi', 'th', 'id', 'ar', 'hi'];
const ANY = 'any';

/** A recording that is dropped here is uploaded and written down; below is what was written down before. */
export function Transcripts() {
  const { t } = useTranslation('speech');
  const { transcripts, hasNextPage, fetchNextPage, isFetchingNextPage } = useTranscripts();
  return (
    <div className="transcripts">
      <Recording />
      {transcripts?.length === 0 && (
        <EmptyState title={t('nothingWritten')}>
          <p>{t('nothingWrittenWords')}</p>
        </EmptyState>
      )}
      {transcripts !== null && transcripts.length > 0 && (
        <ul className="thing-list" aria-label={t('transcripts')}>
          {transcripts.map((transcript) => (
            <TranscriptRow key={transcript.id} transcript={transcript} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Recording() {
  const { t } = useTranslation('speech');
  const locale = useLocale();
  const { data: transcribers } = useTranscribers();
  const [language, setLanguage] = useState(ANY);
  const transcribe = useTranscribe();
  const known = transcribers?.some(({ languages }) => languages === null)
    ? LANGUAGES
    : [...new Set(transcribers?.flatMap(({ languages }) => languages ?? []))];
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const options = [{ id: ANY, name: t('anyLanguage') }, ...known.map((id) => ({ id, name: names.of(id) ?? id }))];
  const wish = (file: File) => transcribe.mutate({ file, language: language === ANY ? null : language });
  return (
    <>
      {transcribers?.length === 0 && <Notice tone="caution">{t('noTranscriber')}</Notice>}
      <FilePicker
        isSingle
        label={t('dropRecording')}
        pickLabel={t('chooseRecording')}
        accept={ACCEPTED}
        isDisabled={transcribe.isPending || !transcribers?.length}
        onFiles={([file]) => file && wish(file)}
      >
        <div>
          <p>{t('dropRecordingWords')}</p>
          <p className="thing-note">{t('dropRecordingNote')}</p>
        </div>
      </FilePicker>
      {known.length > 0 && (
        <div className="transcripts__language">
          <Select
            label={t('spoken')}
            placeholder={t('spoken')}
            value={language}
            onChange={setLanguage}
            options={options}
          />
        </div>
      )}
      {transcribe.sentShare !== null && <ProgressLine label={t('uploading')} share={transcribe.sentShare} />}
      {transcribe.isError && <Notice tone="negative">{transcribe.error.message}</Notice>}
    </>
  );
}

function TranscriptRow({ transcript }: { readonly transcript: TranscriptCardFragment }) {
  const { t } = useTranslation('speech');
  const words = useFactWords();
  const { id, title, state, durationMs, heardMs, createdAt } = transcript;
  return (
    <ThingRow
      icon={FileAudio}
      title={title}
      facts={[clockOf(durationMs), words.day(createdAt)]}
      way={{ to: '/transcripts/$transcriptId', params: { transcriptId: id } }}
    >
      {state === 'HEARING' && (
        <ProgressLine label={t('writingDown', { title })} share={durationMs === 0 ? 0 : heardMs / durationMs} />
      )}
    </ThingRow>
  );
}
