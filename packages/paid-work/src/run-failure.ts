import { TaskAbortedError } from '@modu/tasks';
import { isUnreachable } from './absence.ts';
import type { RemoteRefusal } from './remote-answer.ts';

interface FailureDetails {
  readonly retryable: boolean;
  /** The page at which it failed, where there are pages. */
  readonly pageNumber?: number;
  /** What the run needs was not there: nothing is wrong with the job, and waiting for it uses up no run. */
  readonly isAbsence?: boolean;
  /** How long what is absent asks to be left alone. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** The run failed for a reason that its owner is told, by a code that jobs has a sentence for. */
export class RunFailure extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly pageNumber: number | undefined;
  readonly isAbsence: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, { retryable, pageNumber, isAbsence = false, retryAfterMs, cause }: FailureDetails) {
    super(`The run failed: ${code}`, { cause });
    this.retryAfterMs = retryAfterMs;
    this.name = 'RunFailure';
    this.code = code;
    this.retryable = retryable;
    this.pageNumber = pageNumber;
    this.isAbsence = isAbsence;
  }
}

/** The job is not this run's any more: it has ended, or another run has taken it over. Nothing is to be told to anyone. */
export class JobTakenError extends Error {
  constructor({ code, message }: RemoteRefusal) {
    super(`The job is not ours any more: ${code} ${message}`);
    this.name = 'JobTakenError';
  }
}

/** Its owner canceled the job while it ran. */
export class JobCanceledError extends Error {
  constructor() {
    super('The job was canceled.');
    this.name = 'JobCanceledError';
  }
}

/** What an error of an engine means for a job; undefined for errors that are not the engine's. */
export type ExplainFailure = (error: unknown) => RunFailure | undefined;

/** What any error of a run means for its job. What we do not know is ours, and may pass. */
export function toRunFailure(error: unknown, explain: ExplainFailure): RunFailure {
  if (error instanceof RunFailure) return error;
  const explained = explain(error);
  if (explained) return explained;
  if (error instanceof TaskAbortedError && error.code === 'TIMEOUT') {
    return new RunFailure('ENGINE_TIMEOUT', { retryable: false, cause: error });
  }
  return new RunFailure('INTERNAL', { retryable: true, isAbsence: isUnreachable(error), cause: error });
}
