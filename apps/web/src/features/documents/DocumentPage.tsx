import { LoadingState, ProgressLine, Tabs } from '@modu/ui';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentPageQuery } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Asked } from '../../lib/thing/Asked.tsx';
import { BackLink } from '../../lib/thing/BackLink.tsx';
import { DeleteThing } from '../../lib/thing/DeleteThing.tsx';
import { SpeechPanel } from '../speech/index.ts';
import { useFailureWords } from '../../lib/words/useFailureWords.ts';
import { TextPanel } from './components/TextPanel.tsx';
import { useDeleteDocument, useDocumentPage } from './hooks/useDocuments.ts';
import './documents.css';

/** Fetched when it is opened: a document is read without it. */
const BraillePanel = lazy(async () => ({ default: (await import('./components/BraillePanel.tsx')).BraillePanel }));

/** So is what offers to read pages again: few documents have such. */
const UnreadPages = lazy(async () => ({ default: (await import('./components/UnreadPages.tsx')).UnreadPages }));

type Page = DocumentPageQuery & { readonly document: NonNullable<DocumentPageQuery['document']> };

/** One document: what was read, and what was made of it. */
export function DocumentPage({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation('documents');
  const query = useDocumentPage(documentId);
  const back = <BackLink to="/documents">{t('back')}</BackLink>;
  const words = { loading: t('loading'), failed: t('failed'), gone: t('gone') };
  return (
    <Asked thing={query.data?.document} query={query} words={words} back={back}>
      {(document) => (
        <div className="page documents">
          <PageTitle>{document.title}</PageTitle>
          {back}
          <Opened document={document} brailleCodes={query.data?.brailleCodes ?? []} />
        </div>
      )}
    </Asked>
  );
}

function Opened({ document, brailleCodes }: Page) {
  const { t } = useTranslation(['documents', 'speech']);
  const [tab, setTab] = useState('text');
  const later = (panel: ReactNode) => (
    <Suspense fallback={<LoadingState label={t('documents:loading')} />}>{panel}</Suspense>
  );
  const { id, title, language, state, renditions } = document;
  const tabs = [
    { id: 'text', name: t('documents:tabText'), children: <TextPanel document={document} /> },
    {
      id: 'braille',
      name: t('documents:tabBraille'),
      count: renditions.length > 0 ? String(renditions.length) : '',
      children: later(<BraillePanel document={document} codes={brailleCodes} />),
    },
    {
      id: 'speech',
      name: t('speech:title'),
      children: later(<SpeechPanel documentId={id} language={language} isReady={state === 'READY'} />),
    },
  ];
  return (
    <>
      <header className="documents__head">
        <h1 lang={language}>{title}</h1>
        <DeleteDocument id={id} title={title} />
      </header>
      {state === 'READING' && (
        <ProgressLine label={t('documents:reading', { title })} share={document.partsRead / document.partCount} />
      )}
      {state === 'READY' && document.pagesWithoutText.length > 0 && (
        <Suspense fallback={null}>
          <UnreadPages document={document} />
        </Suspense>
      )}
      <Tabs label={title} tabs={tabs} value={tab} onChange={setTab} />
    </>
  );
}

function DeleteDocument({ id, title }: { readonly id: string; readonly title: string }) {
  const { t } = useTranslation('documents');
  const failure = useFailureWords();
  const remove = useDeleteDocument();
  return (
    <DeleteThing
      words={{ title: t('deleteTitle', { title }), body: t('deleteWords'), delete: t('delete'), cancel: t('cancel') }}
      isPending={remove.isPending}
      problem={failure(remove.error)}
      onDelete={() => remove.mutate({ id, title })}
    />
  );
}
