import { hasEnded } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';

/** Something that finished or failed, and whether the person has seen it. */
export interface Notice {
  readonly job: Job;
  readonly endedAt: string;
  readonly isNew: boolean;
}

const KEPT_MAX = 40;

/** What a person has seen: everything that ended up to a moment. An ISO time; empty before the first look. */
export type SeenUntil = string;

/**
 * What ended, the latest first. A job that its owner stopped is no news to them. The jobs come from the server, so the list is the
 * same after a reload and on another device.
 */
export function noticesOf(jobs: readonly Job[], seenUntil: SeenUntil): readonly Notice[] {
  return jobs
    .filter((job) => hasEnded(job.status) && job.status !== 'CANCELED' && job.finishedAt !== null)
    .map((job) => ({ job, endedAt: job.finishedAt ?? '', isNew: (job.finishedAt ?? '') > seenUntil }))
    .toSorted((one, other) => other.endedAt.localeCompare(one.endedAt))
    .slice(0, KEPT_MAX);
}

/** The moment up to which all of them are seen. */
export function seenWith(notices: readonly Notice[], seenUntil: SeenUntil): SeenUntil {
  const latest = notices[0]?.endedAt ?? '';
  return latest > seenUntil ? latest : seenUntil;
}
