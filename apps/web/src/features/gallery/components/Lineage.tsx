import { lazy, Suspense } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import { Relatives } from './Relatives.tsx';

const ManyVariants = lazy(async () => ({ default: (await import('./ManyVariants.tsx')).ManyVariants }));

/** What a picture was made from, and what was made from it. */
export function Lineage({ image }: { readonly image: Pick<ImageInFull, 'id' | 'parent' | 'variants'> }) {
  const { t } = useTranslation('pictures');
  const { parent, variants } = image;
  const count = variants.totalCount;
  const title = t('variants', { count, formatted: inFigures(count) });
  const first = <Relatives title={title} pictures={variants.edges.map(({ node }) => node)} />;
  return (
    <>
      {parent && <Relatives title={t('madeFrom')} pictures={[parent]} />}
      {count > 0 && !variants.pageInfo.hasNextPage && first}
      {variants.pageInfo.hasNextPage && (
        <Suspense fallback={first}>
          <ManyVariants key={image.id} title={title} image={image} />
        </Suspense>
      )}
    </>
  );
}
