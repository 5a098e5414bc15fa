import { PlainButton } from '@modu/ui';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { DeedFailed } from '../../../lib/thing/DeedFailed.tsx';
import { Link } from '../../../lib/way/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import { useVariants } from '../hooks/useVariants.ts';

/** What a picture was made from, and what was made from it. */
export function Lineage({ image }: { readonly image: Pick<ImageInFull, 'id' | 'parent' | 'variants'> }) {
  const { t } = useTranslation('gallery');
  const { parent } = image;
  return (
    <>
      {parent && <Relatives title={t('madeFrom')} pictures={[parent]} />}
      <Variants key={image.id} image={image} />
    </>
  );
}

function Variants({ image }: { readonly image: Pick<ImageInFull, 'id' | 'variants'> }) {
  const { t } = useTranslation('gallery');
  const format = new Intl.NumberFormat(useLocale());
  const { count, pictures, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError, error } =
    useVariants(image);
  const words = useFailureWords()(isFetchNextPageError ? error : null);
  const more = () => void fetchNextPage();
  if (count === 0) return null;
  return (
    <Relatives title={t('variants', { count, formatted: format.format(count) })} pictures={pictures}>
      {words !== undefined && <DeedFailed words={words} onAgain={more} />}
      {hasNextPage && (
        <PlainButton isPending={isFetchingNextPage} onPress={more}>
          {t('moreVariants')}
        </PlainButton>
      )}
    </Relatives>
  );
}

interface RelativesProps {
  readonly title: string;
  readonly pictures: readonly TilePartsFragment[];
  /** The way to more of them. */
  readonly children?: ReactNode;
}

function Relatives({ title, pictures, children }: RelativesProps) {
  const { t } = useTranslation('gallery');
  const titleId = useId();
  const list = useFocusOnNew(pictures.length);
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

/** With the last ones the button for more is gone that had focus: then the first of the new ones has it. */
function useFocusOnNew(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const isMore = count > before.current;
    if (isMore && document.activeElement === document.body)
      list.current?.querySelectorAll('a')[before.current]?.focus();
    before.current = count;
  }, [count]);
  return list;
}
