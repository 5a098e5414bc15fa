import { Button, Notice } from '@modu/ui';
import type { ProofHeadQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { JobLine, JobProblem, useJobs } from '../../queue/index.ts';
import { go } from '../../../lib/way/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useBrailleQuote, useMadeRendition, useMakeBraille } from '../hooks/useBraille.ts';
import { UndoButton } from './UndoButton.tsx';

type Rendition = NonNullable<ProofHeadQuery['brailleRendition']>;

/** Says that the document was corrected since, or the engine changed; the same pages can be had anew, for what was corrected only. */
export function OutdatedNotice({ rendition }: { readonly rendition: Rendition }) {
  const { t } = useTranslation('documents');
  const { document, code, cellsPerLine, linesPerPage, setup } = rendition;
  const input = { documentId: document.id, code, cellsPerLine, linesPerPage, ...setup };
  const quote = useBrailleQuote(input, true);
  const make = useMakeBraille();
  const job = useJobs().jobs.find(({ id }) => id === make.data);
  // What failed or was stopped leaves no rendition to wait for.
  const hasStopped = job?.status === 'FAILED' || job?.status === 'CANCELED';
  const awaited = hasStopped ? undefined : make.data;
  useMadeRendition(document.id, awaited, (id) => void go({ to: '/braille/$renditionId', params: { renditionId: id } }));
  const refusal = quote.data?.refusal?.message;
  const isMaking = make.isPending || awaited !== undefined;
  const action = (
    <span className="proof__deeds">
      {rendition.isOutdated && document.lastCorrection !== null && <UndoButton document={document} />}
      <Button isPending={isMaking} onPress={() => make.mutate(input)}>
        {quote.data && !quote.data.refusal ? t('makeAgainFor', { count: quote.data.credits }) : t('makeAgain')}
      </Button>
    </span>
  );
  return (
    <>
      <Notice tone="caution" action={action}>
        {t(isMaking ? 'brailling' : rendition.isOutdated ? 'outdated' : 'outdatedEngine')}
      </Notice>
      {awaited !== undefined && <JobLine jobId={awaited} label={t('brailling')} />}
      {hasStopped && <JobProblem job={job} />}
      {!hasStopped && refusal !== undefined && <Notice tone="negative">{refusal}</Notice>}
      <FailureNotice error={make.error} />
    </>
  );
}
