import { FilePicker, ProgressLine } from '@modu/ui';
import { FileText } from 'lucide-react';
import type { DocumentCardFragment } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { FailureNotice } from '../../lib/trace/index.ts';
import { AskedList } from '../../lib/thing/AskedList.tsx';
import { ThingRow, useFactWords } from '../../lib/thing/ThingRow.tsx';
import { SendingLine, problemWords } from '../../lib/upload/index.ts';
import { RecogniseOffer } from './components/RecogniseOffer.tsx';
import { useDocuments } from './hooks/useDocuments.ts';
import { useReadFile } from './hooks/useReadFile.ts';
import './documents.css';

const ACCEPTED = [
  '.pdf',
  '.docx',
  '.hwpx',
  '.epub',
  '.html',
  '.htm',
  '.md',
  '.txt',
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.tif',
  '.tiff',
];

/** All documents; a file that is dropped here is uploaded and read. */
export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const { documents, ...query } = useDocuments();
  const read = useReadFile();
  const words = {
    ...{ list: t('title'), loading: t('loading'), failed: t('failed'), more: t('more') },
    ...{ emptyTitle: t('emptyTitle'), empty: t('emptyWords') },
  };
  return (
    <div className="page documents">
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <FilePicker
        isSingle
        label={t('dropLabel')}
        pickLabel={t('choose')}
        accept={ACCEPTED}
        isPending={read.isPending}
        onFiles={([file]) => file && read.sendAndRead(file)}
      >
        <div>
          <p>{t('dropWords')}</p>
          <p className="thing-note">{t('dropNote')}</p>
        </div>
      </FilePicker>
      <SendingLine label={t('uploading')} sentShare={read.sentShare} onCancel={read.cancel} />
      <FailureNotice error={read.error} words={read.error ? problemWords(read.error, t('uploadFailed')) : undefined} />
      <RecogniseOffer reads={read.reads} onRead={read.readAgain} />
      <AskedList things={documents} query={query} words={words}>
        {(document) => <DocumentRow key={document.id} document={document} />}
      </AskedList>
    </div>
  );
}

/** The server's own words where it said some. */
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
