import type { ImageProgress } from '@modu/engine-image';
import type { JobProgress } from '@modu/jobs/contracts';

export interface ProgressReporter {
  (progress: ImageProgress): void;
  /** The engine makes so many pictures of others first; nothing is told once a step of ours was. */
  waits(ahead: number): void;
}

interface ReporterOptions {
  readonly run: Pick<JobProgress, 'jobId' | 'ownerId' | 'attempt'>;
  readonly publish: (progress: JobProgress) => void;
  /** Which picture of how many this is, and how long each of the others may take. */
  readonly batch?: { readonly index: number; readonly count: number; readonly pictureMs: number };
  readonly now?: () => number;
}

const ALONE = { index: 0, count: 1, pictureMs: 0 };

/** More often than this no eye can follow. */
const INTERVAL_MS = 80;
const PREVIEW_CHARACTERS_MAX = 6_144;

/** Passes on what an engine says of its progress: not too often, never backwards, never out of range, and for the whole batch. */
export function createProgressReporter({
  run,
  publish,
  batch = ALONE,
  now = () => performance.now(),
}: ReporterOptions): ProgressReporter {
  let toldAt = Number.NEGATIVE_INFINITY;
  let progress = 0;
  let step = 0;
  let ahead = 0;
  let last: ImageProgress = { step: 0, stepsTotal: 1, progress: 0, etaMs: 0 };

  const { index, count, pictureMs } = batch;

  const report = (news: ImageProgress) => {
    const stepsTotal = Math.max(1, whole(news.stepsTotal));
    step = Math.min(stepsTotal, Math.max(step, whole(news.step)));
    progress = Math.min(1, Math.max(progress, finite(news.progress)));
    const isLast = step === stepsTotal;
    if (!isLast && now() - toldAt < INTERVAL_MS) return;
    toldAt = now();
    last = news;
    const fits = news.preview !== undefined && news.preview.length <= PREVIEW_CHARACTERS_MAX;
    publish({
      ...{ ...run, step: index * stepsTotal + step, stepsTotal: count * stepsTotal },
      ...{ progress: (index + progress) / count, etaMs: whole(news.etaMs + (count - 1 - index) * pictureMs) },
      ...(fits ? { preview: news.preview } : {}),
      ...(ahead > 0 && step === 0 ? { ahead } : {}),
    });
  };
  const waits = (others: number) => {
    ahead = whole(others);
    toldAt = Number.NEGATIVE_INFINITY;
    if (step === 0) report(last);
  };
  return Object.assign(report, { waits });
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);
const whole = (value: number): number => Math.max(0, Math.round(finite(value)));
