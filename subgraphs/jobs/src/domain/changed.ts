import type { JobChanged } from '../contracts.ts';
import type { Job } from './job.ts';

/** A job as it travels: moments are text. */
export function toChanged({ createdAt, startedAt, finishedAt, ...plain }: Job): JobChanged {
  return {
    ...plain,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function fromChanged({ createdAt, startedAt, finishedAt, ...plain }: JobChanged): Job {
  return {
    ...plain,
    createdAt: new Date(createdAt),
    startedAt: startedAt === null ? null : new Date(startedAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
  };
}
