import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { go, usePathname } from '../../../lib/way/index.ts';
import { hasEnded, useJobCaption, useJobs } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';

/** Says so when a job ends while the person is on another page than the one that shows it grow. */
export function useEndToasts(): void {
  const { t } = useTranslation('notices');
  const caption = useJobCaption();
  const { jobs } = useJobs();
  const isElsewhere = usePathname() !== '/';
  const before = useRef<ReadonlyMap<string, Job['status']>>(new Map());
  useEffect(() => {
    const known = before.current;
    before.current = new Map(jobs.map(({ id, status }) => [id, status]));
    if (!isElsewhere) return;
    const news = jobs.filter(({ id, status }) => {
      const was = known.get(id);
      return was !== undefined && !hasEnded(was) && (status === 'COMPLETED' || status === 'FAILED');
    });
    for (const job of news) {
      const isDone = job.status === 'COMPLETED';
      void toast({
        tone: isDone ? 'positive' : 'negative',
        words: t(isDone ? 'toastDone' : 'toastFailed', { caption: caption(job) }),
        action: { label: t('show'), onAction: () => void go({ to: '/', search: { job: job.id } }) },
      });
    }
  });
}
