import { useTranslation } from '../../../lib/language/index.ts';
import { uploads, useUploads } from '../hooks/useUploads.ts';
import { useUploadWords } from '../hooks/useUploadWords.ts';
import { chooseFile } from '../model/choose-file.ts';
import { UploadItem } from './UploadItem.tsx';
import type { UploadDeeds } from './UploadItem.tsx';

const deeds: UploadDeeds = {
  pause: (id) => uploads.pause(id),
  resume: (id) => uploads.resume(id),
  chooseAgain: () => chooseFile(uploads.add),
  cancel: (id) => uploads.cancel(id),
  retry: (id) => uploads.retry(id),
  dismiss: (id) => uploads.dismiss(id),
};

/** What is being uploaded in this tab, and what a reload interrupted. */
export function UploadTray() {
  const { t } = useTranslation('files');
  const list = useUploads();
  const words = useUploadWords();
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="uploads-title">
      <h2 id="uploads-title" className="files__section">
        {t('uploads')}
      </h2>
      <ul className="files__uploads">
        {list.map((upload) => (
          <UploadItem key={upload.id} upload={upload} words={words(upload)} deeds={deeds} />
        ))}
      </ul>
    </section>
  );
}
