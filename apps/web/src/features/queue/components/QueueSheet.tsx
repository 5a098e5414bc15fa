import { Button, ChoiceGroup, Drawer, Notice } from '@modu/ui';
import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useCancelJob } from '../hooks/useCancelJob.ts';
import { useClearQueue } from '../hooks/useClearQueue.ts';
import { useJobs } from '../hooks/useJobs.ts';
import { useRetryJob } from '../hooks/useRetryJob.ts';
import { filterJobs, JOB_FILTERS } from '../model/filters.ts';
import type { JobFilter } from '../model/filters.ts';
import { showJob } from '../model/show-job.ts';
import { QueueList } from './QueueList.tsx';
import { QueueStatus } from './QueueStatus.tsx';
import './queue-drawer.css';

const FILTER_NAMES = { all: 'filterAll', active: 'filterActive', done: 'filterDone', failed: 'filterFailed' } as const;

export interface QueueSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** All of the viewer's jobs: what runs and waits with its place and time, what ended and how; cancel, clear, try again. */
export function QueueSheet({ isOpen, onOpenChange }: QueueSheetProps) {
  const { t } = useTranslation('queue');
  const [filter, setFilter] = useState<JobFilter>('all');
  const { jobs } = useJobs();
  const cancel = useCancelJob();
  const retry = useRetryJob();
  const clear = useClearQueue();
  const waiting = jobs.filter((job) => job.status === 'QUEUED').length;
  const problem = cancel.problem ?? retry.problem ?? clear.problem;
  const choices = JOB_FILTERS.map((id) => ({
    id,
    name: t(FILTER_NAMES[id]),
    note: String(filterJobs(jobs, id).length),
  }));
  return (
    <Drawer title={t('title')} closeLabel={t('close')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="queue-drawer">
        <QueueStatus />
        <ChoiceGroup
          label={t('filter')}
          hidesLabel
          choices={choices}
          value={filter}
          onChange={(id) => setFilter(id as JobFilter)}
        />
        {problem !== null && <Notice tone="negative">{problem}</Notice>}
        <QueueList
          jobs={filterJobs(jobs, filter)}
          onShow={(job) => {
            onOpenChange(false);
            showJob(job);
          }}
          onCancel={cancel.cancel}
          onRetry={retry.retry}
          isBusy={cancel.isCanceling || retry.isRetrying}
        />
        {waiting > 0 && (
          <Button variant="quiet" onPress={clear.clear} isDisabled={clear.isClearing}>
            {t('clear', { count: waiting })}
          </Button>
        )}
      </div>
    </Drawer>
  );
}
