import { EmptyState } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useJobCaption } from '../hooks/useJobCaption.ts';
import { useJobWords } from '../hooks/useJobWords.ts';
import type { Job } from '../model/job-list.ts';
import { QueueItem } from './QueueItem.tsx';

export interface QueueListProps {
  readonly jobs: readonly Job[];
  readonly onShow: (job: Job) => void;
  readonly onCancel: (jobId: string) => void;
  readonly onRetry: (jobId: string) => void;
  readonly isBusy: boolean;
}

/** Jobs one below the other. */
export function QueueList({ jobs, onShow, onCancel, onRetry, isBusy }: QueueListProps) {
  const { t } = useTranslation('queue');
  const caption = useJobCaption();
  const words = useJobWords();
  if (jobs.length === 0) return <EmptyState title={t('none')} />;
  return (
    <ul className="queue-list">
      {jobs.map((job) => (
        <QueueItem
          key={job.id}
          job={job}
          caption={caption(job)}
          words={words(job)}
          onShow={() => onShow(job)}
          onCancel={() => onCancel(job.id)}
          onRetry={() => onRetry(job.id)}
          isBusy={isBusy}
        />
      ))}
    </ul>
  );
}
