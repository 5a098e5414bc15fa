import { useTranslation } from '../../../lib/language/index.ts';
import type { OpenShareQuery } from '../../../lib/graph/generated/graphql.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { DownloadLink } from './DownloadLink.tsx';

type Shown = Extract<OpenShareQuery['openShare'], { readonly __typename: 'SharedImage' }>;

/** One picture, as large as there is room. */
export function SharedPicture({ image }: { readonly image: Shown }) {
  const { t } = useTranslation('share');
  const words = image.title ?? image.prompt ?? t('picture');
  return (
    <figure className="shared__figure" style={ratioOf(image)}>
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
      <figcaption className="shared__words">
        <span>
          {image.title !== null && <h1>{image.title}</h1>}
          {image.prompt !== null && <p>{image.prompt}</p>}
          {image.viewsLeft !== null && <p className="shared__left">{t('viewsLeft', { count: image.viewsLeft })}</p>}
        </span>
        <DownloadLink href={image.downloadUrl} />
      </figcaption>
    </figure>
  );
}
