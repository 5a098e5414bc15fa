import { Button, ConfirmDialog, ErrorState, IconButton, LoadingState, ProgressLine, Tabs } from '@modu/ui';
import { ArrowLeft, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { Missing } from '../../lib/screen/Missing.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { go, Link } from '../../lib/way/index.ts';
import { SpeechPanel } from '../speech/index.ts';
import { TextPanel } from './components/TextPanel.tsx';
import { useDeleteDocument, useDocumentPage } from './hooks/useDocuments.ts';
import './documents.css';

/** Fetched when it is opened: a document is read without it. */
const BraillePanel = lazy(async () => ({ default: (await import('./components/BraillePanel.tsx')).BraillePanel }));

/** One document: what was read, and what was made of it. */
export function DocumentPage({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation(['documents', 'shell', 'speech']);
  const { data, isError, isPending, refetch } = useDocumentPage(documentId);
  const [tab, setTab] = useState('text');
  const document = data?.document;
  if (isPending) return <LoadingState label={t('documents:loading')} />;
  if (isError)
    return (
      <ErrorState
        title={t('documents:failed')}
        action={<Button onPress={() => void refetch()}>{t('shell:retry')}</Button>}
      />
    );
  if (!document)
    return (
      <Missing title={t('documents:gone')}>
        <BackLink />
      </Missing>
    );
  const tabs = [
    { id: 'text', name: t('documents:tabText'), children: <TextPanel document={document} /> },
    {
      id: 'braille',
      name: t('documents:tabBraille'),
      count: document.renditions.length > 0 ? String(document.renditions.length) : '',
      children: (
        <Suspense fallback={<LoadingState label={t('documents:loading')} />}>
          <BraillePanel document={document} codes={data.brailleCodes} />
        </Suspense>
      ),
    },
    {
      id: 'speech',
      name: t('speech:title'),
      children: (
        <Suspense fallback={<LoadingState label={t('documents:loading')} />}>
          <SpeechPanel documentId={document.id} language={document.language} isReady={document.state === 'READY'} />
        </Suspense>
      ),
    },
  ];
  return (
    <div className="documents">
      <PageTitle>{document.title}</PageTitle>
      <BackLink />
      <header className="documents__head">
        <h1 lang={document.language}>{document.title}</h1>
        <DeleteDocument id={document.id} title={document.title} />
      </header>
      {document.state === 'READING' && (
        <ProgressLine
          label={t('documents:reading', { title: document.title })}
          share={document.partsRead / document.partCount}
        />
      )}
      <Tabs label={document.title} tabs={tabs} value={tab} onChange={setTab} />
    </div>
  );
}

function BackLink() {
  const { t } = useTranslation('documents');
  return (
    <Link to="/documents" className="documents__back">
      <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
      {t('back')}
    </Link>
  );
}

function DeleteDocument({ id, title }: { readonly id: string; readonly title: string }) {
  const { t } = useTranslation('documents');
  const [isAsking, setIsAsking] = useState(false);
  const remove = useDeleteDocument();
  const onConfirm = () => remove.mutate(id, { onSuccess: () => void go({ to: '/documents' }) });
  return (
    <>
      <IconButton
        label={t('delete')}
        icon={<Trash2 size={16} strokeWidth={1.5} aria-hidden />}
        onPress={() => setIsAsking(true)}
      />
      <ConfirmDialog
        isDanger
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t('deleteTitle', { title })}
        confirmLabel={t('delete')}
        cancelLabel={t('cancel')}
        isPending={remove.isPending}
        onConfirm={onConfirm}
      >
        {t('deleteWords')}
      </ConfirmDialog>
    </>
  );
}
