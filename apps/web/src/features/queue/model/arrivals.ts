import { mergeJob } from './job-list.ts';
import type { Job } from './job-list.ts';

export interface ArrivalsOptions {
  /** Takes in what arrived, each job once, in the order of their first news. */
  readonly take: (jobs: readonly Job[]) => void;
  /** At least this long between two takings. */
  readonly gapMs?: number;
  readonly now?: () => number;
}

/** Six times a second is as often as a line that grows can be read. */
const GAP_MS = 160;

/**
 * After what took long to draw, so many times as long is quiet: a page that is drawn in steps begins anew whenever there is news, and
 * on a slow machine would never come to its end.
 */
const QUIET_TIMES = 4;
/** However slow the machine, nobody waits longer than this for news. */
const GAP_MAX_MS = 1_000;

/**
 * Live news of jobs, at a pace that a page can be drawn at: the first is taken in at once, what follows within the gap waits and
 * becomes one state a job. Twenty jobs that step at the same time are one drawing, not twenty.
 */
export function createArrivals({ take, gapMs = GAP_MS, now = () => performance.now() }: ArrivalsOptions) {
  let waiting = new Map<string, Job>();
  let quietUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const takeIn = () => {
    timer = undefined;
    const beganAt = now();
    quietUntil = beganAt + gapMs;
    const jobs = [...waiting.values()];
    waiting = new Map();
    take(jobs);
    // What is taken in is drawn in a turn that comes before this one.
    setTimeout(() => {
      const tookMs = now() - beganAt;
      quietUntil = beganAt + Math.max(gapMs, Math.min(tookMs * (QUIET_TIMES + 1), GAP_MAX_MS));
    }, 0);
  };

  const takeInWhenQuiet = () => {
    const waitMs = quietUntil - now();
    if (waitMs <= 0) takeIn();
    else timer = setTimeout(takeInWhenQuiet, waitMs);
  };

  return {
    arrive: (job: Job): void => {
      const known = waiting.get(job.id);
      waiting.set(job.id, known === undefined ? job : (mergeJob([known], job)[0] ?? job));
      if (timer === undefined) takeInWhenQuiet();
    },
    /** Takes in what still waits: nothing that was heard is lost. */
    stop: (): void => {
      clearTimeout(timer);
      if (waiting.size > 0) takeIn();
    },
  };
}
