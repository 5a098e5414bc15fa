import { lazy, memo, Suspense } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import type { Draft } from '../model/draft.ts';
import { isSameButPrompt } from '../model/same-but-prompt.ts';
import type { Scene } from '../model/scene.ts';
import { BlankSheet } from './BlankSheet.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';

const EndedSheet = lazy(async () => ({ default: (await import('./EndedSheet.tsx')).EndedSheet }));
const GrowingPicture = lazy(async () => ({ default: (await import('./GrowingPicture.tsx')).GrowingPicture }));
const HungPicture = lazy(async () => ({ default: (await import('./HungPicture.tsx')).HungPicture }));
const MaskPainter = lazy(async () => ({ default: (await import('./MaskPainter.tsx')).MaskPainter }));

export interface StageProps {
  readonly scene: Scene;
  /** What hangs came up by itself; nobody chose it in the strip. */
  readonly isLatest: boolean;
  /** The next picture: its size, for sheets that have none yet, and what is being masked when it mends a part. */
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onExpired: () => void;
}

/** The wall: what grows, what hangs, or the blank sheet. */
export const Stage = memo(function Stage({ scene, isLatest, draft, onChange, onExpired }: StageProps) {
  const { t } = useTranslation('create');
  if (draft.task === 'INPAINT' && draft.source !== null && scene.kind !== 'job') {
    return (
      <section className="stage" aria-label={t('stage')}>
        <Suspense fallback={<Sheet size={draft.source} />}>
          <MaskPainter
            key={draft.source.id}
            source={draft.source}
            dabs={draft.dabs}
            onChange={(dabs) => onChange({ dabs })}
          />
        </Suspense>
      </section>
    );
  }
  return (
    <section className="stage" aria-label={t('stage')}>
      {scene.kind === 'empty' && <BlankSheet size={draft} onTry={(prompt) => onChange({ prompt })} />}
      {scene.kind === 'loading' && <Sheet size={draft} />}
      <Suspense fallback={<Sheet size={draft} />}>
        {scene.kind === 'job' && <GrowingPicture key={scene.job.id} job={scene.job} size={draft} />}
        {scene.kind === 'ended' && <EndedSheet job={scene.job} size={draft} />}
        {scene.kind === 'picture' && (
          <HungPicture
            key={scene.picture.id}
            picture={scene.picture}
            isLatest={isLatest}
            onChange={onChange}
            onExpired={onExpired}
          />
        )}
      </Suspense>
    </section>
  );
}, isSameButPrompt);

function Sheet({ size }: { readonly size: Pick<Draft, 'width' | 'height'> }) {
  return <div className="sheet" style={ratioOf(size)} />;
}
