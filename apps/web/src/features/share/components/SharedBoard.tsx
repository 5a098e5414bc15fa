import { Dialog, PlainButton } from '@modu/ui';
import { useState } from 'react';
import type { SharedBoardPartsFragment, OpenShareQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { useSharedPages } from '../hooks/useSharedPages.ts';
import type { Opened } from '../hooks/useVisit.ts';
import { DownloadButton } from './DownloadButton.tsx';
import type { DownloadButtonProps } from './DownloadButton.tsx';

type Shown = Extract<OpenShareQuery['openShare'], { readonly __typename: 'SharedBoard' }>;
type One = SharedBoardPartsFragment['images'][number];

export interface SharedBoardProps {
  readonly opened: Opened;
  readonly board: Shown;
}

/** A board's pictures side by side; each opens large. */
export function SharedBoard({ opened, board }: SharedBoardProps) {
  const { t } = useTranslation('share');
  const { images, more, isPending, error } = useSharedPages(board, opened);
  const [largeAt, setLargeAt] = useState<number | null>(null);
  const large = largeAt === null ? undefined : images[largeAt];
  const look = (at: number) => {
    images[at]?.renewIfOld();
    setLargeAt(at);
  };
  return (
    <section className="shared__board">
      <header className="shared__board-head">
        <h1>{board.name}</h1>
        <p className="ui-figures">
          {t('pictures', {
            count: board.imageCount,
            formatted: inFigures(board.imageCount),
          })}
        </p>
        {board.viewsLeft !== null && <p className="shared__left">{t('viewsLeft', { count: board.viewsLeft })}</p>}
      </header>
      {images.length === 0 && <p className="shared__left">{t('boardEmpty')}</p>}
      <ul className="shared__wall">
        {images.map((image, at) => (
          <li key={at} style={ratioOf(image)}>
            <button type="button" className="shared__tile" onClick={() => look(at)}>
              <Picture
                cacheKey={image.thumbnailUrl}
                url={image.thumbnailUrl}
                thumbhash={image.thumbhash}
                width={image.width}
                height={image.height}
                alt={image.title ?? image.prompt ?? t('pictureNumber', { number: at + 1 })}
                onExpired={image.renew}
              />
            </button>
          </li>
        ))}
      </ul>
      <FailureNotice error={error} />
      {more && (
        <PlainButton size="large" isPending={isPending} onPress={more}>
          {t('more')}
        </PlainButton>
      )}
      {large && (
        <LargePicture image={large} findUrl={large.findUrl} onExpired={large.renew} onClose={() => setLargeAt(null)} />
      )}
    </section>
  );
}

interface LargePictureProps extends DownloadButtonProps {
  readonly image: One;
  readonly onExpired: () => void;
  readonly onClose: () => void;
}

function LargePicture({ image, findUrl, onExpired, onClose }: LargePictureProps) {
  const { t } = useTranslation('share');
  const words = image.title ?? image.prompt ?? t('picture');
  const url = image.url ?? image.thumbnailUrl;
  return (
    <Dialog isOpen size="wide" title={words} closeLabel={t('close')} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="shared__large" style={ratioOf(image)}>
        <Picture
          cacheKey={url}
          url={url}
          thumbhash={image.thumbhash}
          width={image.width}
          height={image.height}
          loading="eager"
          alt={words}
          onExpired={onExpired}
        />
      </div>
      {image.downloadUrl !== null && <DownloadButton findUrl={findUrl} />}
    </Dialog>
  );
}
