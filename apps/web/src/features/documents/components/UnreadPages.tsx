import { Button, Notice } from '@modu/ui';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { go } from '../../../lib/way/index.ts';
import { JobLine, JobProblem, useJobs } from '../../queue/index.ts';
import { useReadBy, useRecognise } from '../hooks/useRecognise.ts';
import { useReadQuote } from '../hooks/useReadQuote.ts';
import { pageRanges } from '../model/page-ranges.ts';

type Read = NonNullable<DocumentPageQuery['document']>;

/** Names the pages of which nothing was read, and offers to read just those from their picture. */
export function UnreadPages({ document }: { readonly document: Read }) {
  const { t } = useTranslation('documents');
  const { id, asset, title, pagesWithoutText } = document;
  const input = { assetId: asset.id, documentId: id, recognise: true };
  const quote = useReadQuote(input);
  const recognise = useRecognise(title);
  const job = useJobs().jobs.find((one) => one.id === recognise.data);
  const hasStopped = job?.status === 'FAILED' || job?.status === 'CANCELED';
  const awaited = hasStopped ? undefined : recognise.data;
  useReadBy(awaited, (documentId) => void go({ to: '/documents/$documentId', params: { documentId } }));
  const isReading = recognise.isPending || awaited !== undefined;
  const refusal = quote.data?.refusal?.message;
  const action = (
    <Button isPending={isReading} onPress={() => recognise.mutate(input)}>
      {quote.data && !quote.data.refusal ? t('recogniseFor', { count: quote.data.credits }) : t('recognise')}
    </Button>
  );
  const words = { pages: pageRanges(pagesWithoutText), count: pagesWithoutText.length };
  return (
    <>
      <Notice tone="caution" action={action}>
        {isReading ? t('reading', { title }) : t('unreadPages', words)}
      </Notice>
      {awaited !== undefined && <JobLine jobId={awaited} label={t('reading', { title })} />}
      {hasStopped && <JobProblem job={job} />}
      {!hasStopped && refusal !== undefined && <Notice tone="negative">{refusal}</Notice>}
      <FailureNotice error={recognise.error} />
    </>
  );
}
