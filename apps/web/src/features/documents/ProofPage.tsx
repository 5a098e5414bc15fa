import { announce, Button, LoadingState } from '@modu/ui';
import { useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Asked } from '../../lib/thing/Asked.tsx';
import { BackLink } from '../../lib/thing/BackLink.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';
import { JobLine } from '../queue/index.ts';
import { editionWords } from '../../lib/words/edition-words.ts';
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
  /** The pages of the contents that stood before it then: when they come, the page that one looks at is counted on by them. */
  readonly front: number;
  readonly place: ProofPlace | 'first' | 'last';
}

/** Print and braille side by side, a braille page at a time. */
export function ProofPage({ renditionId }: { readonly renditionId: string }) {
  const { t } = useTranslation('documents');
  const head = useProofHead(renditionId);
  const words = { loading: t('loading'), failed: t('failed'), gone: t('gone') };
  return (
    <Asked thing={head.data} query={head} words={words} back={<BackLink to="/documents">{t('back')}</BackLink>}>
      {/* Another rendition may have fewer pages than where one looked in this one. */}
      {(rendition) => <Proof key={rendition.id} rendition={rendition} />}
    </Asked>
  );
}

type Rendition = NonNullable<ReturnType<typeof useProofHead>['data']>;

function Proof({ rendition }: { readonly rendition: Rendition }) {
  const { t } = useTranslation('documents');
  const { pageCount, document, edition, contentsPageCount: front } = rendition;
  const [first, setLook] = useState<Look>({ page: 1, front, place: 'first' });
  const look = { ...first, page: first.page + front - first.front, front };
  const shown = useProofPage(rendition.id, look.page, rendition);
  const turn = (by: number, place: Look['place'] = 'first') => {
    const page = look.page + by;
    if (page < 1 || page > pageCount) return;
    setLook({ page, front, place });
    announce(t('pageOf', { page, count: pageCount }), { about: 'page', isKept: true });
  };
  return (
    <div className="page documents proof">
      <PageTitle>{t('proofOf', { title: document.title })}</PageTitle>
      <BackLink to="/documents/$documentId" params={{ documentId: document.id }} language={document.language}>
        {document.title}
      </BackLink>
      <header className="documents__head">
        <h1>{t('proof')}</h1>
        <nav aria-label={t('pagesNav')} className="proof__turn">
          <Button onPress={() => turn(-1)} isDisabled={look.page === 1}>
            {t('pageBefore')}
          </Button>
          <span className="ui-figures">{t('pageOf', { page: look.page, count: pageCount })}</span>
          <Button onPress={() => turn(1)} isDisabled={look.page >= pageCount}>
            {t('pageNext')}
          </Button>
        </nav>
      </header>
      {edition && <p className="thing-note">{t('madeBy', { engine: editionWords(edition) })}</p>}
      {rendition.state === 'BRAILLING' && <JobLine jobId={rendition.job.id} label={t('brailling')} />}
      {(rendition.isOutdated || edition?.isCurrent === false) && <OutdatedNotice rendition={rendition} />}
      <FindBar
        renditionId={rendition.id}
        onFound={({ page, line, piece }) => setLook({ page, front, place: { line, piece } })}
      />
      {/* No page is as little to look at as one that did not come. */}
      {(shown.isError || shown.data === null) && <Failed title={t('partFailed')} query={shown} />}
      {shown.isPending && <LoadingState label={t('loading')} />}
      {shown.data && (
        <ProofBoard
          page={shown.data}
          language={document.language}
          cellsPerLine={rendition.cellsPerLine}
          place={look.place}
          onPlace={(place) => setLook({ ...look, place })}
          onTurn={turn}
        />
      )}
    </div>
  );
}
