import { useTranslation } from '../../../lib/language/index.ts';
import { uploads, useUploads } from '../hooks/useUploads.ts';
import { useUploadWords } from '../hooks/useUploadWords.ts';
import { chooseFile } from '../model/choose-file.ts';
import { UploadItem } from './UploadItem.tsx';

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
          <UploadItem
            key={upload.id}
            upload={upload}
            words={words(upload)}
            onPause={() => uploads.pause(upload.id)}
            onResume={() => uploads.resume(upload.id)}
            onChooseAgain={() => chooseFile(uploads.add)}
            onCancel={() => uploads.cancel(upload.id)}
            onRetry={() => uploads.retry(upload.id)}
            onDismiss={() => uploads.dismiss(upload.id)}
          />
        ))}
      </ul>
    </section>
  );
}
