import { lazy, memo, startTransition, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { NARROW, useMediaQuery } from '../../lib/screen/useMediaQuery.ts';
import type { FilmstripProps } from './components/Filmstrip.tsx';
import { PromptBar } from './components/PromptBar.tsx';
import { Stage } from './components/Stage.tsx';
import { useCreateDesk } from './hooks/useCreateDesk.ts';
import { useScene } from './hooks/useScene.ts';
import { promptsOf } from './model/earlier-prompts.ts';
import type { StudioPicture } from './model/scene.ts';
import './create.css';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';

// The prompt is ready before the settings are: they come as a piece of their own.
const Filmstrip = lazy(async () => ({ default: (await import('./components/Filmstrip.tsx')).Filmstrip }));
const PromptHistory = lazy(async () => ({ default: (await import('./components/PromptHistory.tsx')).PromptHistory }));
const SettingsSheet = lazy(async () => ({ default: (await import('./components/SettingsSheet.tsx')).SettingsSheet }));
const Inspector = lazy(async () => ({ default: (await import('./components/Inspector.tsx')).Inspector }));

export interface CreatePageProps {
  /** A job to look at, from the tray; null leaves it to the page. */
  readonly jobId: string | null;
  readonly onJob: (jobId: string | null) => void;
}

/** Where pictures are made: the wall, the prompt under it, the settings at the side, the latest in a strip. */
export function CreatePage({ jobId, onJob }: CreatePageProps) {
  const { t } = useTranslation(['create', 'shell']);
  const isNarrow = useMediaQuery(NARROW);
  const [inspectorWish, setInspectorWish] = useState<boolean | null>(null);
  const isInspectorOpen = inspectorWish ?? !isNarrow;
  const isDrawn = useIsDrawn();
  const wall = useScene({ jobId, onJob });
  const desk = useCreateDesk({ onStarted: wall.showJob });
  const { change } = desk;
  const changePrompt = useCallback((prompt: string) => change({ prompt }), [change]);
  const inspector = (
    <Suspense fallback={null}>
      <Inspector
        draft={desk.draft}
        models={desk.models}
        model={desk.model}
        problems={desk.problems}
        onChange={desk.change}
        isAtOnce={isNarrow}
      />
    </Suspense>
  );
  return (
    <div className="create" data-inspector={isInspectorOpen && !isNarrow}>
      <PageTitle>{t('create:title')}</PageTitle>
      <h1 className="ui-hidden">{t('create:title')}</h1>
      <div className="create__work">
        <Stage
          scene={wall.scene}
          isLatest={wall.isLatest}
          draft={desk.draft}
          onChange={desk.change}
          onExpired={wall.readAgain}
        />
        <Latest pictures={wall.filmstrip} shownId={wall.shownId} onShow={wall.showPicture} onExpired={wall.readAgain} />
        <PromptBar
          prompt={desk.draft.prompt}
          charactersMax={desk.promptCharactersMax}
          onChange={changePrompt}
          onSubmit={desk.start}
          isStarting={desk.isStarting}
          problems={desk.problems}
          quote={desk.quoteWords}
          isInspectorOpen={isInspectorOpen}
          onInspector={setInspectorWish}
          {...(desk.draft.task === 'INPAINT' ? { placeholder: t('create:promptInpaint') } : {})}
          tools={<Earlier pictures={wall.filmstrip} onPick={changePrompt} />}
        />
      </div>
      {isNarrow && inspectorWish !== null && (
        <Suspense fallback={null}>
          <SettingsSheet isOpen={isInspectorOpen} onOpenChange={setInspectorWish}>
            {inspector}
          </SettingsSheet>
        </Suspense>
      )}
      {!isNarrow && isInspectorOpen && (
        <aside className="create__side" aria-label={t('create:settings')}>
          {isDrawn && inspector}
        </aside>
      )}
    </div>
  );
}

/** True a moment after the page stands: what is heavy to draw follows in small steps and holds up no key and no click. */
function useIsDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => startTransition(() => setDrawn(true)), []);
  return isDrawn;
}

/** The latest pictures in a row; no script while there are none. Like what else a prompt is not shown in, it is not drawn for a letter of it. */
const Latest = memo(function Latest(props: FilmstripProps) {
  if (props.pictures.length === 0) return null;
  return (
    <Suspense fallback={<div className="filmstrip" />}>
      <Filmstrip {...props} />
    </Suspense>
  );
});

interface EarlierProps {
  readonly pictures: readonly StudioPicture[];
  readonly onPick: (prompt: string) => void;
}

/** The prompts of the latest pictures, to begin from again. */
const Earlier = memo(function Earlier({ pictures, onPick }: EarlierProps) {
  const prompts = promptsOf(pictures);
  if (prompts.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <PromptHistory prompts={prompts} onPick={onPick} />
    </Suspense>
  );
});
