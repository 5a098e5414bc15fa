import { EngineError } from '@modu/engine-image';
import { RunFailure } from '@modu/paid-work';

const ENGINE_CODES: Readonly<Record<string, string>> = {
  INVALID_REQUEST: 'INVALID_REQUEST',
  BUSY: 'ENGINE_UNAVAILABLE',
  UNREACHABLE: 'ENGINE_UNAVAILABLE',
  CLOSED: 'ENGINE_UNAVAILABLE',
  TIMED_OUT: 'ENGINE_TIMEOUT',
};

/** What an error of an image engine means for its job. */
export function explainFailure(error: unknown): RunFailure | undefined {
  if (!(error instanceof EngineError)) return undefined;
  // What took too long is not tried again; an engine that is shut is another worker's.
  const retryable = (error.retryable && error.code !== 'TIMED_OUT') || error.code === 'CLOSED';
  return new RunFailure(ENGINE_CODES[error.code] ?? 'ENGINE_FAILED', { retryable, cause: error });
}
