import { useId } from 'react';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { Link } from '../../../lib/way/index.ts';
import type { ImageInFull } from '../hooks/useImage.ts';

/** What a picture was made from, and what was made from it. */
export function Lineage({ image }: { readonly image: Pick<ImageInFull, 'parent' | 'variants'> }) {
  const { t } = useTranslation('gallery');
  const format = new Intl.NumberFormat(useLocale());
  const { parent, variants } = image;
  const count = variants.totalCount;
  return (
    <>
      {parent && <Relatives title={t('madeFrom')} pictures={[parent]} />}
      {count > 0 && (
        <Relatives
          title={t('variants', { count, formatted: format.format(count) })}
          pictures={variants.edges.map(({ node }) => node)}
        />
      )}
    </>
  );
}

interface RelativesProps {
  readonly title: string;
  readonly pictures: readonly TilePartsFragment[];
}

function Relatives({ title, pictures }: RelativesProps) {
  const { t } = useTranslation('gallery');
  const titleId = useId();
  return (
    <section className="lineage" aria-labelledby={titleId}>
      <h2 id={titleId} className="lineage__title ui-figures">
        {title}
      </h2>
      <ul className="lineage__pictures">
        {pictures.map(({ id, thumbnailUrl, thumbhash, title: name, prompt }) => (
          <li key={id}>
            <Link to="/gallery/$imageId" params={{ imageId: id }} className="lineage__picture">
              <Picture
                cacheKey={`${id}/small`}
                url={thumbnailUrl}
                thumbhash={thumbhash}
                width={1}
                height={1}
                alt={name ?? prompt ?? t('untitled')}
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
