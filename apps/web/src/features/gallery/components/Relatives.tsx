import { useId } from 'react';
import type { ReactNode, Ref } from 'react';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { Link } from '../../../lib/way/index.ts';

export interface RelativesProps {
  readonly title: string;
  readonly pictures: readonly TilePartsFragment[];
  readonly list?: Ref<HTMLUListElement>;
  /** The way to more of them. */
  readonly children?: ReactNode;
}

/** Pictures that one was made from, or that were made from it. */
export function Relatives({ title, pictures, list, children }: RelativesProps) {
  const { t } = useTranslation('gallery');
  const titleId = useId();
  return (
    <section className="lineage" aria-labelledby={titleId}>
      <h2 id={titleId} className="lineage__title ui-figures">
        {title}
      </h2>
      <ul className="lineage__pictures" ref={list}>
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
      {children}
    </section>
  );
}
