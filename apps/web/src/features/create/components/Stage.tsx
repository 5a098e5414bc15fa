import { lazy, Suspense } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import type { Draft } from '../model/draft.ts';
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
  /** The size of the next picture, for sheets that have none yet. */
  readonly size: { readonly width: number; readonly height: number };
  /** What is being masked, when the next job mends a part. */
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onExpired: () => void;
}

/** The wall: what grows, what hangs, or the blank sheet. */
export function Stage({ scene, isLatest, size, draft, onChange, onExpired }: StageProps) {
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
      {scene.kind === 'empty' && <BlankSheet size={size} onTry={(prompt) => onChange({ prompt })} />}
      {scene.kind === 'loading' && <Sheet size={size} />}
      <Suspense fallback={<Sheet size={size} />}>
        {scene.kind === 'job' && <GrowingPicture key={scene.job.id} job={scene.job} size={size} />}
        {scene.kind === 'ended' && <EndedSheet job={scene.job} size={size} />}
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
}

function Sheet({ size }: { readonly size: StageProps['size'] }) {
  return <div className="sheet" style={ratioOf(size)} />;
}
