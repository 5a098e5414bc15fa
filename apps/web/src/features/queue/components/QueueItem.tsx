import { IconButton, ProgressLine } from '@modu/ui';
import { RotateCcw, X } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Trace } from '../../../lib/trace/index.ts';
import { hasEnded, pictureOf } from '../model/job-list.ts';
import type { Job } from '../model/job-list.ts';

export interface QueueItemProps {
  readonly job: Job;
  readonly caption: string;
  readonly words: string;
  readonly onShow: () => void;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
  readonly isBusy: boolean;
}

/** One job of the drawer: its picture, its words, what it cost, and what can be done about it. */
export function QueueItem({ job, caption, words, onShow, onCancel, onRetry, isBusy }: QueueItemProps) {
  const { t } = useTranslation('queue');
  const ended = hasEnded(job.status);
  const picture = job.preview ?? pictureOf(job)?.thumbnailUrl ?? null;
  return (
    <li className="queue-item" data-status={job.status}>
      <button type="button" className="queue-item__body" onClick={onShow}>
        <span className="queue-item__picture">{picture !== null && <img src={picture} alt="" />}</span>
        <span className="queue-item__words">
          <span className="queue-item__caption" dir="auto">
            {caption}
          </span>{' '}
          <span className="queue-item__state ui-figures">{words}</span>{' '}
          <span className="queue-item__credits ui-figures">{useCost(job)}</span>
        </span>
      </button>
      {!ended && (
        <IconButton
          label={t('cancelJob', { caption })}
          icon={<X size={16} strokeWidth={1.5} aria-hidden />}
          onPress={onCancel}
          isPending={isBusy}
        />
      )}
      {(job.status === 'FAILED' || job.status === 'CANCELED') && (
        <IconButton
          label={t('retryJob', { caption })}
          icon={<RotateCcw size={16} strokeWidth={1.5} aria-hidden />}
          onPress={onRetry}
          isPending={isBusy}
        />
      )}
      <Trace id={job.error?.traceId ?? null} />
      {!ended && (
        <div className="queue-item__line">
          <ProgressLine label={t('progressOf', { caption })} share={job.progress} words={words} />
        </div>
      )}
    </li>
  );
}

/** What the job costs, in words: quoted while it is under way, then charged or given back. */
function useCost(job: Job): string {
  const { t } = useTranslation('queue');
  if (job.status === 'COMPLETED') return t('charged', { count: job.chargedCredits ?? 0 });
  if (!hasEnded(job.status)) return t('quoted', { count: job.quotedCredits });
  return t(job.creditsFinal ? 'givenBack' : 'givingBack', { count: job.quotedCredits });
}
