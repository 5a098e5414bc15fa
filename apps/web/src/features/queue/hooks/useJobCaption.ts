import { useTranslation } from '../../../lib/language/index.ts';
import { keptCaptions } from '../model/captions.ts';
import type { Job } from '../model/job-list.ts';

type Translate = ReturnType<typeof useTranslation<'queue'>>['t'];

/** What a job is called: the words it was started with, else its kind. */
export function captionOf(t: Translate, job: Pick<Job, 'id' | 'kind' | 'title' | 'result'>): string {
  return (
    job.title ??
    (job.result?.__typename === 'Image' ? job.result.prompt : null) ??
    keptCaptions.get()[job.id] ??
    t(job.kind.startsWith('image.') ? 'kindImage' : 'kindOther')
  );
}

/** A function that names jobs in the viewer's language. */
export function useJobCaption(): (job: Pick<Job, 'id' | 'kind' | 'title' | 'result'>) => string {
  const { t } = useTranslation('queue');
  return (job) => captionOf(t, job);
}
