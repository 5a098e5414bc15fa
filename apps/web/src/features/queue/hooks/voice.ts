import { announce } from '@modu/ui';
import { createPacer, keptPace } from '../../../lib/hearing/index.ts';
import type { News } from '../../../lib/hearing/index.ts';
import { say } from '../../../lib/language/index.ts';

const REMEMBERED_MAX = 200;
const lastSaid = new Map<string, number>();

const pacer = createPacer({
  say: (sentence, isEnd) => announce(sentence, isEnd ? { isKept: true } : { about: 'jobs' }),
  summary: (count) => say('queue:heardMany', { count }),
});

/** The studio's one voice for jobs: the person's pace, and how long each job has been silent. */
export const voice = {
  heed: (jobId: string) => ({
    pace: keptPace.get(),
    silentMs: performance.now() - (lastSaid.get(jobId) ?? Number.NEGATIVE_INFINITY),
  }),
  tell: (news: News): void => {
    lastSaid.delete(news.jobId);
    lastSaid.set(news.jobId, performance.now());
    for (const jobId of lastSaid.keys()) if (lastSaid.size > REMEMBERED_MAX) lastSaid.delete(jobId);
    pacer.tell(news);
  },
};
