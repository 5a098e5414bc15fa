import { Button, EmptyState, ErrorState, LoadingState, Skeleton, Tabs, TextArea } from '@modu/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { ClipRow } from './components/ClipRow.tsx';
import { SpeakForm } from './components/SpeakForm.tsx';
import { useClips } from './hooks/useSpeech.ts';
import { languageOfText } from './model/language-of-text.ts';
import './speech.css';

/** Fetched when it is opened. */
const Transcripts = lazy(async () => ({ default: (await import('./components/Transcripts.tsx')).Transcripts }));

/** Both ways of speech: a text is said, a recording is written down. */
export function SpeechPage() {
  const { t } = useTranslation('speech');
  const [tab, setTab] = useState('say');
  const tabs = [
    { id: 'say', name: t('tabSay'), children: <Saying /> },
    { id: 'write', name: t('tabWrite'), children: <Writing /> },
  ];
  return (
    <div className="page speech">
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <Tabs label={t('title')} tabs={tabs} value={tab} onChange={setTab} />
    </div>
  );
}

function Writing() {
  const { t } = useTranslation('speech');
  return (
    <Suspense fallback={<LoadingState label={t('loading')} />}>
      <Transcripts />
    </Suspense>
  );
}

/** A text is written or pasted and said; below is what was said before. */
function Saying() {
  const { t } = useTranslation('speech');
  const [text, setText] = useState('');
  const language = languageOfText(text);
  return (
    <div className="saying">
      <div className="speech__desk">
        <TextArea label={t('text')} placeholder={t('textHint')} rows={8} value={text} onChange={setText} />
        <SpeakForm what={{ text }} {...(language ? { language } : {})} isReady={/[\p{L}\p{N}]/u.test(text)} />
      </div>
      <Clips />
    </div>
  );
}

function Clips() {
  const { t } = useTranslation(['speech', 'shell']);
  const { clips, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useClips();
  if (isError)
    return (
      <ErrorState
        title={t('speech:failed')}
        action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}
      />
    );
  if (clips === null)
    return (
      <div role="status" aria-label={t('speech:loading')} className="thing-list">
        <Skeleton height="56px" />
        <Skeleton height="56px" />
      </div>
    );
  if (clips.length === 0)
    return (
      <EmptyState title={t('speech:emptyTitle')}>
        <p>{t('speech:emptyWords')}</p>
      </EmptyState>
    );
  return (
    <section aria-labelledby="clips">
      <h2 id="clips">{t('speech:clips')}</h2>
      <ul className="thing-list" aria-labelledby="clips">
        {clips.map((clip) => (
          <ClipRow key={clip.id} clip={clip} />
        ))}
      </ul>
      {hasNextPage && (
        <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {t('speech:more')}
        </Button>
      )}
    </section>
  );
}
