import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PicturePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';

export interface GridTileProps {
  readonly picture: PicturePartsFragment;
  /** Size on the page, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly onExpired: () => void;
}

/** One picture on the wall; its name is its prompt. */
export function GridTile({ picture, width, height, onExpired }: GridTileProps) {
  const { t } = useTranslation('gallery');
  return (
    <div role="listitem" style={{ width, height }}>
      <Link to="/gallery/$imageId" params={{ imageId: picture.id }} className="grid__tile">
        <Picture
          cacheKey={`${picture.id}/thumbnail`}
          url={picture.thumbnailUrl}
          thumbhash={picture.thumbhash}
          width={width}
          height={height}
          alt={picture.prompt ?? t('untitled')}
          onExpired={onExpired}
        />
      </Link>
    </div>
  );
}
