import type { JobProgress } from '../contracts.ts';
import { isTerminal } from '../domain/job.ts';
import type { Job } from '../domain/job.ts';
import { isForetold } from '../domain/place.ts';
import type { Place } from '../domain/place.ts';
import { createConflatingQueue } from './conflating-queue.ts';
import { toView } from './job-view.ts';
import type { JobView } from './job-view.ts';
import type { News, Numbering } from './numbering.ts';

/**
 * What one subscriber sees of one or many jobs. States come from the database and from messages, in any order and more than
 * once; versions sort them out. Every state of a job is delivered; of its progress only the newest, if the reader is slow.
 */
export interface JobFeed extends AsyncIterableIterator<JobView> {
  accept(job: Job): void;
  acceptProgress(progress: JobProgress): void;
  acceptPlace(jobId: string, place: Place): void;
  /** The jobs it shows that have not ended. */
  liveJobs(): readonly Job[];
  /** How many events its reader has not taken yet. */
  unread(): number;
}

export interface FeedOptions {
  readonly numbering: Numbering;
  /** The last number that the reader has seen; what is not newer is not shown. */
  readonly after?: number | undefined;
  progressOf(jobId: string): JobProgress | undefined;
  /** The feed ends with the job that it is about; a feed of a person's jobs does not end. */
  readonly endsWithJob: boolean;
  onClose(): void;
}

const WAITING_MAX = 1_000;
const NOTICED_MS = 1_500;
const NOTICED_SHARE = 0.1;
/** Ended jobs are remembered for a while: late news of them must not bring them back to life. */
const KNOWN_MAX = 2_000;

export function createJobFeed({ progressOf, endsWithJob, numbering, after = -1, onClose }: FeedOptions): JobFeed {
  const known = new Map<string, Job>();
  const places = new Map<string, Place>();
  const queue = createConflatingQueue<JobView>({
    keyOf: ({ job }) => job.id,
    keeps: (older, newer) => older.job.version !== newer.job.version,
    merge: (older, newer) => ({ ...newer, seq: newer.seq ?? older.seq ?? null }),
    // States of many jobs are never so many: the owner's feed reads no more of them than fit.
    mayDrop: ({ job, seq }) => (endsWithJob ? !isTerminal(job) : seq === null),
    max: WAITING_MAX,
    onClose,
  });
  let told: number | undefined;
  const show = (job: Job, news: News) => {
    const view = toView(job, { progress: progressOf(job.id), place: places.get(job.id) });
    const number = numbering(view, news);
    // A step that is told again since what is before it moved: news, but who goes on behind that number saw the step.
    const seq = news === 'step' && number === told ? null : number;
    told = number ?? told;
    if (seq === null || seq > after) queue.push({ ...view, seq });
  };

  return {
    accept: (job) => {
      if ((known.get(job.id)?.version ?? 0) >= job.version) return;
      known.set(job.id, job);
      if (known.size > KNOWN_MAX) forgetOneEnded(known);
      if (job.status !== 'QUEUED') places.delete(job.id);
      show(job, 'state');
      if (endsWithJob && isTerminal(job)) queue.end();
    },
    acceptProgress: ({ jobId, attempt }) => {
      const job = known.get(jobId);
      if (job?.status === 'RUNNING' && job.attempt === attempt) show(job, 'step');
    },
    acceptPlace: (jobId, place) => {
      const job = known.get(jobId);
      if (job?.status !== 'QUEUED' || isMuchTheSame(places.get(jobId), place)) return;
      places.set(jobId, place);
      show(job, 'place');
    },
    liveJobs: () => [...known.values()].filter((job) => !isTerminal(job)),
    unread: () => queue.size(),
    next: () => queue.next(),
    return: () => queue.return?.() ?? Promise.resolve({ done: true, value: undefined }),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Places come every two seconds; only what a person would notice is worth an event. */
function isMuchTheSame(known: Place | undefined, place: Place): boolean {
  if (!known) return false;
  if (!isForetold(place)) return !isForetold(known) && known.positionMin === place.positionMin;
  if (!isForetold(known) || known.position !== place.position) return false;
  return Math.abs(known.endsInMs - place.endsInMs) < Math.max(NOTICED_MS, known.endsInMs * NOTICED_SHARE);
}

function forgetOneEnded(known: Map<string, Job>): void {
  for (const [id, job] of known) if (isTerminal(job)) return void known.delete(id);
}
