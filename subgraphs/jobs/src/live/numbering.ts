import type { JobView } from './job-view.ts';

/** What an event is about: a new state of the job, a step of its run, or its place in the queue. */
export type News = 'state' | 'step' | 'place';

/** Gives events of a stream the number behind which a reader that comes back goes on; `null` for those that need none. */
export type Numbering = (view: JobView, news: News) => number | null;

/** More steps than any run tells. */
const STEPS_PER_VERSION = 10_000;

/** One job: its states in order, and the steps between them. Places come again by themselves. */
export const numberOfJob: Numbering = ({ job, progress }, news) => {
  if (news === 'place') return null;
  return job.version * STEPS_PER_VERSION + (progress ? Math.min(progress.step + 1, STEPS_PER_VERSION - 1) : 0);
};

/** All jobs of one owner: the number that the database gave each change. Of steps the newest alone counts. */
export const numberOfOwner: Numbering = ({ job }, news) => (news === 'state' ? job.change : null);
