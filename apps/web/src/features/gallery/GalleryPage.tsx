import { Button, Notice, Skeleton } from '@modu/ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../lib/language/index.ts';
import { EmptyGallery } from './components/EmptyGallery.tsx';
import { Grid } from './components/Grid.tsx';
import { useGallery } from './hooks/useGallery.ts';
import './gallery.css';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';

/** All of the viewer's pictures on one wall. */
export function GalleryPage() {
  const { t } = useTranslation(['gallery', 'shell']);
  const locale = useLocale();
  const { pictures, totalCount, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useGallery();
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return (
    <div className="gallery">
      <PageTitle>{t('gallery:title')}</PageTitle>
      <header className="page-head">
        <h1>{t('gallery:title')}</h1>
        {totalCount !== null && totalCount > 0 && (
          <p className="page-head__note ui-figures">
            {t('gallery:count', { count: totalCount, formatted: new Intl.NumberFormat(locale).format(totalCount) })}
          </p>
        )}
      </header>
      {isError && (
        <Notice tone="negative" action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}>
          {t('gallery:failed')}
        </Notice>
      )}
      {isPending && <LoadingWall label={t('gallery:loading')} />}
      {totalCount === 0 && <EmptyGallery />}
      {pictures.length > 0 && (
        <Grid label={t('gallery:title')} pictures={pictures} onNearEnd={more} onExpired={() => void refetch()} />
      )}
    </div>
  );
}

function LoadingWall({ label }: { readonly label: string }) {
  return (
    <div className="gallery__loading" role="status" aria-label={label}>
      {[220, 300, 180, 260, 220, 340].map((width, index) => (
        <Skeleton key={index} width={`${width}px`} height="220px" />
      ))}
    </div>
  );
}
