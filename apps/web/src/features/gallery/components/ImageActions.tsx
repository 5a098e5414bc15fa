import { opensLater, PlainButton } from '@modu/ui';
import { Download, Link2, Pencil, RotateCcw, Star, Trash2, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { DownloadFailed, useDownloadFile } from '../../../lib/download/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { go } from '../../../lib/way/index.ts';
import { draftFromPicture, draftOf } from '../../create/index.ts';
import { ShareDialog } from '../../share/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useChangeImages } from '../hooks/useChangeImages.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import type { EditWordsProps } from './EditWords.tsx';

const EditWords = opensLater<EditWordsProps>(async () => (await import('./EditWords.tsx')).EditWords);

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What one can do with one picture. */
export function ImageActions({ image }: { readonly image: ImageInFull }) {
  const { t } = useTranslation('pictures');
  const change = useChangeImages();
  const [asks, setAsks] = useState<'share' | 'edit' | null>(null);
  const ids = [image.id];
  const problem = <FailureNotice error={change.error} />;
  const reuse = () => {
    draftFromPicture(draftOf(image));
    void go({ to: '/' });
  };
  if (image.deletedAt !== null) {
    return (
      <div className="image-page__actions">
        <PlainButton
          variant="primary"
          size="large"
          icon={<RotateCcw {...icon} />}
          onPress={() => change.mutate({ kind: 'restore', ids })}
        >
          {t('restore')}
        </PlainButton>
        {problem}
      </div>
    );
  }
  return (
    <div className="image-page__actions">
      <PlainButton variant="primary" size="large" icon={<WandSparkles {...icon} />} onPress={reuse}>
        {t('reuse')}
      </PlainButton>
      <DownloadButton assetId={image.asset.id} />
      <div className="image-page__more">
        <PlainButton icon={<Link2 {...icon} />} onPress={() => setAsks('share')}>
          {t('share')}
        </PlainButton>
        <PlainButton icon={<Pencil {...icon} />} onPress={() => setAsks('edit')}>
          {t('edit')}
        </PlainButton>
        <PlainButton
          icon={<Star {...icon} fill={image.starred ? 'currentColor' : 'none'} />}
          onPress={() => change.mutate({ kind: 'star', ids, starred: !image.starred })}
        >
          {image.starred ? t('unstar') : t('star')}
        </PlainButton>
        <PlainButton
          icon={<Trash2 {...icon} />}
          onPress={() => change.mutate({ kind: 'trash', ids }, { onSuccess: () => void go({ to: '/gallery' }) })}
        >
          {t('trashAction')}
        </PlainButton>
      </div>
      {problem}
      <ShareDialog
        thing={{ kind: 'image', id: image.id }}
        isOpen={asks === 'share'}
        onOpenChange={(isOpen) => setAsks(isOpen ? 'share' : null)}
      />
      <EditWords image={image} isOpen={asks === 'edit'} onOpenChange={(isOpen) => setAsks(isOpen ? 'edit' : null)} />
    </div>
  );
}

/** Asks for a link when it is pressed: links end after minutes, and the page may be open for hours. */
function DownloadButton({ assetId }: { readonly assetId: string }) {
  const { t } = useTranslation('pictures');
  const download = useDownloadFile();
  return (
    <>
      <PlainButton
        size="large"
        icon={<Download {...icon} />}
        isPending={download.isPending}
        onPress={() => download.mutate(assetId)}
      >
        {t('download')}
      </PlainButton>
      <DownloadFailed download={download} />
    </>
  );
}
