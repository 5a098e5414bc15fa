import { useMutation } from '@tanstack/react-query';
import { ArchiveImagesDocument, ImageArchiveDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { takePictures, TakingFailed } from '../model/take-pictures.ts';
import type { Taken, TakingNews } from '../model/take-pictures.ts';

async function order(ids: readonly string[]): Promise<string> {
  const { archiveImages } = await request(ArchiveImagesDocument, { ids: [...ids], key: crypto.randomUUID() });
  if (isRefusal(archiveImages)) throw new TakingFailed(archiveImages.message);
  return archiveImages.id;
}

async function look(id: string) {
  const { imageArchive } = await request(ImageArchiveDocument, { id });
  return imageArchive && { ...imageArchive, url: imageArchive.asset?.url ?? null };
}

const steps = {
  ...{ order, look },
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  // The bucket answers as an attachment, so the page stays.
  fetchFile: (url: string) => location.assign(url),
};

/** Has pictures packed into files, then fetches those; goes on while the viewer is on other pages. */
export function useTakePictures() {
  const { t } = useTranslation('gallery');
  const locale = useLocale();
  const written = (count: number) => new Intl.NumberFormat(locale).format(count);
  const take = async (ids: readonly string[]): Promise<void> => {
    const said: { takeBack: Promise<() => void> | undefined } = { takeBack: undefined };
    const takeBack = () => void said.takeBack?.then((close) => close());
    const tell = ({ part, parts, taken }: TakingNews) => {
      takeBack();
      const count = ids.length;
      const there = { taken: written(taken), count: written(count) };
      const words = parts === 1 ? t('packing', { count }) : t('packingPart', { part, parts, ...there });
      said.takeBack = toast({ tone: 'info', words, stays: true });
    };
    const end = await takePictures(ids, { ...steps, tell });
    takeBack();
    tellEnd(end, ids.length);
  };
  const tellEnd = ({ files, taken, rest, problem }: Taken, count: number) => {
    if (rest.length === 0) {
      const words = files === 1 ? t('packed', { count: taken }) : t('packedInFiles', { count: written(taken), files });
      void toast({ tone: 'positive', words });
      return;
    }
    const why = problem ?? t('packingFailed');
    const words = files === 0 ? why : t('packedInPart', { taken: written(taken), count: written(count), why });
    void toast({ tone: 'negative', words, action: { label: t('takeRest'), onAction: () => void take(rest) } });
  };
  return useMutation({ mutationFn: take });
}
