import { memo } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import type { StudioPicture } from '../model/scene.ts';

export interface FilmstripProps {
  readonly pictures: readonly StudioPicture[];
  readonly shownId: string | null;
  readonly onShow: (pictureId: string) => void;
  readonly onExpired: () => void;
}

/** The latest pictures in a row; pressing one hangs it on the wall. */
export const Filmstrip = memo(function Filmstrip({ pictures, shownId, onShow, onExpired }: FilmstripProps) {
  const { t } = useTranslation('create');
  if (pictures.length === 0) return null;
  return (
    <ul className="filmstrip" aria-label={t('latest')}>
      {pictures.map((picture) => (
        <li key={picture.id}>
          <button
            type="button"
            className="filmstrip__frame"
            aria-current={picture.id === shownId}
            onClick={() => onShow(picture.id)}
          >
            <Picture
              cacheKey={`${picture.id}/thumbnail`}
              url={picture.thumbnailUrl}
              thumbhash={picture.thumbhash}
              width={1}
              height={1}
              alt={picture.prompt ?? t('untitled')}
              onExpired={onExpired}
            />
          </button>
        </li>
      ))}
    </ul>
  );
});
