import { memo } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { uploads, useUploads } from '../hooks/useUploads.ts';
import { useUploadWords } from '../hooks/useUploadWords.ts';
import { chooseFile } from '../model/choose-file.ts';
import { shownUploads } from '../model/shown-uploads.ts';
import { UploadItem } from './UploadItem.tsx';
import type { UploadDeeds } from './UploadItem.tsx';
import type { Upload } from '../../../lib/upload/index.ts';

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
  const shown = shownUploads(list);
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="uploads-title">
      <h2 id="uploads-title" className="files__section">
        {t('uploads')}
      </h2>
      <ul className="files__uploads">
        {shown.map((upload) => (
          <Line key={upload.id} upload={upload} />
        ))}
      </ul>
      {list.length > shown.length && (
        <p className="files__note ui-figures">{t('moreUploads', { count: list.length - shown.length })}</p>
      )}
    </section>
  );
}

/** Drawn, and its words made, only when this upload has changed. */
const Line = memo(function Line({ upload }: { readonly upload: Upload }) {
  return <UploadItem upload={upload} words={useUploadWords()(upload)} deeds={deeds} />;
});
