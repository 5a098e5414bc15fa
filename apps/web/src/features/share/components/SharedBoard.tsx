import { Button, Dialog, Notice } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { SharedBoardPageDocument } from '../../../lib/graph/generated/graphql.ts';
import type { SharedBoardPartsFragment, OpenShareQuery } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { DownloadLink } from './DownloadLink.tsx';

type Shown = Extract<OpenShareQuery['openShare'], { readonly __typename: 'SharedBoard' }>;
type Page = SharedBoardPartsFragment;
type One = Page['images'][number];

/** A board's pictures side by side; each opens large. */
export function SharedBoard({ board }: { readonly board: Shown }) {
  const { t } = useTranslation('share');
  const locale = useLocale();
  const [pages, setPages] = useState<readonly Page[]>([board.page]);
  const [open, setOpen] = useState<One | null>(null);
  const after = pages.at(-1)?.after ?? null;
  const more = useMutation({
    mutationFn: async (from: string) => {
      const page = (await request(SharedBoardPageDocument, { visit: board.visit, after: from })).sharedBoardPage;
      if (isRefusal(page)) throw new Error(page.message);
      return page;
    },
    onSuccess: (page) => setPages([...pages, page]),
  });
  const images = pages.flatMap((page) => page.images);
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
            <button type="button" className="shared__tile" onClick={() => setOpen(image)}>
              <Picture
                cacheKey={image.thumbnailUrl}
                url={image.thumbnailUrl}
                thumbhash={image.thumbhash}
                width={image.width}
                height={image.height}
                alt={image.title ?? image.prompt ?? t('pictureNumber', { number: at + 1 })}
              />
            </button>
          </li>
        ))}
      </ul>
      {more.isError && <Notice tone="negative">{more.error.message}</Notice>}
      {after !== null && (
        <Button size="large" isPending={more.isPending} onPress={() => more.mutate(after)}>
          {t('more')}
        </Button>
      )}
      {open !== null && <LargePicture image={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function LargePicture({ image, onClose }: { readonly image: One; readonly onClose: () => void }) {
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
        />
      </div>
      <DownloadLink href={image.downloadUrl} />
    </Dialog>
  );
}
