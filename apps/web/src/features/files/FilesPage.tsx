import { Button, FilePicker, Notice, Skeleton } from '@modu/ui';
import { useTranslation } from 'react-i18next';
import { FileTable } from './components/FileTable.tsx';
import { UploadItem } from './components/UploadItem.tsx';
import { useDownload } from './hooks/useDownload.ts';
import { useFiles } from './hooks/useFiles.ts';
import { uploads, useUploads } from './hooks/useUploads.ts';
import { useStored } from './hooks/useStored.ts';
import { useUploadWords } from './hooks/useUploadWords.ts';
import './files.css';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';

/** Files of the viewer's own: bring them, see them arrive, get them back. */
export function FilesPage() {
  const { t } = useTranslation(['files', 'shell']);
  useStored();
  return (
    <div className="files">
      <PageTitle>{t('files:title')}</PageTitle>
      <header className="files__head">
        <h1>{t('files:title')}</h1>
      </header>
      <FilePicker label={t('files:dropLabel')} pickLabel={t('files:choose')} onFiles={uploads.add}>
        <div className="files__words">
          <p>{t('files:dropWords')}</p>
          <p className="files__note">{t('files:dropNote')}</p>
        </div>
      </FilePicker>
      <Uploads />
      <StoredFiles />
    </div>
  );
}

function Uploads() {
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
            onCancel={() => uploads.cancel(upload.id)}
            onRetry={() => uploads.retry(upload.id)}
            onDismiss={() => uploads.dismiss(upload.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function StoredFiles() {
  const { t } = useTranslation(['files', 'shell']);
  const { files, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useFiles();
  const download = useDownload();
  const hasFiles = files !== null && files.length > 0;
  return (
    <section aria-labelledby="stored-title">
      <h2 id="stored-title" className="files__section">
        {t('files:stored')}
      </h2>
      {(isError || download.isError) && (
        <Notice tone="negative" action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}>
          {t('files:failed')}
        </Notice>
      )}
      {files === null && !isError && (
        <div role="status" aria-label={t('files:loading')} className="files__loading">
          <Skeleton height="38px" />
          <Skeleton height="38px" />
          <Skeleton height="38px" />
        </div>
      )}
      {hasFiles && <FileTable files={files} onDownload={download.mutate} />}
      {files !== null && !hasFiles && (
        <div className="files__empty">
          <p className="files__empty-title">{t('files:emptyTitle')}</p>
          <p>{t('files:emptyWords')}</p>
        </div>
      )}
      {hasNextPage && (
        <Button className="files__more" onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {t('files:more')}
        </Button>
      )}
    </section>
  );
}
