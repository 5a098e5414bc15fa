import { Button, Notice } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useJobs } from '../../queue/index.ts';
import { useReadQuote } from '../hooks/useReadQuote.ts';
import type { GivenRead } from '../hooks/useReadFile.ts';

interface RecogniseOfferProps {
  readonly reads: readonly GivenRead[];
  readonly onRead: (wish: { assetId: string; name: string; recognise: boolean }) => void;
}

/** Offers to read the pictures of pages that turned out to have no text. */
export function RecogniseOffer({ reads, onRead }: RecogniseOfferProps) {
  const { jobs } = useJobs();
  return reads.map(({ jobId, assetId, name }) => {
    const job = jobs.find(({ id }) => id === jobId);
    if (job?.error?.code !== 'DOCUMENT_WITHOUT_TEXT') return null;
    return <Offer key={jobId} assetId={assetId} name={name} onRead={onRead} />;
  });
}

function Offer({ assetId, name, onRead }: Omit<GivenRead, 'jobId'> & Pick<RecogniseOfferProps, 'onRead'>) {
  const { t } = useTranslation('documents');
  const { data } = useReadQuote({ assetId, recognise: true });
  const action = (
    <Button onPress={() => onRead({ assetId, name, recognise: true })}>
      {data && !data.refusal ? t('recogniseFor', { count: data.credits }) : t('recognise')}
    </Button>
  );
  return (
    <Notice tone="caution" action={action}>
      {t('noText', { name })}
    </Notice>
  );
}
