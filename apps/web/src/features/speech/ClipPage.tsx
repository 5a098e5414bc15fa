import { Button, ErrorState, LoadingState, Switch } from '@modu/ui';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { ClipPageQuery } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Missing } from '../../lib/screen/Missing.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Link } from '../../lib/way/index.ts';
import { ChapterList } from './components/ChapterList.tsx';
import { ClipDeeds } from './components/ClipDeeds.tsx';
import { Player } from './components/Player.tsx';
import { ReadAlongText } from './components/ReadAlongText.tsx';
import { usePlayback } from './hooks/usePlayback.ts';
import { useReadAlong } from './hooks/useReadAlong.ts';
import { useChapter, useClip } from './hooks/useSpeech.ts';
import { captionsOf } from './model/read-along.ts';
import './speech.css';

/** One clip: its player, its chapters and its text, which is marked word by word while it is heard. */
export function ClipPage({ clipId }: { readonly clipId: string }) {
  const { t } = useTranslation(['speech', 'shell']);
  const { data: clip, isError, isPending, refetch } = useClip(clipId);
  if (isPending) return <LoadingState label={t('speech:loading')} />;
  if (isError)
    return (
      <ErrorState
        title={t('speech:failed')}
        action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}
      />
    );
  if (!clip)
    return (
      <Missing title={t('speech:gone')}>
        <BackLink />
      </Missing>
    );
  return (
    <div className="speech">
      <PageTitle>{clip.title}</PageTitle>
      <BackLink />
      <h1 lang={clip.language}>{clip.title}</h1>
      <Listening clip={clip} />
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

type Clip = NonNullable<ClipPageQuery['speechClip']>;

function Listening({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('speech');
  const [number, setNumber] = useState(1);
  const [showsCaptions, setShowsCaptions] = useState(false);
  const chapter = useChapter(clip.id, number).data ?? undefined;
  const words = useMemo(() => chapter?.words ?? [], [chapter]);
  const captions = useMemo(() => captionsOf(chapter?.text ?? '', words), [chapter, words]);
  const { areaRef, show, momentAt } = useReadAlong(words, { follows: true });
  const playback = usePlayback(chapter?.asset.url, show);
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
      <Player
        label={t('player')}
        source={chapter?.asset.url}
        lengthMs={chapter?.durationMs ?? 0}
        playback={playback}
        onEnded={() => setNumber((at) => (at < clip.chapters.length ? at + 1 : at))}
      />
      {clip.state === 'SPEAKING' && <p role="status">{t('speaking')}</p>}
      <div className="speech__tools">
        <Switch isSelected={showsCaptions} onChange={setShowsCaptions}>
          {t('captions')}
        </Switch>
        <ClipDeeds clip={clip} captions={captions} number={number} />
      </div>
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
