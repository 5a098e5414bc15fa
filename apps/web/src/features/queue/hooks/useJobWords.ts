import { useTimeWords, useTranslation } from '../../../lib/language/index.ts';
import type { Job } from '../model/job-list.ts';

/** Says where a job stands: "Step 7 of 20, about 3 s left". */
export function useJobWords(): (job: Job) => string {
  const { t } = useTranslation('queue');
  const time = useTimeWords();
  return (job) => {
    switch (job.status) {
      case 'QUEUED': {
        if (job.positionMin !== null) return t('waitingFarBack', { position: job.positionMin });
        if (job.position === null) return t('waiting');
        const place = t('waitingPlace', { position: job.position });
        return job.etaMs === null ? place : t('waitingPlaceTime', { place, time: time.about(job.etaMs) });
      }
      case 'RUNNING': {
        if (job.ahead !== null && job.ahead > 0) return t('behindOthers', { count: job.ahead });
        if (job.step === null || job.stepsTotal === null || job.step === 0) return t('starting');
        const step = t('stepOf', { step: job.step, total: job.stepsTotal });
        return job.etaMs === null ? step : `${step}, ${time.left(job.etaMs)}`;
      }
      case 'COMPLETED':
        return t('done');
      case 'CANCELED':
        return t('canceled');
      case 'FAILED':
        return job.error?.message ?? t('failed');
    }
  };
}
