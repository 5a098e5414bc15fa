import { FilePicker, Notice, ProgressLine, Select } from '@modu/ui';
import { FileAudio } from 'lucide-react';
import { useState } from 'react';
import type { TranscriptCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { AskedList } from '../../../lib/thing/AskedList.tsx';
import { ThingRow, useFactWords } from '../../../lib/thing/ThingRow.tsx';
import { SendingLine, problemWords } from '../../../lib/upload/index.ts';
import { useTranscribe, useTranscribers, useTranscripts } from '../hooks/useTranscripts.ts';
import { langOf } from '../model/lang-of.ts';
import { clockOf } from '../../../lib/words/clock.ts';

const ACCEPTED = ['audio/*', 'video/*'];
const LANGUAGES = ['en', 'ko', 'ja', 'zh', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'vi', 'th', 'id', 'ar', 'hi'];
const ANY = 'any';

/** A recording that is dropped here is uploaded and written down; below is what was written down before. */
export function Transcripts() {
  const { t } = useTranslation('speech');
  const { transcripts, ...query } = useTranscripts();
  const words = {
    ...{ list: t('transcripts'), loading: t('loading'), failed: t('transcriptsFailed'), more: t('more') },
    ...{ emptyTitle: t('nothingWritten'), empty: t('nothingWrittenWords') },
  };
  return (
    <div className="transcripts">
      <Recording />
      <AskedList things={transcripts} query={query} words={words}>
        {(transcript) => <TranscriptRow key={transcript.id} transcript={transcript} />}
      </AskedList>
    </div>
  );
}

function Recording() {
  const { t } = useTranslation('speech');
  const locale = useLocale();
  const { data: transcribers } = useTranscribers();
  const [language, setLanguage] = useState(ANY);
  const transcribe = useTranscribe();
  const { error } = transcribe;
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
        isPending={transcribe.isPending}
        isDisabled={!transcribers?.length}
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
      <SendingLine label={t('uploading')} sentShare={transcribe.sentShare} onCancel={transcribe.cancel} />
      <FailureNotice error={error} words={error ? problemWords(error, t('sendFailed')) : undefined} />
    </>
  );
}

function TranscriptRow({ transcript }: { readonly transcript: TranscriptCardFragment }) {
  const { t } = useTranslation('speech');
  const words = useFactWords();
  const { id, title, state, language, durationMs, heardMs, createdAt } = transcript;
  return (
    <ThingRow
      icon={FileAudio}
      title={title}
      language={langOf(language)}
      facts={[clockOf(durationMs), words.day(createdAt)]}
      way={{ to: '/transcripts/$transcriptId', params: { transcriptId: id } }}
    >
      {state === 'HEARING' && (
        <ProgressLine label={t('writingDown', { title })} share={durationMs === 0 ? 0 : heardMs / durationMs} />
      )}
    </ThingRow>
  );
}
