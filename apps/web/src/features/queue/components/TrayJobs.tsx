import { Notice, PlainButton } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useCancelJob } from '../hooks/useCancelJob.ts';
import { useJobCaption } from '../hooks/useJobCaption.ts';
import { useJobWords } from '../hooks/useJobWords.ts';
import { useQueueDrawer } from '../hooks/useQueueDrawer.ts';
import type { Job } from '../model/job-list.ts';
import { latelyFailed } from '../model/lately-failed.ts';
import { showJob } from '../model/show-job.ts';
import { TrayItem } from './TrayItem.tsx';
import './tray.css';

const SHOWN_MAX = 24;

export interface TrayJobsProps {
  readonly failed: readonly Job[];
  readonly active: readonly Job[];
}

/** Everything of the viewer's that waits, runs or just failed. */
export function TrayJobs({ failed, active }: TrayJobsProps) {
  const { t } = useTranslation('queue');
  const { setOpen } = useQueueDrawer();
  const caption = useJobCaption();
  const words = useJobWords();
  const { cancel, isCanceling, problem } = useCancelJob();
  return (
    <section className="tray" aria-label={t('title')}>
      <h2 className="tray__title ui-figures">
        <PlainButton variant="quiet" onPress={() => setOpen(true)}>
          {active.length === 0 ? t('title') : t('running', { count: active.length })}
        </PlainButton>
      </h2>
      {problem !== null && <Notice tone="negative">{problem}</Notice>}
      <ul className="tray__list">
        {[...failed, ...active].slice(0, SHOWN_MAX).map((job) => (
          <TrayItem
            key={job.id}
            job={job}
            caption={caption(job)}
            words={words(job)}
            onShow={showJob}
            onCancel={cancel}
            onDismiss={latelyFailed.dismiss}
            isCanceling={isCanceling}
          />
        ))}
      </ul>
    </section>
  );
}
