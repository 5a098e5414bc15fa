import { LoadingState, Tabs, TextArea } from '@modu/ui';
import { lazy, Suspense, useState } from 'react';
import { useDraft } from '../../lib/drafts/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { AskedList } from '../../lib/thing/AskedList.tsx';
import { useRoom } from '../../lib/words/useRoom.ts';
import { ClipRow } from './components/ClipRow.tsx';
import { SpeakForm } from './components/SpeakForm.tsx';
import { useClips } from './hooks/useSpeech.ts';
import { languageOfText } from './model/language-of-text.ts';
import './speech.css';

/** The most that is said at once; what is longer is a document. */
const TEXT_MAX = 15_000;

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
  const { fields, change } = useDraft('speech', { text: '' });
  const { text } = fields;
  const language = languageOfText(text);
  const room = useRoom(text.length, TEXT_MAX);
  return (
    <div className="saying">
      <div className="speech__desk">
        <TextArea
          label={t('text')}
          placeholder={t('textHint')}
          rows={8}
          language={language}
          {...room}
          value={text}
          onChange={(next) => change({ text: next })}
        />
        <SpeakForm what={{ text }} {...(language ? { language } : {})} isReady={/[\p{L}\p{N}]/u.test(text)} />
      </div>
      <Clips />
    </div>
  );
}

function Clips() {
  const { t } = useTranslation('speech');
  const { clips, ...query } = useClips();
  const words = {
    ...{ list: t('clips'), loading: t('loading'), failed: t('failed'), more: t('more') },
    ...{ emptyTitle: t('emptyTitle'), empty: t('emptyWords') },
  };
  return (
    <section>
      {clips !== null && clips.length > 0 && <h2>{t('clips')}</h2>}
      <AskedList things={clips} query={query} words={words}>
        {(clip) => <ClipRow key={clip.id} clip={clip} />}
      </AskedList>
    </section>
  );
}
