import { Button, EmptyState, FilePicker, Notice, Skeleton } from '@modu/ui';
import { useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { DeedFailed } from '../../lib/thing/DeedFailed.tsx';
import { DeleteForever } from './components/DeleteForever.tsx';
import { FileTable } from './components/FileTable.tsx';
import { StorageMeter } from './components/StorageMeter.tsx';
import { TypeFilter } from './components/TypeFilter.tsx';
import { UploadTray } from './components/UploadTray.tsx';
import { useFiles } from './hooks/useFiles.ts';
import { useListDeeds } from './hooks/useListDeeds.ts';
import { uploads } from './hooks/useUploads.ts';
import { useStored } from './hooks/useStored.ts';
import './files.css';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { FailureNotice } from '../../lib/trace/index.ts';
import { useMe } from '../credits/index.ts';
import type { FileKind } from './model/file-kind.ts';

/** Files of the viewer's own: bring them, see them arrive, get them back. */
export function FilesPage() {
  const { t } = useTranslation(['files', 'shell']);
  useStored();
  const me = useMe().data;
  const [leftOut, setLeftOut] = useState(0);
  const onFiles = (files: readonly File[]) => setLeftOut(files.length - uploads.add(files));
  return (
    <div className="page files">
      <PageTitle>{t('files:title')}</PageTitle>
      <header className="files__head">
        <h1>{t('files:title')}</h1>
        {me !== undefined && me !== null && <StorageMeter {...me.storage} />}
      </header>
      <FilePicker label={t('files:dropLabel')} pickLabel={t('files:choose')} onFiles={onFiles}>
        <div className="files__words">
          <p>{t('files:dropWords')}</p>
          <p className="files__note">{t('files:dropNote')}</p>
        </div>
      </FilePicker>
      {leftOut > 0 && <Notice tone="caution">{t('files:leftOut', { count: leftOut })}</Notice>}
      <UploadTray />
      <StoredFiles />
    </div>
  );
}

function StoredFiles() {
  const { t } = useTranslation(['files', 'shell']);
  const [kind, setKind] = useState<FileKind>('all');
  const { files, error, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useFiles(kind);
  const isTrash = kind === 'trash';
  const { box, asked, failed, ...deeds } = useListDeeds(files, isTrash);
  const hasFiles = files !== null && files.length > 0;
  const isBesideItsRow = files?.some(({ id }) => id === failed?.fileId) === true;
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="stored-title">
      <div className="files__bar">
        <h2 id="stored-title" className="files__section">
          {t('files:stored')}
        </h2>
        <TypeFilter value={kind} onChange={setKind} />
      </div>
      <FailureNotice
        error={error}
        words={t('files:failed')}
        action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}
      />
      {failed && !isBesideItsRow && <DeedFailed words={failed.words} trace={failed.trace} onAgain={failed.again} />}
      {files === null && !isError && (
        <div role="status" aria-label={t('files:loading')} className="files__loading">
          <Skeleton height="38px" />
          <Skeleton height="38px" />
          <Skeleton height="38px" />
        </div>
      )}
      {hasFiles && (
        <FileTable
          files={files}
          isTrash={isTrash}
          failed={failed}
          onDownload={deeds.onDownload}
          onDelete={deeds.onDelete}
          onRestore={deeds.onRestore}
        />
      )}
      {isTrash && <p className="files__note">{t('files:trashNote')}</p>}
      <DeleteForever file={asked} onClose={deeds.onKeep} onConfirm={deeds.onDeleteForever} />
      {files !== null && !hasFiles && kind !== 'all' && <p className="files__note">{t('files:noneOfKind')}</p>}
      {files !== null && !hasFiles && kind === 'all' && (
        <EmptyState title={t('files:emptyTitle')}>
          <p>{t('files:emptyWords')}</p>
        </EmptyState>
      )}
      {hasNextPage && (
        <Button className="files__more" onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {t('files:more')}
        </Button>
      )}
    </section>
  );
}
