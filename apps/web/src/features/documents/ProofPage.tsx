import { announce, Button, ErrorState, LoadingState } from '@modu/ui';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { Missing } from '../../lib/screen/Missing.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Link } from '../../lib/way/index.ts';
import { FindBar } from './components/FindBar.tsx';
import { OutdatedNotice } from './components/OutdatedNotice.tsx';
import { ProofBoard } from './components/ProofBoard.tsx';
import { useProofHead, useProofPage } from './hooks/useBraille.ts';
import type { ProofPlace } from './model/proof-cursor.ts';
import './documents.css';
import './proof.css';

/** Where one looks: a braille page, and a place on it once it is known. */
interface Look {
  readonly page: number;
  readonly place: ProofPlace | 'first' | 'last';
}

/** Print and braille side by side, a braille page at a time. */
export function ProofPage({ renditionId }: { readonly renditionId: string }) {
  const { t } = useTranslation(['documents', 'shell']);
  const head = useProofHead(renditionId);
  const [look, setLook] = useState<Look>({ page: 1, place: 'first' });
  const rendition = head.data;
  const shown = useProofPage(renditionId, look.page, rendition);
  if (head.isPending) return <LoadingState label={t('documents:loading')} />;
  if (head.isError)
    return (
      <ErrorState
        title={t('documents:failed')}
        action={<Button onPress={() => void head.refetch()}>{t('shell:retry')}</Button>}
      />
    );
  if (!rendition) return <Missing title={t('documents:gone')} />;
  const { pageCount, document } = rendition;
  const turn = (by: number, place: Look['place'] = 'first') => {
    const page = look.page + by;
    if (page < 1 || page > pageCount) return;
    setLook({ page, place });
    announce(t('documents:pageOf', { page, count: pageCount }));
  };
  return (
    <div className="documents proof">
      <PageTitle>{t('documents:proofOf', { title: document.title })}</PageTitle>
      <Link to="/documents/$documentId" params={{ documentId: document.id }} className="documents__back">
        <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
        {document.title}
      </Link>
      <header className="documents__head">
        <h1>{t('documents:proof')}</h1>
        <nav aria-label={t('documents:pagesNav')} className="proof__turn">
          <Button onPress={() => turn(-1)} isDisabled={look.page === 1}>
            {t('documents:pageBefore')}
          </Button>
          <span className="ui-figures">{t('documents:pageOf', { page: look.page, count: pageCount })}</span>
          <Button onPress={() => turn(1)} isDisabled={look.page >= pageCount}>
            {t('documents:pageNext')}
          </Button>
        </nav>
      </header>
      {rendition.isOutdated && <OutdatedNotice rendition={rendition} />}
      <FindBar
        renditionId={renditionId}
        onFound={({ page, line, piece }) => setLook({ page, place: { line, piece } })}
      />
      {shown.data ? (
        <ProofBoard
          page={shown.data}
          language={document.language}
          cellsPerLine={rendition.cellsPerLine}
          place={look.place}
          onPlace={(place) => setLook({ ...look, place })}
          onTurn={turn}
        />
      ) : (
        <LoadingState label={t('documents:loading')} />
      )}
    </div>
  );
}
