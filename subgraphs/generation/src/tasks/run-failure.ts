import { EngineError } from '@modu/engine-image';
import { TaskAbortedError } from '@modu/tasks';
import type { RemoteRefusal } from '../store/remote-answer.ts';

/** The run failed for a reason that its owner is told, by a code that jobs has a sentence for. */
export class RunFailure extends Error {
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, { retryable, cause }: { readonly retryable: boolean; readonly cause?: unknown }) {
    super(`The run failed: ${code}`, { cause });
    this.name = 'RunFailure';
    this.code = code;
    this.retryable = retryable;
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

const ENGINE_CODES: Readonly<Record<string, string>> = {
  INVALID_REQUEST: 'INVALID_REQUEST',
  BUSY: 'ENGINE_UNAVAILABLE',
  UNREACHABLE: 'ENGINE_UNAVAILABLE',
  CLOSED: 'ENGINE_UNAVAILABLE',
  TIMED_OUT: 'ENGINE_TIMEOUT',
};

/** What any error of a run means for its job. What we do not know is ours, and may pass. */
export function toRunFailure(error: unknown): RunFailure {
  if (error instanceof RunFailure) return error;
  if (error instanceof EngineError) {
    const retryable = error.retryable || error.code === 'CLOSED';
    return new RunFailure(ENGINE_CODES[error.code] ?? 'ENGINE_FAILED', { retryable, cause: error });
  }
  if (error instanceof TaskAbortedError && error.code === 'TIMEOUT') {
    return new RunFailure('ENGINE_TIMEOUT', { retryable: false, cause: error });
  }
  return new RunFailure('INTERNAL', { retryable: true, cause: error });
}
