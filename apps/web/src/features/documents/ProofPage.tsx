import { Button, EmptyState, ErrorState, LoadingState } from '@modu/ui';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Link } from '../../lib/way/index.ts';
import { ProofBoard } from './components/ProofBoard.tsx';
import { useProof } from './hooks/useBraille.ts';
import './documents.css';
import './proof.css';

/** Print and braille side by side, a braille page at a time. */
export function ProofPage({ renditionId }: { readonly renditionId: string }) {
  const { t } = useTranslation(['documents', 'shell']);
  const { head, pages, loaded } = useProof(renditionId);
  const [at, setAt] = useState(0);
  if (head.isPending) return <LoadingState label={t('documents:loading')} />;
  if (head.isError)
    return (
      <ErrorState
        title={t('documents:failed')}
        action={<Button onPress={() => void head.refetch()}>{t('shell:retry')}</Button>}
      />
    );
  const rendition = head.data;
  if (rendition === null) return <EmptyState title={t('documents:gone')} />;
  const page = loaded[at];
  const turn = (by: number) => {
    const next = at + by;
    if (next >= loaded.length - 1 && pages.hasNextPage) void pages.fetchNextPage();
    setAt(Math.min(Math.max(0, next), rendition.pageCount - 1));
  };
  return (
    <div className="documents proof">
      <PageTitle>{t('documents:proofOf', { title: rendition.document.title })}</PageTitle>
      <Link to="/documents/$documentId" params={{ documentId: rendition.document.id }} className="documents__back">
        <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
        {rendition.document.title}
      </Link>
      <header className="documents__head">
        <h1>{t('documents:proof')}</h1>
        <nav aria-label={t('documents:pagesNav')} className="proof__turn">
          <Button onPress={() => turn(-1)} isDisabled={at === 0}>
            {t('documents:pageBefore')}
          </Button>
          <span className="ui-figures" aria-live="polite">
            {t('documents:pageOf', { page: at + 1, count: rendition.pageCount })}
          </span>
          <Button onPress={() => turn(1)} isDisabled={at + 1 >= rendition.pageCount}>
            {t('documents:pageNext')}
          </Button>
        </nav>
      </header>
      {page ? (
        <ProofBoard key={page.number} page={page} language={rendition.document.language} />
      ) : (
        <LoadingState label={t('documents:loading')} />
      )}
    </div>
  );
}
