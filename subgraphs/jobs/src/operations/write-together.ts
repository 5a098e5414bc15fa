import { AsyncLocalStorage } from 'node:async_hooks';
import { createBatches } from '@modu/batches';
import type { Refusal } from '@modu/errors';
import { TaskInputError } from '@modu/tasks';
import type { TaskQueue, Within } from '@modu/tasks';
import { z } from 'zod';
import type { Job, NewJob } from '../domain/job.ts';
import type { Transition } from '../domain/transitions.ts';
import type { JobsDatabase } from '../store/database.ts';
import { changeJobs } from './change-jobs.ts';
import { insertJobs } from './insert-jobs.ts';

/** Of one who asked among those whose wishes are written together: what is done for them carries their trace. */
export interface Asked {
  readonly within: Within;
}

export interface Change {
  readonly id: string;
  decide(job: Job): Transition;
}

/** What became of a job that was to be made or changed; `isNew` when this very call wrote it. */
export type Written = { readonly job: Job; readonly isNew: boolean } | Refusal;

/** The one way to write jobs: what is asked for at the same moment shares a transaction. */
export interface JobWriting {
  /** The job's row and everything that drives it. An owner's jobs are made one after the other. */
  create(wanted: NewJob): Promise<Written>;
  /** What `decide` returns for the job under its lock, with what follows from it. */
  change(change: Change): Promise<Written>;
}

export interface WritingParts {
  readonly pool: JobsDatabase['pool'];
  readonly queue: TaskQueue;
}

const JOBS_MAX = 64;
const BATCHES_MAX = 1;
const WAITING_MAX = 10_000;

export function createJobWriting(parts: WritingParts): JobWriting {
  const bounds = {
    ...{ itemsMax: JOBS_MAX, atOnceMax: BATCHES_MAX, waitingMax: WAITING_MAX, oncePerBatch: true },
    overloaded: () => new Error(`More than ${WAITING_MAX} changes of jobs are waiting.`),
    mayBeOnes: isAboutOneRow,
  };
  const create = createBatches({
    ...bounds,
    keyOf: ({ wanted }: Asked & { readonly wanted: NewJob }) => wanted.ownerId,
    run: (asked) => insertJobs(parts, asked),
  });
  const change = createBatches({
    ...bounds,
    keyOf: ({ id }: Asked & Change) => id,
    run: (asked) => changeJobs(parts, asked),
  });
  return {
    create: (wanted) => create({ wanted, within: AsyncLocalStorage.snapshot() as Within }),
    change: (wanted) => change({ ...wanted, within: AsyncLocalStorage.snapshot() as Within }),
  };
}

/** A value or a key that does not fit (SQLSTATE 22 and 23, or one of our own types) is one job's own; the rest hits all of them alike. */
function isAboutOneRow(error: unknown): boolean {
  if (error instanceof TaskInputError || error instanceof z.ZodError) return true;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]...$/.test(error.code);
}
