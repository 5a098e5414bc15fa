import { ArrowLeft } from 'lucide-react';
import { useTranslation } from '../../lib/language/index.ts';
import { WholePicture } from '../../lib/pictures/WholePicture.tsx';
import { Missing } from '../../lib/screen/Missing.tsx';
import { ratioOf } from '../../lib/pictures/ratio.ts';
import { Link } from '../../lib/way/index.ts';
import { ImageActions } from './components/ImageActions.tsx';
import { ImageFacts } from './components/ImageFacts.tsx';
import { Lineage } from './components/Lineage.tsx';
import { useImage } from './hooks/useImage.ts';
import type { ImageInFull } from './hooks/useImage.ts';
import './gallery.css';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';

/** One picture with everything that made it. */
export function ImagePage({ imageId }: { readonly imageId: string }) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const query = useImage(imageId);
  const { data: image, isPending, isError, refetch } = query;
  return (
    <div className="image-page">
      {image !== null && (
        <PageTitle>{image?.title ?? image?.prompt ?? t(isError ? 'gallery:failed' : 'gallery:title')}</PageTitle>
      )}
      <Link to="/gallery" className="image-page__back">
        <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
        {t('back')}
      </Link>
      {isError && <Failed isPage={!image} title={t('gallery:failed')} query={query} />}
      {image === null && <Missing title={t('gone')} words={t('goneWords')} />}
      {isPending && (
        <p role="status" className="ui-hidden">
          {t('gallery:loading')}
        </p>
      )}
      {image && <ImageInDetail image={image} onExpired={() => void refetch()} />}
    </div>
  );
}

function ImageInDetail({ image, onExpired }: { readonly image: ImageInFull; readonly onExpired: () => void }) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const title = image.title ?? image.prompt ?? t('gallery:untitled');
  return (
    <>
      <div className="image-page__wall">
        <div className="image-page__frame" style={ratioOf(image)}>
          <WholePicture picture={image} alt={title} onExpired={onExpired} />
        </div>
      </div>
      <aside className="image-page__side" aria-label={t('details')}>
        <h1 className="image-page__prompt">{title}</h1>
        {image.title !== null && image.prompt !== null && <p className="image-page__words">{image.prompt}</p>}
        {image.note !== null && <p className="image-page__note">{image.note}</p>}
        <ImageFacts image={image} />
        <Lineage image={image} />
        <ImageActions image={image} />
      </aside>
    </>
  );
}
