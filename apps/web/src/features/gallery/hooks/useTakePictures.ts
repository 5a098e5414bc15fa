import { useMutation } from '@tanstack/react-query';
import { ArchiveImagesDocument, ImageArchiveDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { packPictures, TakingFailed } from '../model/take-pictures.ts';

async function order(ids: readonly string[]): Promise<string> {
  const { archiveImages } = await request(ArchiveImagesDocument, { ids: [...ids], key: crypto.randomUUID() });
  if (isRefusal(archiveImages)) throw new TakingFailed(archiveImages.message);
  return archiveImages.id;
}

async function look(id: string) {
  const { imageArchive } = await request(ImageArchiveDocument, { id });
  return imageArchive && { ...imageArchive, url: imageArchive.asset?.url ?? null };
}

/** Has pictures packed into one file, then fetches it; goes on while the viewer is on other pages. */
export function useTakePictures() {
  const { t } = useTranslation('gallery');
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const takeBack = await toast({ tone: 'info', words: t('packing', { count: ids.length }) });
      try {
        const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
        // The bucket answers as an attachment, so the page stays.
        location.assign(await packPictures(ids, { order, look, wait }));
        void toast({ tone: 'positive', words: t('packed', { count: ids.length }) });
      } catch (error) {
        const why = error instanceof TakingFailed ? error.message : '';
        void toast({ tone: 'negative', words: why === '' ? t('packingFailed') : why });
      } finally {
        takeBack();
      }
    },
  });
}
