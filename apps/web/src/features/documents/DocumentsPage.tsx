import { Button, EmptyState, ErrorState, FilePicker, Notice, ProgressLine, Skeleton } from '@modu/ui';
import { FileText } from 'lucide-react';
import type { DocumentCardFragment } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { ThingRow, useFactWords } from '../../lib/thing/ThingRow.tsx';
import { RecogniseOffer } from './components/RecogniseOffer.tsx';
import { useDocuments } from './hooks/useDocuments.ts';
import { useReadFile } from './hooks/useReadFile.ts';
import './documents.css';

const ACCEPTED = ['.pdf', '.docx', '.hwpx', '.epub', '.html', '.htm', '.md', '.txt', '.png', '.jpg', '.jpeg', '.webp'];

/** All documents; a file that is dropped here is uploaded and read. */
export function DocumentsPage() {
  const { t } = useTranslation(['documents', 'shell']);
  const { documents, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDocuments();
  const read = useReadFile();
  return (
    <div className="page documents">
      <PageTitle>{t('documents:title')}</PageTitle>
      <h1>{t('documents:title')}</h1>
      <FilePicker
        isSingle
        label={t('documents:dropLabel')}
        pickLabel={t('documents:choose')}
        accept={ACCEPTED}
        isDisabled={read.isPending}
        onFiles={([file]) => file && read.sendAndRead(file)}
      >
        <div>
          <p>{t('documents:dropWords')}</p>
          <p className="thing-note">{t('documents:dropNote')}</p>
        </div>
      </FilePicker>
      {read.sentShare !== null && <ProgressLine label={t('documents:uploading')} share={read.sentShare} />}
      {read.error !== null && <Notice tone="negative">{problemOf(read.error, t('documents:uploadFailed'))}</Notice>}
      <RecogniseOffer reads={read.reads} onRead={read.readAgain} />
      {isError && (
        <ErrorState
          title={t('documents:failed')}
          action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}
        />
      )}
      {documents === null && !isError && (
        <div role="status" aria-label={t('documents:loading')} className="thing-list">
          <Skeleton height="56px" />
          <Skeleton height="56px" />
        </div>
      )}
      {documents?.length === 0 && (
        <EmptyState title={t('documents:emptyTitle')}>
          <p>{t('documents:emptyWords')}</p>
        </EmptyState>
      )}
      {documents !== null && documents.length > 0 && (
        <ul className="thing-list" aria-label={t('documents:title')}>
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {t('documents:more')}
        </Button>
      )}
    </div>
  );
}

/** The server's own words where it said some. */
const problemOf = (error: Error, otherwise: string): string =>
  error.name === 'Error' && error.message !== '' ? error.message : otherwise;

function DocumentRow({ document }: { readonly document: DocumentCardFragment }) {
  const { t } = useTranslation('documents');
  const words = useFactWords();
  const { id, title, format, state, pageCount, partsRead, partCount, language, createdAt } = document;
  return (
    <ThingRow
      icon={FileText}
      title={title}
      language={language}
      facts={[
        format === 'TEXT' ? 'TXT' : format,
        words.language(language),
        pageCount !== null && t('pages', { count: pageCount }),
        words.day(createdAt),
      ]}
      way={{ to: '/documents/$documentId', params: { documentId: id } }}
    >
      {state === 'READING' && <ProgressLine label={t('reading', { title })} share={partsRead / partCount} />}
    </ThingRow>
  );
}
