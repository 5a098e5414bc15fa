import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { heardBetween } from '../model/heard.ts';
import type { Heard } from '../model/heard.ts';
import { hasEnded, mergeJob } from '../model/job-list.ts';
import type { Job } from '../model/job-list.ts';
import { latelyFailed } from '../model/lately-failed.ts';
import { pageOfJob } from '../model/show-job.ts';
import { captionOf } from './useJobCaption.ts';
import { JOBS_KEY } from './jobs-query.ts';
import { voice } from './voice.ts';

/** Takes in a state of a job, wherever it came from: list, live region, and what its end changes elsewhere. */
export function useReceiveJob(): (job: Job) => void {
  const client = useQueryClient();
  const { t } = useTranslation('queue');
  return useCallback(
    (arrived: Job) => {
      const known = client.getQueryData<readonly Job[]>(JOBS_KEY) ?? [];
      const before = known.find((job) => job.id === arrived.id);
      const merged = mergeJob(known, arrived);
      if (merged === known) return;
      client.setQueryData(JOBS_KEY, merged);
      const heard = heardBetween(before, arrived, voice.heed(arrived.id));
      if (heard !== null && !isToasted(heard, arrived)) {
        const sentence = t(HEARD_WORDS[heard.kind], { ...heard, caption: captionOf(t, arrived) });
        voice.tell({ jobId: arrived.id, isEnd: hasEnded(arrived.status), sentence });
      }
      if (heard?.kind === 'failed') latelyFailed.add(arrived.id);
      if (hasEnded(arrived.status)) void client.invalidateQueries({ queryKey: ['images'] });
      if (arrived.kind.startsWith('document.') && hasNews(before, arrived))
        void client.invalidateQueries({ queryKey: ['documents'] });
      if (arrived.kind.startsWith('speech.') && hasNews(before, arrived))
        void client.invalidateQueries({ queryKey: ['speech'] });
      if (hasEnded(arrived.status) || before === undefined) void client.invalidateQueries({ queryKey: ['me'] });
    },
    [client, t],
  );
}

/** Whether a toast tells of it: it says so itself, and nothing is to be heard twice. */
const isToasted = ({ kind }: Heard, job: Job): boolean =>
  (kind === 'done' || kind === 'failed') && pageOfJob(job) !== location.pathname;

/** A document is there from the first step of its job, and whole at the end. */
const hasNews = (before: Job | undefined, { status, step }: Job): boolean =>
  hasEnded(status) || ((before?.step ?? null) === null && step !== null);

const HEARD_WORDS = {
  started: 'heardStarted',
  share: 'heardShare',
  done: 'heardDone',
  canceled: 'heardCanceled',
  failed: 'heardFailed',
} as const;
