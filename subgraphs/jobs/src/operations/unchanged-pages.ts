import type { Job } from '../domain/job.ts';
import type { JobReads } from '../store/job-reads.ts';

/** The jobs that wait or run and have not changed since, page by page. */
export async function* pagesOf(
  reads: Pick<JobReads, 'listUnchanged'>,
  { since, take }: { readonly since: Date; readonly take: number },
): AsyncGenerator<readonly Job[]> {
  let afterId: string | undefined;
  for (;;) {
    const jobs = await reads.listUnchanged({ since, take, ...(afterId ? { afterId } : {}) });
    if (jobs.length > 0) yield jobs;
    if (jobs.length < take) return;
    afterId = jobs.at(-1)?.id;
  }
}
