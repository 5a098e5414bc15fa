import { loadWords, say } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { pageOfJob, showJob } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';
import { rememberTold } from './told-ends.ts';

type Caption = (job: Job) => string;

/** Tells of jobs that ended in one moment: one toast for those that are shown on one page and ended alike. */
export async function tellEnds(ended: readonly Job[], caption: Caption): Promise<void> {
  await loadWords('ends');
  const alike = Map.groupBy(ended, (job) => `${job.status} ${pageOfJob(job)}`);
  for (const [about, [first, ...others]] of alike) {
    if (first === undefined) continue;
    const takeBack = await toast({
      tone: first.status === 'COMPLETED' ? 'positive' : 'negative',
      words: others.length === 0 ? wordsOf(first, caption) : wordsOfMany(first, others.length + 1),
      action: { label: say('ends:show'), onAction: () => showJob(first) },
    });
    rememberTold(about, pageOfJob(first), takeBack);
  }
}

const wordsOf = (job: Job, caption: Caption) =>
  job.status === 'COMPLETED'
    ? say('ends:done', { caption: caption(job) })
    : say('ends:failed', { caption: caption(job), reason: job.error?.message ?? '' });

const wordsOfMany = ({ status }: Job, count: number) =>
  say(status === 'COMPLETED' ? 'ends:doneMany' : 'ends:failedMany', { count });
