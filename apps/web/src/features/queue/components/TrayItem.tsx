import { PlainIconButton, ProgressLine } from '@modu/ui';
import { CircleAlert, FileText, Image, X } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Trace } from '../../../lib/trace/index.ts';
import { hasEnded } from '../model/job-list.ts';
import type { Job } from '../model/job-list.ts';

export interface TrayItemProps {
  readonly job: Job;
  readonly caption: string;
  /** Where it stands, in words. */
  readonly words: string;
  readonly onShow: (job: Job) => void;
  readonly onCancel: (jobId: string) => void;
  readonly onDismiss: (jobId: string) => void;
  readonly isCanceling: boolean;
}

/** What is being made, while there is nothing of it to see. */
function KindIcon({ kind }: { readonly kind: string }) {
  const Icon = kind.startsWith('image.') ? Image : FileText;
  return <Icon size={16} strokeWidth={1.5} aria-hidden />;
}

/**
 * One job in the tray: the picture growing in it, its words, its line, and the way to stop it; one that failed says why. Drawn again
 * only when something of it changed: there may be many.
 */
export const TrayItem = memo(function TrayItem({
  job,
  caption,
  words,
  onShow,
  onCancel,
  onDismiss,
  isCanceling,
}: TrayItemProps) {
  const { t } = useTranslation('queue');
  const ended = hasEnded(job.status);
  return (
    <li className="tray-item" data-status={job.status}>
      <button type="button" className="tray-item__body" onClick={() => onShow(job)}>
        <span className="tray-item__picture">
          {job.preview !== null ? <img src={job.preview} alt="" /> : <KindIcon kind={job.kind} />}
        </span>
        <span className="tray-item__words">
          <span className="tray-item__caption" dir="auto">
            {caption}
          </span>
          <span className="tray-item__state ui-figures">
            {ended && <CircleAlert size={12} strokeWidth={1.5} aria-hidden />}
            {words}
          </span>
        </span>
      </button>
      <PlainIconButton
        label={t(ended ? 'dismissJob' : 'cancelJob', { caption })}
        icon={<X size={16} strokeWidth={1.5} aria-hidden />}
        onPress={() => (ended ? onDismiss : onCancel)(job.id)}
        isPending={isCanceling && !ended}
      />
      <Trace id={job.error?.traceId ?? null} />
      {!ended && (
        <div className="tray-item__line">
          <ProgressLine label={t('progressOf', { caption })} share={job.progress} words={words} />
        </div>
      )}
    </li>
  );
});
