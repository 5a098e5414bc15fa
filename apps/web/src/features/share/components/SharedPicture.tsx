import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import type { OpenShareQuery } from '../../../lib/graph/generated/graphql.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';

type Shown = Extract<OpenShareQuery['openShare'], { readonly __typename: 'SharedImage' }>;

export interface SharedPictureProps {
  readonly image: Shown;
  /** What one may do with it. */
  readonly action?: ReactNode;
}

/** One picture, as large as there is room. */
export function SharedPicture({ image, action }: SharedPictureProps) {
  const { t } = useTranslation('share');
  const id = useId();
  const words = image.title ?? image.prompt ?? t('picture');
  return (
    <figure
      className="shared__figure"
      style={ratioOf(image)}
      aria-labelledby={image.title === null && image.prompt === null ? undefined : id}
    >
      <div className="shared__frame">
        <Picture
          cacheKey={image.url}
          url={image.url}
          thumbhash={image.thumbhash}
          width={image.width}
          height={image.height}
          loading="eager"
          alt={words}
        />
      </div>
      {/* No caption, which would name the picture after what one may do with it. */}
      <div className="shared__words">
        <span id={id}>
          {image.title !== null && <h1>{image.title}</h1>}
          {image.prompt !== null && <p>{image.prompt}</p>}
          {image.viewsLeft !== null && <p className="shared__left">{t('viewsLeft', { count: image.viewsLeft })}</p>}
        </span>
        {action}
      </div>
    </figure>
  );
}
