import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { usePathname } from '../../../lib/way/index.ts';
import { hasEnded, JOBS_KEY, useJobCaption, useOfJobs, showJob } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';

type Statuses = Readonly<Record<string, Job['status']>>;

const statusesOf = (jobs: readonly Job[]): Statuses => Object.fromEntries(jobs.map(({ id, status }) => [id, status]));

/** Says so when a job ends while the person is on another page than the one that shows it grow. */
export function useEndToasts(): void {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const caption = useJobCaption();
  const statuses = useOfJobs(statusesOf);
  const isElsewhere = usePathname() !== '/';
  const before = useRef<Statuses>({});
  useEffect(() => {
    if (statuses === undefined || statuses === before.current) return;
    const known = before.current;
    before.current = statuses;
    if (!isElsewhere) return;
    const news = (client.getQueryData<readonly Job[]>(JOBS_KEY) ?? []).filter(({ id }) => {
      const [was, is] = [known[id], statuses[id]];
      return was !== undefined && !hasEnded(was) && (is === 'COMPLETED' || is === 'FAILED');
    });
    for (const job of news) {
      const isDone = job.status === 'COMPLETED';
      void toast({
        tone: isDone ? 'positive' : 'negative',
        words: t(isDone ? 'toastDone' : 'toastFailed', { caption: caption(job) }),
        action: { label: t('show'), onAction: () => showJob(job) },
      });
    }
  });
}
