import { ArchiveImagesDocument, ImageArchiveDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { allOf, takePictures, TakingFailed } from '../model/take-pictures.ts';
import type { Left, Taken, TakingNews } from '../model/take-pictures.ts';
import { findTaking, forgetTaking, keepTaking } from '../model/takings.ts';
import type { Taking } from '../model/takings.ts';

async function order(ids: readonly string[], key: string): Promise<string> {
  const { archiveImages } = await request(ArchiveImagesDocument, { ids: [...ids], key });
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

/** Unless this or another tab is at it; one that is closed or reloaded lets go by itself. */
function alone(id: string, work: () => Promise<void>): Promise<void> {
  return navigator.locks.request(`modu-taking:${id}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** Has pictures packed into files, then fetches those: `begin` of these pictures, `goOn` of what is kept under an id. */
export function useTaking() {
  const { t } = useTranslation('pictures');
  const begin = (ids: readonly string[], id: string = crypto.randomUUID()): Promise<void> => {
    keepTaking({ ...allOf(ids), id, count: ids.length, begunAt: Date.now() });
    return goOn(id);
  };
  const goOn = (id: string): Promise<void> =>
    alone(id, async () => {
      const taking = findTaking(id);
      if (taking) await take(taking);
    });
  const take = async (taking: Taking): Promise<void> => {
    const { id, count } = taking;
    const said: { takeBack: Promise<() => void> | undefined } = { takeBack: undefined };
    const takeBack = () => void said.takeBack?.then((close) => close());
    const tell = ({ part, parts, taken }: TakingNews) => {
      takeBack();
      const there = { taken: inFigures(taken), count: inFigures(count) };
      const words = parts === 1 ? t('packing', { count }) : t('packingPart', { part, parts, ...there });
      said.takeBack = toast({ tone: 'info', words, stays: true });
    };
    const keep = (left: Left | null) => (left ? keepTaking({ ...taking, ...left }) : forgetTaking(id));
    const end = await takePictures(taking, { ...steps, tell, keep });
    takeBack();
    tellEnd(end, taking);
  };
  const tellEnd = ({ files, taken, rest, problem }: Taken, { id, count }: Taking) => {
    if (rest.length === 0) {
      const words =
        files === 1 ? t('packed', { count: taken }) : t('packedInFiles', { count: inFigures(taken), files });
      void toast({ tone: 'positive', words });
      return;
    }
    const why = problem ?? t('packingFailed');
    const words = files === 0 ? why : t('packedInPart', { taken: inFigures(taken), count: inFigures(count), why });
    void toast({ tone: 'negative', words, action: { label: t('takeRest'), onAction: () => void begin(rest, id) } });
  };
  return { begin, goOn };
}
