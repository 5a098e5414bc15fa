import { Switch } from '@modu/ui';
import { useCallback, useMemo, useState } from 'react';
import type { ClipPageQuery } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Asked } from '../../lib/thing/Asked.tsx';
import { BackLink } from '../../lib/thing/BackLink.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';
import { JobLine } from '../queue/index.ts';
import { ChapterList } from './components/ChapterList.tsx';
import { ClipDeeds } from './components/ClipDeeds.tsx';
import { Player } from './components/Player.tsx';
import { ReadAlongText } from './components/ReadAlongText.tsx';
import { SaidBy } from './components/SaidBy.tsx';
import { usePlayback } from '../../lib/sound/usePlayback.ts';
import { useReadAlong } from './hooks/useReadAlong.ts';
import { useChapter, useClip } from './hooks/useSpeech.ts';
import { captionsOf } from './model/read-along.ts';
import './speech.css';

/** One clip: its player, its chapters and its text, which is marked word by word while it is heard. */
export function ClipPage({ clipId }: { readonly clipId: string }) {
  const { t } = useTranslation('speech');
  const query = useClip(clipId);
  const back = <BackLink to="/speech">{t('back')}</BackLink>;
  const words = { loading: t('loading'), failed: t('failed'), gone: t('gone') };
  return (
    <Asked thing={query.data} query={query} words={words} back={back}>
      {(clip) => (
        <div className="page speech">
          <PageTitle>{clip.title}</PageTitle>
          {back}
          <h1 lang={clip.language}>{clip.title}</h1>
          <SaidBy edition={clip.edition} />
          <Listening clip={clip} />
        </div>
      )}
    </Asked>
  );
}

type Clip = NonNullable<ClipPageQuery['speechClip']>;

function Listening({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('speech');
  const [number, setNumber] = useState(1);
  const [showsCaptions, setShowsCaptions] = useState(false);
  const spoken = useChapter(clip.id, number);
  const chapter = spoken.data ?? undefined;
  const words = useMemo(() => chapter?.words ?? [], [chapter]);
  const captions = useMemo(() => captionsOf(chapter?.text ?? '', words), [chapter, words]);
  const { areaRef, show, momentAt } = useReadAlong(words, { follows: true });
  const renew = async () => !(await spoken.refetch()).isError;
  const playback = usePlayback({ id: `${clip.id}/${number}`, url: chapter?.asset?.url, renew }, show);
  const onPoint = useCallback(
    (x: number, y: number) => {
      const moment = momentAt(x, y);
      if (moment !== undefined && getSelection()?.isCollapsed !== false) playback.seek(moment);
    },
    [momentAt, playback],
  );
  const caption = captions.findLast(({ startMs }) => startMs <= playback.atMs)?.text ?? '';
  return (
    <>
      {chapter?.asset === null ? (
        <p>{t('soundGone')}</p>
      ) : (
        <Player
          label={t('player')}
          lengthMs={chapter?.durationMs ?? 0}
          playback={playback}
          onEnded={() => setNumber((at) => (at < clip.chapters.length ? at + 1 : at))}
        />
      )}
      {clip.state === 'SPEAKING' && (
        <div>
          <p>{t('speaking')}</p>
          <JobLine jobId={clip.job.id} label={t('saying', { title: clip.title })} />
        </div>
      )}
      <div className="speech__tools">
        <Switch isSelected={showsCaptions} onChange={setShowsCaptions}>
          {t('captions')}
        </Switch>
        <ClipDeeds clip={clip} captions={captions} number={number} />
      </div>
      {spoken.isError && <Failed title={t('chapterFailed')} query={spoken} />}
      {showsCaptions && (
        <p className="speech__caption" lang={clip.language} aria-hidden="true">
          {caption}
        </p>
      )}
      <div className="speech__listening">
        {clip.chapters.length > 1 && (
          <ChapterList chapters={clip.chapters} number={number} language={clip.language} onChoose={setNumber} />
        )}
        <ReadAlongText
          label={t('readAlong')}
          language={clip.language}
          text={chapter?.text ?? ''}
          areaRef={areaRef}
          onPoint={onPoint}
        />
      </div>
    </>
  );
}
