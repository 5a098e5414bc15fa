import { go } from '../../../lib/way/index.ts';
import type { Job } from './job-list.ts';

/** The page that shows what jobs of a kind make: a document where it is read, speech where it is heard, a picture where it grows. */
export function pageOfJob({ kind }: Pick<Job, 'kind'>) {
  if (kind.startsWith('document.')) return '/documents';
  return kind.startsWith('speech.') ? '/speech' : '/';
}

/** Goes where what a job makes can be looked at. */
export function showJob(job: Pick<Job, 'id' | 'kind'>): void {
  const to = pageOfJob(job);
  void go(to === '/' ? { to, search: { job: job.id } } : { to });
}
