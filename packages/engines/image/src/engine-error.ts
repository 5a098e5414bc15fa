/**
 * Why an engine refused or failed.
 * INVALID_REQUEST: the caller must change something · BUSY: the queue is full · TIMED_OUT: over the run's deadline ·
 * CLOSED: the engine was shut · UNREACHABLE: nobody answers where it should be, or it is not ready · FAILED: the engine
 * itself broke.
 */
export type EngineErrorCode = 'INVALID_REQUEST' | 'BUSY' | 'TIMED_OUT' | 'CLOSED' | 'UNREACHABLE' | 'FAILED';

const RETRYABLE: ReadonlySet<EngineErrorCode> = new Set(['BUSY', 'TIMED_OUT', 'UNREACHABLE', 'FAILED']);

interface EngineErrorOptions extends ErrorOptions {
  readonly isAway?: boolean;
  readonly retryAfterMs?: number | undefined;
}

/** The one error type engines reject with (abort aside); `message` is a sentence a person can act on. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  /** Whether the very same request may succeed later. */
  readonly retryable: boolean;
  /** Whether nothing of the request has reached anybody: to ask again later does not make the same picture twice. */
  readonly isAway: boolean;
  /** How long the engine asks to be left alone, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(code: EngineErrorCode, message: string, options: EngineErrorOptions = {}) {
    const { isAway = false, retryAfterMs, ...rest } = options;
    super(message, rest);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.isAway = isAway;
    this.retryable = RETRYABLE.has(code);
  }
}

/** The rejection of an aborted run; the signal's own reason is kept as its cause. */
export function abortError(reason: unknown): Error {
  if (reason instanceof Error && reason.name === 'AbortError') return reason;
  const error = new Error('The run was aborted.', { cause: reason });
  error.name = 'AbortError';
  return error;
}
