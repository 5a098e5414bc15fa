import { loadWords } from '../../lib/language/index.ts';
import { toast } from '../../lib/toasts/index.ts';
import { go } from '../../lib/way/index.ts';

interface UploadWords {
  /** That the studio could not be reached. */
  readonly failed: string;
  readonly again: string;
}

/** Asks for files at once, which a browser lets a page do only in the moment of a press, and shows how they arrive. */
export function uploadFiles(words: UploadWords): void {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true, hidden: true });
  // What takes them is fetched while they are chosen.
  const taking = fetchTaking();
  taking.catch(() => undefined);
  input.addEventListener('change', () => void take([...(input.files ?? [])], { ...words, taking }), { once: true });
  for (const end of ['change', 'cancel']) input.addEventListener(end, () => input.remove(), { once: true });
  // In the page: one that nobody holds may be gone before somebody has chosen.
  document.body.append(input);
  input.click();
}

const fetchTaking = async () => {
  const [{ uploads }] = await Promise.all([import('../../features/files/hooks/useUploads.ts'), loadWords('files')]);
  return uploads;
};

async function take(
  files: readonly File[],
  { taking, ...words }: UploadWords & { readonly taking: ReturnType<typeof fetchTaking> },
): Promise<void> {
  try {
    (await taking).add(files);
    await go({ to: '/files' });
  } catch {
    const onAction = () => void take(files, { ...words, taking: fetchTaking() });
    void toast({ tone: 'negative', words: words.failed, action: { label: words.again, onAction } });
  }
}
