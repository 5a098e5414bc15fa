import { Notice } from '@modu/ui';
import { useTranslation } from 'react-i18next';
import { useCancelJob } from '../hooks/useCancelJob.ts';
import { useJobCaption } from '../hooks/useJobCaption.ts';
import { useJobs } from '../hooks/useJobs.ts';
import { useJobWords } from '../hooks/useJobWords.ts';
import { activeJobs } from '../model/job-list.ts';
import { TrayItem } from './TrayItem.tsx';
import './tray.css';

const SHOWN_MAX = 24;

/** Everything of the viewer's that waits or runs, at the bottom edge of every page; it folds to nothing when all is done. */
export function JobTray({ onShow }: { readonly onShow: (jobId: string) => void }) {
  const { t } = useTranslation('queue');
  const active = activeJobs(useJobs().jobs);
  const caption = useJobCaption();
  const words = useJobWords();
  const { cancel, isCanceling, problem } = useCancelJob();
  if (active.length === 0) return null;
  return (
    <section className="tray" aria-label={t('title')}>
      <h2 className="tray__title ui-figures">{t('running', { count: active.length })}</h2>
      {problem !== null && <Notice tone="negative">{problem}</Notice>}
      <ul className="tray__list">
        {active.slice(0, SHOWN_MAX).map((job) => (
          <TrayItem
            key={job.id}
            job={job}
            caption={caption(job)}
            words={words(job)}
            onShow={() => onShow(job.id)}
            onCancel={() => cancel(job.id)}
            isCanceling={isCanceling}
          />
        ))}
      </ul>
    </section>
  );
}
