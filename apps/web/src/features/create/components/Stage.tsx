import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import type { Scene, StudioPicture } from '../model/scene.ts';
import { BlankSheet } from './BlankSheet.tsx';
import { EndedSheet } from './EndedSheet.tsx';
import { GrowingPicture } from './GrowingPicture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';

export interface StageProps {
  readonly scene: Scene;
  /** The size of the next picture, for sheets that have none yet. */
  readonly size: { readonly width: number; readonly height: number };
  readonly onTry: (prompt: string) => void;
  readonly onExpired: () => void;
}

/** The wall: what grows, what hangs, or the blank sheet. */
export function Stage({ scene, size, onTry, onExpired }: StageProps) {
  const { t } = useTranslation('create');
  return (
    <section className="stage" aria-label={t('stage')}>
      {scene.kind === 'empty' && <BlankSheet size={size} onTry={onTry} />}
      {scene.kind === 'loading' && <Sheet size={size} />}
      {scene.kind === 'job' && <GrowingPicture key={scene.job.id} job={scene.job} size={size} />}
      {scene.kind === 'ended' && <EndedSheet job={scene.job} size={size} />}
      {scene.kind === 'picture' && <HungPicture key={scene.picture.id} picture={scene.picture} onExpired={onExpired} />}
    </section>
  );
}

function Sheet({ size }: { readonly size: StageProps['size'] }) {
  return <div className="sheet" style={ratioOf(size)} />;
}

function HungPicture({ picture, onExpired }: { readonly picture: StudioPicture; readonly onExpired: () => void }) {
  const { t } = useTranslation('create');
  return (
    <Link
      to="/gallery/$imageId"
      params={{ imageId: picture.id }}
      className="sheet sheet--print"
      style={ratioOf(picture)}
    >
      <Picture
        cacheKey={`${picture.id}/original`}
        url={picture.url}
        thumbhash={picture.thumbhash}
        width={picture.width}
        height={picture.height}
        loading="eager"
        alt={picture.prompt === null ? t('untitled') : t('pictureAlt', { prompt: picture.prompt })}
        onExpired={onExpired}
      />
    </Link>
  );
}
