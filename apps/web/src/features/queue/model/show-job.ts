import { go } from '../../../lib/way/index.ts';
import type { Job } from './job-list.ts';

/** Goes where what a job makes can be looked at: a picture where it grows, a document where it is read, speech where it is heard. */
export function showJob({ id, kind }: Pick<Job, 'id' | 'kind'>): void {
  if (kind.startsWith('document.')) void go({ to: '/documents' });
  else if (kind.startsWith('speech.')) void go({ to: '/speech' });
  else void go({ to: '/', search: { job: id } });
}
