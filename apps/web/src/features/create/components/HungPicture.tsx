import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { Link } from '../../../lib/way/index.ts';
import { useMadeWith, useRelatives } from '../hooks/useMadeWith.ts';
import type { Draft } from '../model/draft.ts';
import type { StudioPicture } from '../model/scene.ts';
import { CompareView } from './CompareView.tsx';
import { PictureActions } from './PictureActions.tsx';

export interface HungPictureProps {
  readonly picture: StudioPicture;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onExpired: () => void;
}

/** A finished picture, what can be done with it, and those that were made with it. */
export function HungPicture({ picture: hung, onChange, onExpired }: HungPictureProps) {
  const { t } = useTranslation('create');
  const [shownId, setShownId] = useState(hung.id);
  const [isComparing, setComparing] = useState(false);
  const made = useMadeWith(hung.id);
  const { siblings, parent } = useRelatives(made);
  const shown = siblings.find(({ id }) => id === shownId) ?? made;
  const picture = shown ?? hung;
  const before = parent ?? siblings.find(({ id }) => id !== picture.id) ?? null;
  return (
    <div className="hung">
      {isComparing && before !== null ? (
        <CompareView before={before} after={picture} onExpired={onExpired} />
      ) : (
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
      )}
      <div className="hung__foot">
        <PictureActions
          picture={picture}
          made={shown}
          isComparing={isComparing}
          onCompare={before === null ? null : setComparing}
          onChange={onChange}
        />
        {siblings.length > 1 && (
          <ul className="hung__batch" aria-label={t('batch')}>
            {siblings.map((sibling) => (
              <li key={sibling.id}>
                <button
                  type="button"
                  className="filmstrip__frame"
                  aria-current={sibling.id === picture.id}
                  onClick={() => setShownId(sibling.id)}
                >
                  <Picture
                    cacheKey={`${sibling.id}/thumbnail`}
                    url={sibling.thumbnailUrl}
                    thumbhash={sibling.thumbhash}
                    width={1}
                    height={1}
                    alt={sibling.prompt ?? t('untitled')}
                    onExpired={onExpired}
                  />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
