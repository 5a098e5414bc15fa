import { Dialog, Notice, PlainButton } from '@modu/ui';
import { useState } from 'react';
import type { SharedBoardPartsFragment, OpenShareQuery } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useSharedPages } from '../hooks/useSharedPages.ts';
import { DownloadLink } from './DownloadLink.tsx';

type Shown = Extract<OpenShareQuery['openShare'], { readonly __typename: 'SharedBoard' }>;
type One = SharedBoardPartsFragment['images'][number];

/** A board's pictures side by side; each opens large. */
export function SharedBoard({ board }: { readonly board: Shown }) {
  const { t } = useTranslation('share');
  const failure = useFailureWords();
  const locale = useLocale();
  const { images, more, isPending, error } = useSharedPages(board);
  const [opened, setOpened] = useState<number | null>(null);
  const open = opened === null ? undefined : images[opened];
  const look = (at: number) => {
    images[at]?.renewIfOld();
    setOpened(at);
  };
  return (
    <section className="shared__board">
      <header className="shared__board-head">
        <h1>{board.name}</h1>
        <p className="ui-figures">
          {t('pictures', {
            count: board.imageCount,
            formatted: new Intl.NumberFormat(locale).format(board.imageCount),
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
      {error && <Notice tone="negative">{failure(error)}</Notice>}
      {more && (
        <PlainButton size="large" isPending={isPending} onPress={more}>
          {t('more')}
        </PlainButton>
      )}
      {open && <LargePicture image={open} onExpired={open.renew} onClose={() => setOpened(null)} />}
    </section>
  );
}

interface LargePictureProps {
  readonly image: One;
  readonly onExpired: () => void;
  readonly onClose: () => void;
}

function LargePicture({ image, onExpired, onClose }: LargePictureProps) {
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
      <DownloadLink href={image.downloadUrl} />
    </Dialog>
  );
}
