import type { CSSProperties } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { WholePicture } from '../../../lib/pictures/WholePicture.tsx';
import type { StudioPicture } from '../model/scene.ts';

export interface BatchGridProps {
  readonly pictures: readonly StudioPicture[];
  readonly onPick: (pictureId: string) => void;
  readonly onExpired: () => void;
}

/** All pictures of one order side by side on the wall, large enough to choose by; pressing one hangs it alone. */
export function BatchGrid({ pictures, onPick, onExpired }: BatchGridProps) {
  const { t } = useTranslation('create');
  const columns = Math.ceil(Math.sqrt(pictures.length));
  const rows = Math.ceil(pictures.length / columns);
  const [first] = pictures;
  const ratio = first === undefined ? 1 : first.width / first.height;
  const shape = { '--ratio': (columns / rows) * ratio, '--columns': columns } as CSSProperties;
  return (
    <ul className="batch sheet" style={shape} aria-label={t('batch')}>
      {pictures.map((picture, index) => (
        <li key={picture.id}>
          <button type="button" className="batch__frame" onClick={() => onPick(picture.id)}>
            <WholePicture
              picture={picture}
              alt={t('batchOne', { place: index + 1, total: pictures.length, prompt: picture.prompt ?? t('untitled') })}
              onExpired={onExpired}
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
